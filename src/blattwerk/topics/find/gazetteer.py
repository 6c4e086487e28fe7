"""All names of all topics, looked up in a text in one pass, however many they are.

The names stand in a tree of stems: each step of a text's words leads one level down or nowhere, so
that the work depends on the text's length and not on the number of names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from blattwerk.topics.find.forms import Token, distance, is_form_of, stems_of, tokens

# What may stand between the words of one name: St. Pölten, Rot-Weiß, Ernst & Young.
_INSIDE = re.compile(r"[ \u00A0\u202F]?(?:[-‐–./’'&][ \u00A0\u202F]?)?")

LONGEST_SHORTENED = 3  # letters before a full stop inside a name; after more a sentence ends


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a topic goes by; `kind` says how it bends."""

    text: str
    topic_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text where topics are named; more than one topic where they share the name."""

    start: int
    end: int
    text: str
    topic_ids: tuple[int, ...]


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    names: list[tuple[Name, list[Token]]] = field(default_factory=list)


class Gazetteer:
    """Finds names; the longest wins, and no two mentions overlap."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._root = _Node()
        for name in names:
            self._plant(name, tokens(name.text))

    def mentions(self, text: str) -> list[Mention]:
        """Where names stand in the text, in order."""
        found, words, place = [], tokens(text), 0
        while place < len(words):
            mention, length = self._at(text, words, place)
            if mention is not None:
                found.append(mention)
            place += length
        return found

    def _plant(self, name: Name, words: list[Token]) -> None:
        node = self._root
        for word in words:
            node = node.children.setdefault(word.stem, _Node())
        if words:
            node.names.append((name, words))

    def _at(self, text: str, words: list[Token], place: int) -> tuple[Mention | None, int]:
        """The longest name that begins here, and how many words to go on by."""
        longest, nearest = 0, list[tuple[int, int]]()
        for node, end in self._ways(text, words, place):
            here = words[place:end]
            fitting = [
                (distance(here, parts), name.topic_id)
                for name, parts in node.names
                if is_form_of(here, parts, name.kind)
            ]
            if fitting and end - place > longest:
                longest, nearest = end - place, fitting
            elif fitting and end - place == longest:
                nearest += fitting
        if not longest:
            return None, 1
        best = min(nearest)[0]
        topics = tuple(sorted({topic for far, topic in nearest if far == best}))
        start, stop = words[place].start, words[place + longest - 1].end
        return Mention(start, stop, text[start:stop], topics), longest

    def _ways(self, text: str, words: list[Token], place: int) -> Iterator[tuple[_Node, int]]:
        """All nodes that the words from here lead to, with the place after the last word."""
        waiting = [(self._root, place)]
        while waiting:
            node, at = waiting.pop()
            if node.names:
                yield node, at
            if at == len(words) or (at > place and not _belong(text, words[at - 1], words[at])):
                continue
            ways = (node.children.get(stem) for stem in stems_of(words[at].folded))
            waiting += [(child, at + 1) for child in ways if child is not None]


def _belong(text: str, word: Token, following: Token) -> bool:
    between = _INSIDE.fullmatch(text, word.end, following.start)
    if between is None:
        return False
    return "." not in between.group() or len(word.text) <= LONGEST_SHORTENED
