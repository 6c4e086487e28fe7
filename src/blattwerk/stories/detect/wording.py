"""A text as terms: stems, names, pairs of names; numbers and places; all as stable hashes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from blattwerk.common.stems import fold
from blattwerk.stories.detect.forms import MATCH, form_of
from blattwerk.stories.detect.places import places_of
from blattwerk.stories.detect.stems import key_of, stem_of, word_key
from blattwerk.stories.detect.tongue import small_words

SHORTEST_GRAM, LONGEST_GRAM = 4, 5
_TOKEN = re.compile(r"\d+(?:[.,:/–-]\d+)*|[^\W\d_]+|[.!?:;()\"„“”«»–—|]")
_QUOTES = frozenset('"„“”«»')
_SCORE = re.compile(r"\d{1,3}[:–-]\d{1,3}")
_THOUSANDS = re.compile(r"(?<=\d)[.](?=\d{3}(?:\D|$))")


class Token(NamedTuple):
    """A word, a number or a mark that ends a clause."""

    written: str
    folded: str  # "" where it is a mark
    title: bool
    opens: bool  # stands first in its sentence


@dataclass(slots=True)
class Term:
    """What the forms of a word, or two names in a row, share; `count` is weighted by place."""

    key: int
    surface: str
    stem: str
    count: float = 0.0
    name: bool = False
    title: bool = False
    quoted: bool = False  # stands alone in quotes, as the names of storms and ships do
    pair: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Wording:
    """All that is compared of a text's words. `scores` are results of matches such as 2:1."""

    terms: dict[int, Term]
    numbers: frozenset[int]
    scores: frozenset[int]
    places: frozenset[int]
    form: str  # the recurring form it is of (`forms.py`)
    folded: tuple[str, ...] = field(repr=False)


@lru_cache(maxsize=50_000)
def grams(stem: str) -> tuple[int, ...]:
    """The pieces of a word by which compounds find their parts: 32-bit hashes."""
    if len(stem) <= SHORTEST_GRAM:
        return (crc32(stem.encode()),)
    sizes = range(SHORTEST_GRAM, LONGEST_GRAM + 1)
    pieces = {stem[at : at + size] for size in sizes for at in range(len(stem) - size + 1)}
    return tuple(sorted(crc32(piece.encode()) for piece in pieces))


def clean(text: str, most: int) -> str:
    """The text's beginning in composed letters, without invisible characters."""
    composed = unicodedata.normalize("NFC", text[: 2 * most])
    for letter in set(composed):
        if unicodedata.category(letter) in ("Cf", "Cs", "Co"):
            composed = composed.replace(letter, "")
    return " ".join(composed.split())[:most].strip()


def tokens(text: str, *, title: bool) -> Iterator[Token]:
    opens = True
    for match in _TOKEN.finditer(text):
        written = match.group()
        folded = fold(written) if written[0].isalnum() else ""
        if folded:
            yield Token(written, folded, title, opens)
            opens = False
        else:
            yield Token(written, "", title, False)
            opens = opens or written in '.!?:"„“”«»|'


def wording_of(every: Iterable[Token], language: str) -> Wording:
    every = list(every)
    form = form_of(*(_folded(every, title=title) for title in (True, False)))
    terms: dict[int, Term] = {}
    figures: set[str] = set()
    folded: list[str] = []
    small = small_words(language)
    before: Term | None = None
    for token in every:
        if not token.folded:
            before = None
            continue
        folded.append(token.folded)
        if token.written[0].isdigit():
            figures.add(_THOUSANDS.sub("", token.written))
            before = None
            continue
        if token.folded in small:
            before = None
            continue
        term = _add_word(terms, token, language)
        if before and token.written[0].isupper():
            _add_pair(terms, before, term, title=token.title)
        before = term if token.written[0].isupper() else None
    _mark_quoted(terms, every, language)
    scores = {figure for figure in figures if form == MATCH and _SCORE.fullmatch(figure)}
    return Wording(
        terms=terms,
        numbers=frozenset(key_of("number", figure) for figure in figures - scores),
        scores=frozenset(key_of("score", re.sub("[–-]", ":", figure)) for figure in scores),
        form=form,
        places=places_of(every, language),
        folded=tuple(folded),
    )


def _folded(every: list[Token], *, title: bool) -> list[str]:
    return [token.folded for token in every if token.title is title and token.folded]


def _add_word(terms: dict[int, Term], token: Token, language: str) -> Term:
    stem = stem_of(token.folded, language)
    key = word_key("word", stem)
    term = terms.get(key)
    if term is None:
        term = terms[key] = Term(key, token.written, stem)
    capital = token.written[0].isupper() and not token.opens
    term.count += 2.0 if token.title else 1.0
    term.name = term.name or capital
    term.title = term.title or token.title
    return term


def _mark_quoted(terms: dict[int, Term], every: list[Token], language: str) -> None:
    for before, token, after in zip(every, every[1:], every[2:], strict=False):
        if before.written in _QUOTES and after.written in _QUOTES and token.written[0].isupper():
            term = terms.get(word_key("word", stem_of(token.folded, language)))
            if term:
                term.quoted = True


def _add_pair(terms: dict[int, Term], first: Term, second: Term, *, title: bool) -> None:
    key = word_key("pair", f"{first.stem} {second.stem}")
    term = terms.get(key)
    if term is None:
        surface = f"{first.surface} {second.surface}"
        pair = (first.key, second.key)
        term = terms[key] = Term(key, surface, "", name=True, pair=pair)
    term.count += 2.0 if title else 1.0
    term.title = term.title or title
