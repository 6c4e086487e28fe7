"""A text as words and signs, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from blattwerk.discussion.help.folding import closed_up, folded

MOST_READ = 10_000  # characters: twenty comments; the rest of a longer text is not looked at

_HIDDEN = (
    "\u00ad\u034f\u0300-\u036f\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_IN_WORD = rf"[^\W_{_HIDDEN}]"
_TOKEN = re.compile(
    rf"""
      (?P<address> (?:https?://|www\.) \S{{1,500}} )
    | (?P<person> @ \w{{1,60}} )
    | (?P<tag> \# \w{{1,80}} )
    | (?P<gaps> (?<![\w]) {_IN_WORD} (?: [ .\-_*/|\u200b] {_IN_WORD} ){{3,40}} (?![\w]) )
    | (?P<word> {_IN_WORD}
        (?: [\w{_HIDDEN}] | [*@$€|+'’]{{1,6}} (?={_IN_WORD}) | !(?=[a-z0-9]) ){{0,79}}
        \*{{0,4}} )
    | (?P<shout> [!?](?:[!?\s]{{0,20}}[!?])? )
    | (?P<dots> \.\.+ | … )
    | (?P<quote> ["„“”»«] )
    | (?P<sign> [\u2190-\u2bff\U0001f000-\U0001faff] | [:;]-?[()DPp/] )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word or sign: what it is, as it is compared, as it was written, and where."""

    kind: str
    key: str
    written: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """In order; spaces and single commas and full stops are none."""
    for found in _TOKEN.finditer(text, 0, MOST_READ):
        kind, written = found.lastgroup or "", found[0]
        yield Token(kind, _key(kind, written), written, *found.span())


def _key(kind: str, written: str) -> str:
    if kind in ("word", "tag"):
        return folded(written.lstrip("#"))
    if kind == "gaps":
        return folded(closed_up(written))
    if kind == "shout":
        return "!" * min(3, written.count("!")) + "?" * min(3, written.count("?"))
    return written if kind == "sign" else ""
