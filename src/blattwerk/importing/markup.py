"""The body as plain text that an editor can mend, and back.

Paragraphs stand apart by an empty line; `## ` begins a subheading, `- ` an item of a list, `> ` a
quote. A backslash before one of these makes it an ordinary paragraph.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from blattwerk.importing.dump.blocks import Block, Kind

_SIGNS = {"## ": Kind.SUBHEAD, "- ": Kind.LIST_ITEM, "> ": Kind.QUOTE}
_SIGN_OF = {kind: sign for sign, kind in _SIGNS.items()}


def to_markup(blocks: Iterable[Block]) -> str:
    """The blocks as an editor sees them."""
    found = list(blocks)
    if not found:
        return ""
    lines = [_line(found[0])]
    for before, block in pairwise(found):
        together = before.kind is block.kind is Kind.LIST_ITEM
        lines.append(("\n" if together else "\n\n") + _line(block))
    return "".join(lines)


def from_markup(text: str) -> list[Block]:
    """The blocks that an editor wrote; lines of one paragraph are joined."""
    return list(_blocks(line.strip() for line in text.splitlines()))


def _line(block: Block) -> str:
    text = " ".join(block.text.split())
    if block.kind is Kind.PARAGRAPH:
        return f"\\{text}" if text.startswith(("\\", *_bare_signs())) else text
    return _SIGN_OF[block.kind] + text


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in lines:
        block = _marked(line)
        if (block or not line) and paragraph:
            yield Block(Kind.PARAGRAPH, " ".join(paragraph))
            paragraph = []
        if block:
            yield block
        elif line:
            paragraph.append(line if paragraph else line.removeprefix("\\"))
    if paragraph:
        yield Block(Kind.PARAGRAPH, " ".join(paragraph))


def _marked(line: str) -> Block | None:
    for sign, kind in _SIGNS.items():
        if line.startswith(sign):
            return Block(kind, line.removeprefix(sign).strip())
    return None


def _bare_signs() -> tuple[str, ...]:
    return tuple(sign.strip() for sign in _SIGNS)
