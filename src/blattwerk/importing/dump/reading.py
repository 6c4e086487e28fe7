"""What was read from a dump, and how it is handed over."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .blocks import Block, Kind, Picture


class Doubt(StrEnum):
    """Why a reading must be seen by an editor; the value is the sentence for the queue."""

    NO_HEADLINE = "Es fehlt die Überschrift."
    NO_DATE = "Es fehlt ein sicheres Erscheinungsdatum."
    NO_SECTION = "Es fehlt das Ressort."
    UNKNOWN_SECTION = "Das Ressort ist der Stelle nach gelesen, sein Name ist aber unbekannt."
    NO_TEXT = "Außer dem Kopf wurde kein Text gefunden."


@dataclass(frozen=True)
class Reading:
    """One dump as read. Fields that the page does not show are None or empty; nothing is invented.

    `published` is ISO 8601 in Vienna's offset, or the date alone where no time was printed.
    `blocks` is the text below the lead in its order; `pictures` are captions and credits,
    wherever they stood.
    """

    kind: str
    kicker: str | None = None
    headline: str | None = None
    section: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    lead: str | None = None
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Picture, ...] = ()
    comments_state: str = "none"
    doubts: tuple[Doubt, ...] = ()
    refusal: str | None = None
    place: str | None = field(default=None)

    @property
    def reason(self) -> str | None:
        """German sentences: why it was refused or must go to review; None for what is complete."""
        if self.refusal:
            return self.refusal
        return " ".join(self.doubts) or None

    def texts(self, *kinds: Kind) -> list[str]:
        return [block.text for block in self.blocks if block.kind in kinds]

    def as_contract(self) -> dict[str, Any]:
        """The thirteen fields of `blattwerk import dump --output`."""
        return {
            "kind": self.kind,
            "reason": self.reason,
            "kicker": self.kicker,
            "headline": self.headline,
            "section": self.section,
            "published": self.published,
            "authors": list(self.authors),
            "source": self.source,
            "lead": self.lead,
            "subheads": self.texts(Kind.SUBHEAD),
            "body_paragraphs": self.texts(Kind.PARAGRAPH, Kind.QUOTE),
            "list_items": self.texts(Kind.LIST_ITEM),
            "comments_state": self.comments_state,
        }
