"""Finding listed words and phrases in a text, however they are inflected or disguised; pure.

A phrase is found where its words stand one after the other. `*` in it stands for any letters, so
that “*trottel” finds “Volltrottel”. A word is looked at once; what was found out about it is kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from blattwerk.common.stems import stem
from blattwerk.discussion.help.folding import folded
from blattwerk.discussion.help.reading import Token, tokens

ANY = "*"
_WORDS = frozenset({"word", "tag", "gaps"})
_MOST_KEPT = 50_000  # words; some 10 MB
_SHORTEST_WITH_WOMEN = 5  # letters
_UNLISTED: frozenset[int] = frozenset()
_SHAPE = re.compile(r"[^\W_*]")


@dataclass(frozen=True)
class Listed:
    """A phrase as it is listed; `exceptions` are words or phrases inside which it says nothing."""

    text: str
    inflected: bool = True
    exceptions: Sequence[str] = ()


@dataclass(frozen=True, order=True)
class Hit:
    """Where a listed phrase stands in a text."""

    start: int
    end: int
    phrase: str


@dataclass(frozen=True)
class _Row:
    """Words by the numbers of their patterns, and the phrases that excuse it."""

    text: str
    words: tuple[int, ...]
    exceptions: tuple[tuple[int, ...], ...]


@dataclass
class _Patterns:
    """All words that phrases are made of, each with a number; the same word has one number."""

    exact: dict[str, int] = field(default_factory=dict)
    stems: dict[str, int] = field(default_factory=dict)
    shapes: list[tuple[re.Pattern[str], int]] = field(default_factory=list)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, text: str, *, inflected: bool) -> tuple[int, ...]:
        return tuple(self._number(word, inflected=inflected) for word in parts(text))

    def _number(self, word: str, *, inflected: bool) -> int:
        kind = "shape" if ANY in word else "stem" if inflected else "exact"
        key = word if kind == "shape" else stem(folded(word)) if inflected else folded(word)
        known = self.numbers.get((kind, key))
        if known is not None:
            return known
        number = self.numbers[kind, key] = len(self.numbers)
        if kind == "shape":
            self.shapes.append((_shape(word), number))
        elif inflected:
            self.stems[key] = number
            if len(word) >= _SHORTEST_WITH_WOMEN:  # Idiot, Idiotin, Idiotinnen
                self.stems.setdefault(stem(folded(f"{word}in")), number)
        else:
            self.exact[key] = number
        return number

    def found_in(self, key: str) -> frozenset[int]:
        found = {self.exact.get(key), self.stems.get(stem(key))} - {None}
        shapes = {number for shape, number in self.shapes if shape.fullmatch(key)}
        return frozenset({number for number in found if number is not None} | shapes)


class Wordlist:
    """The compiled list."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self._patterns = _Patterns()
        self._by_first: dict[int, list[_Row]] = {}
        self._kept: dict[str, frozenset[int]] = {}
        for each in listed:
            words = self._patterns.of(each.text, inflected=each.inflected)
            if words:
                excused = (self._patterns.of(text, inflected=True) for text in each.exceptions)
                row = _Row(each.text, words, tuple(words for words in excused if words))
                self._by_first.setdefault(words[0], []).append(row)

    def find(self, text: str) -> list[Hit]:
        """Each place where a listed phrase stands, in order."""
        if not self._by_first:
            return []
        read = [token for token in tokens(text) if token.kind in _WORDS]
        numbers = [self._look(token.key) for token in read]
        found = [
            Hit(read[at].start, read[at + len(row.words) - 1].end, row.text)
            for at, begun in enumerate(numbers)
            if begun
            for number in begun
            for row in self._by_first.get(number, ())
            if _stands(row.words, numbers, at) and not _excused(row, numbers, at)
        ]
        return sorted(set(found))

    def _look(self, key: str) -> frozenset[int]:
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            known = self._kept[key] = self._patterns.found_in(key) or _UNLISTED
        return known


def parts(text: str) -> list[str]:
    """The words of a listed phrase, as it is compared with texts; `*` stays where it stands."""
    return [word for each in text.split() for word in _split(each) if _SHAPE.search(word)]


def _split(word: str) -> list[str]:
    if ANY in word:
        return [ANY.join(folded(piece) for piece in word.split(ANY))]
    read: list[Token] = [token for token in tokens(word) if token.kind in _WORDS]
    return [token.written.lstrip("#") for token in read]


def _shape(word: str) -> re.Pattern[str]:
    return re.compile("[a-z0-9]*".join(re.escape(piece) for piece in word.split(ANY)))


def _stands(words: tuple[int, ...], numbers: Sequence[frozenset[int]], at: int) -> bool:
    if at < 0 or at + len(words) > len(numbers):
        return False
    return all(number in numbers[at + step] for step, number in enumerate(words))


def _excused(row: _Row, numbers: Sequence[frozenset[int]], at: int) -> bool:
    """Whether it stands inside one of its exceptions."""
    last = at + len(row.words)
    return any(
        _stands(words, numbers, begin)
        for words in row.exceptions
        for begin in range(last - len(words), at + 1)
    )
