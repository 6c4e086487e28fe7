"""What can be read aloud: a thing that yields units of text in the order they are heard.

Narration speaks anything Speakable and knows nothing of articles; rooms below it make their pages
Speakable without hearing of narration.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable


class UnitKind(StrEnum):
    """What a unit is on the page; narration's rules say how each kind is read."""

    KICKER = "kicker"
    HEADLINE = "headline"
    BYLINE = "byline"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"


@dataclass(frozen=True)
class Unit:
    """One stretch of plain text; its end ends a sentence. `speaker`: whose words a quote is."""

    kind: UnitKind
    text: str
    speaker: str = ""


@dataclass(frozen=True)
class SpeechDetails:
    """What a recording says of itself: tags, lock screens, feeds."""

    title: str
    language: str  # "de" or "en"
    kicker: str = ""
    section: str = ""
    section_address: str = ""  # a path such as /ausland/
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    picture: Any = None  # the newsroom's picture, or None


@runtime_checkable
class Speakable(Protocol):
    """A stored page that can be read aloud."""

    pk: Any

    def speech_units(self) -> Sequence[Unit]:
        """The text in the order it is heard, without markup."""
        ...

    def speech_details(self) -> SpeechDetails:
        """What the recording says of itself."""
        ...
