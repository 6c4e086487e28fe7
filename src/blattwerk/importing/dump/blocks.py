"""The pieces an article is rebuilt from, in their order."""

from dataclasses import dataclass, field
from enum import StrEnum

from .bylines import Byline, read_byline
from .dates import Stamp


class Kind(StrEnum):
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    LIST_ITEM = "list_item"


@dataclass(frozen=True)
class Block:
    kind: Kind
    text: str


@dataclass(frozen=True)
class Picture:
    """What a page printed of a picture: its caption and its credit, either may be empty."""

    caption: str
    credit: str


@dataclass
class Body:
    """Gathered on the way down: `origins` are the blocks' lines, `end` is the first line after."""

    blocks: list[Block] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    end: int = 0

    def sign(self, text: str) -> None:
        byline = read_byline(text)
        if byline:
            self.bylines.append(byline)

    def add(self, kind: Kind, text: str, number: int) -> None:
        self.blocks.append(Block(kind, text))
        self.origins.append(number)
        self.end = number + 1
