"""The files of recordings as readers, players and podcast apps fetch them."""

from pathlib import Path

from django.core.files.storage import Storage
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.common.ranges import Whole, answer_ranged
from blattwerk.narration.models import RecordingFile
from blattwerk.narration.models.recording import audio_storage

NAME = r"[0-9a-f]{32}\.(?:m4a|opus|mp3|vtt|json)"  # made of the content, so it never changes
FOR_EVER = "public, max-age=31536000, immutable"
CONTENT_TYPES = {
    "m4a": "audio/mp4",
    "opus": "audio/ogg",
    "mp3": "audio/mpeg",
    "vtt": "text/vtt; charset=utf-8",
    "json": "application/json",
}
TRANSCRIPTS = ("vtt", "json")  # players on other sites may read them


@require_safe
def sound_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file of a recording, whole or in part; nothing once its page is withdrawn."""
    found = RecordingFile.objects.filter(name=name, recording__page__live=True)
    pages = set(found.values_list("recording__page_id", flat=True))
    if not pages:
        raise Http404
    path = _local(audio_storage(), name)
    if path is None:  # an address from before the files moved to object storage
        answer: HttpResponseBase = HttpResponseRedirect(audio_storage().url(name))
    else:
        answer = _answer(request, path)
    made_of(request, *(f"narration-{number}" for number in pages))
    return answer


def _answer(request: HttpRequest, path: Path) -> HttpResponseBase:
    kind = path.suffix.removeprefix(".")
    headers = {"Cache-Control": FOR_EVER, "X-Content-Type-Options": "nosniff"}
    if kind in TRANSCRIPTS:
        headers["Access-Control-Allow-Origin"] = "*"
    try:
        size = path.stat().st_size
        whole = Whole(size, f'"{path.stem}"', CONTENT_TYPES[kind], lambda: path.open("rb"))
        return answer_ranged(request, whole, headers)
    except FileNotFoundError as error:
        raise Http404 from error


def _local(storage: Storage, name: str) -> Path | None:
    """Where the file lies on this machine; None for object storage."""
    try:
        return Path(storage.path(name))
    except NotImplementedError:
        return None
