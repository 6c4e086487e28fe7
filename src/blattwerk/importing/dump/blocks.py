"""The pieces an article is rebuilt from, in their order."""

from dataclasses import dataclass
from enum import StrEnum


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
