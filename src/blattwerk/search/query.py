"""What a reader asks for: words, "phrases", -exclusions."""

import re
from dataclasses import dataclass
from functools import cached_property

from blattwerk.common.stems import STOP_WORDS, stem, words

LONGEST_QUERY = 200  # characters; what is beyond is not read
MOST_TERMS = 12
SHORTEST_WORD = 2
SHORTEST_ENDING, SHORTEST_BEGINNING = 4, 5  # letters of a stem; shorter ones begin anything

_QUOTES = str.maketrans(dict.fromkeys("„“”«»‟", '"'))
_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<bare>[^\s"]+))')


@dataclass(frozen=True)
class Term:
    """One or, in a phrase, several folded words that have to follow one another."""

    words: tuple[str, ...]
    exactly: bool = False  # as written; else in any of the word's forms

    @property
    def stem(self) -> str:
        """The stem of a single word."""
        return stem(self.words[0])

    @property
    def as_ending(self) -> str:
        """What may end a longer word (brücke: Irnabrücke); empty when too short to tell."""
        return self.stem if len(self.stem) >= SHORTEST_ENDING else ""

    @property
    def as_beginning(self) -> str:
        """What may begin a longer word (brücke: Brückensperre); empty when too short to tell."""
        return self.stem if len(self.stem) >= SHORTEST_BEGINNING else ""


@dataclass(frozen=True)
class Query:
    """All that is wanted, and what is not."""

    text: str
    wanted: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()

    @property
    def can_be_answered(self) -> bool:
        return bool(self.wanted)

    @cached_property
    def phrases(self) -> tuple[Term, ...]:
        return tuple(term for term in self.wanted if term.exactly)

    @cached_property
    def single_words(self) -> tuple[Term, ...]:
        return tuple(term for term in self.wanted if not term.exactly)


def read_query(text: str) -> Query:
    """Read what was typed; nothing that can be typed is an error."""
    shown = _beginning(" ".join(_printable(text[: LONGEST_QUERY * 2]).split()))
    wanted: dict[Term, None] = {}
    excluded: dict[Term, None] = {}
    for match in _TERM.finditer(shown.translate(_QUOTES)):
        terms = _terms(match["phrase"], match["bare"])
        (excluded if match["minus"] else wanted).update(dict.fromkeys(terms))
    return Query(shown, _worth_asking(wanted)[:MOST_TERMS], tuple(excluded)[:MOST_TERMS])


def _terms(phrase: str | None, bare: str | None) -> list[Term]:
    folded = tuple(word.folded for word in words(phrase or bare or ""))
    if phrase is not None:
        return [Term(folded[:MOST_TERMS], exactly=True)] if folded else []
    return [Term((word,)) for word in folded]


def _worth_asking(terms: dict[Term, None]) -> tuple[Term, ...]:
    """Without words that stand in every article, as long as others are left."""
    long = [term for term in terms if term.exactly or len(term.words[0]) >= SHORTEST_WORD]
    telling = [term for term in long if term.exactly or term.words[0] not in STOP_WORDS]
    return tuple(telling) or tuple(Term(term.words, exactly=True) for term in long)


def _beginning(text: str) -> str:
    """As much as is read, cut after a whole word where there is one."""
    if len(text) <= LONGEST_QUERY:
        return text
    cut = text[:LONGEST_QUERY]
    return cut.rpartition(" ")[0] or cut


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
