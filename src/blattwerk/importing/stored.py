"""A reading as it lies in the database, and back."""

from typing import Any

from blattwerk.importing.dump.blocks import Block, Kind, Picture
from blattwerk.importing.dump.reading import Reading


def to_store(reading: Reading) -> dict[str, Any]:
    """Everything that was read, captions and credits too, as JSON."""
    return {
        "kicker": reading.kicker,
        "headline": reading.headline,
        "section": reading.section,
        "published": reading.published,
        "authors": list(reading.authors),
        "source": reading.source,
        "lead": reading.lead,
        "blocks": [[block.kind.value, block.text] for block in reading.blocks],
        "pictures": [[picture.caption, picture.credit] for picture in reading.pictures],
        "comments_state": reading.comments_state,
        "place": reading.place,
    }


def from_store(kind: str, stored: dict[str, Any]) -> Reading:
    """The reading as it was, without its doubts: those are judged anew."""
    return Reading(
        kind=kind,
        kicker=stored["kicker"],
        headline=stored["headline"],
        section=stored["section"],
        published=stored["published"],
        authors=tuple(stored["authors"]),
        source=stored["source"],
        lead=stored["lead"],
        blocks=tuple(Block(Kind(name), text) for name, text in stored["blocks"]),
        pictures=tuple(Picture(caption, credit) for caption, credit in stored["pictures"]),
        comments_state=stored["comments_state"],
        place=stored["place"],
    )
