"""An article's recording as machines are told of it in a page's head."""

from typing import Any

from blattwerk.common.addresses import absolute
from blattwerk.feeds import wording
from blattwerk.narration.delivery import CONTENT_TYPES
from blattwerk.narration.models import Recording
from blattwerk.narration.queries import current_recording
from blattwerk.narration.wording import label, source_type_of
from blattwerk.newsroom.models import Article

KIND = "m4a"  # plays everywhere


def sound_facts(article: Article) -> list[tuple[str, str]]:
    """OpenGraph's properties of the recording; none when there is none."""
    recording = recording_of(article)
    file = recording.by_kind.get(KIND) if recording else None
    if file is None:
        return []
    return [("og:audio", absolute(file.url)), ("og:audio:type", CONTENT_TYPES[KIND])]


def sound_thing(article: Article) -> dict[str, Any]:
    """schema.org's AudioObject; empty when there is no recording. The article is its transcript."""
    recording = recording_of(article)
    file = recording.by_kind.get(KIND) if recording else None
    if recording is None or file is None:
        return {}
    address = absolute(file.url)
    thing = {
        "@type": "AudioObject",
        "@id": f"{absolute(article.url)}#audio",
        "name": article.title,
        "description": label(recording),
        "contentUrl": address,
        "encodingFormat": CONTENT_TYPES[KIND],
        "contentSize": str(file.bytes),
        "duration": iso_duration(recording.seconds),
        "uploadDate": wording.local(recording.made_at).isoformat(),
        "inLanguage": recording.language,
        "digitalSourceType": source_type_of(recording),
    }
    return {name: value for name, value in thing.items() if value}


def iso_duration(seconds: float) -> str:
    """Whole seconds as ISO 8601 writes them: PT2M52S."""
    minutes, rest = divmod(max(round(seconds), 1), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{count}{unit}" for count, unit in parts if count)


def recording_of(article: Article) -> Recording | None:
    """The article's current recording, asked for once while one page is rendered."""
    if not hasattr(article, "sound_heard_now"):
        article.sound_heard_now = current_recording(article.pk)
    known: Recording | None = article.sound_heard_now
    return known
