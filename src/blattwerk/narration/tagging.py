"""What the files of a recording say of themselves."""

import logging
from pathlib import Path
from typing import Any

from django.utils import timezone, translation

from blattwerk.common.addresses import absolute
from blattwerk.common.speakable import SpeechDetails
from blattwerk.narration.models import HumanRecording
from blattwerk.narration.perform import Performed
from blattwerk.narration.studio.interface import Tags
from blattwerk.narration.wording import digital_source_type, label
from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.pictures import SLOTS
from blattwerk.newsroom.queries import the_paper

log = logging.getLogger(__name__)
COVER = SLOTS["cover"].filter_spec(512, "jpeg")


def tags_of(page: Any, language: str, performed: list[Performed], folder: Path) -> Tags:
    """For a synthetic voice: the honest sentence, the IPTC term, and whose voice it is."""
    details = page.speech_details()
    trained = any(one.info.trained for one in performed)
    lead = performed[0]
    with translation.override(language):
        comment = label(None)
    return Tags(
        **_common(page, details, folder),
        language=language,
        comment=comment,
        digital_source_type=digital_source_type(trained=trained),
        engine=f"{lead.info.name} {lead.info.version}",
        voice=lead.role.voice,
        licence=lead.info.licence,
    )


def human_tags(page: Any, human: HumanRecording, folder: Path) -> Tags:
    details = page.speech_details()
    return Tags(**_common(page, details, folder), language=details.language, voice=human.reader)


def _common(page: Any, details: SpeechDetails, folder: Path) -> dict[str, Any]:
    moment = details.published_at
    return {
        "title": details.title,
        "paper": _paper_name(),
        "date": timezone.localtime(moment).date().isoformat() if moment else "",
        "authors": details.authors,
        "address": absolute(page.url or "/"),
        "artwork": _artwork(details.picture, folder),
    }


def _paper_name() -> str:
    try:
        return the_paper().title
    except PaperMissing:
        return ""


def _artwork(picture: Any, folder: Path) -> Path | None:
    """The lead picture, square, as a file the studio can read; none when it cannot be had."""
    if picture is None:
        return None
    path = folder / "artwork.jpg"
    try:
        with picture.get_rendition(COVER).file.open("rb") as source:
            path.write_bytes(source.read())
    except OSError:  # a lost picture is no reason to stay silent
        log.warning("Picture %s cannot be made for a recording.", picture.pk)
        return None
    return path
