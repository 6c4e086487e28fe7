"""Whether a word of a text is a form of a word of a name.

Names bend little: a genitive, an adjective's ending inside a longer name. Themes bend as any German
noun. What is derived from a name is another word: Wiener is found only where it is an alias itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from blattwerk.common.stems import fold, stem, words

LONGEST_ACRONYM = 5  # letters; longer ones are taken for words in capitals
LONG_THEME = 5  # letters; -er makes another noun of longer ones: Musik, Musiker
# What a name of one word may end in beyond itself. Not -en for places: Weiz, Weizen.
_ENDINGS = {
    "person": ("s", "ens"),
    "place": ("s",),
    "organisation": ("s", "es", "en", "n"),
}
_AGENTS = ("er", "ern", "ers")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is written, where it begins and ends, and as it is compared."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def stem(self) -> str:
        return stem(self.folded)


def tokens(text: str) -> list[Token]:
    """The words of a text, in order."""
    return [
        Token(text[word.start : word.end], word.start, word.end, word.folded)
        for word in words(text)
    ]


@lru_cache(maxsize=100_000)
def stems_of(folded: str) -> tuple[str, ...]:
    """The stems under which a word is looked up: its own, and without a genitive's s."""
    own = stem(folded)
    if not folded.endswith("s") or len(folded) < 3:
        return (own,)
    bare = stem(folded[:-1])
    return (own,) if bare == own else (own, bare)


def is_form_of(found: list[Token], name: list[Token], kind: str) -> bool:
    """Whether the words are the name, bent or not; they share stems already."""
    bends = len(name) > 1 or kind not in _ENDINGS
    pairs = zip(found, name, strict=True)
    if bends:
        agent = _is_agent(found[0], name[0]) if len(name) == 1 else False
        return not agent and all(_is_alike(word, part) for word, part in pairs)
    word, part = found[0], name[0]
    if is_acronym(part.text):
        return _is_alike(word, part)
    endings = ("", *_ENDINGS[kind])
    return _is_alike(word, part) and word.folded in {part.folded + fold(end) for end in endings}


def distance(found: Iterable[Token], name: Iterable[Token]) -> int:
    """How far the words are from the name as it is written; 0: the same letters."""
    return sum(
        0 if word.text == part.text else 1 + abs(len(word.folded) - len(part.folded))
        for word, part in zip(found, name, strict=True)
    )


def is_acronym(text: str) -> bool:
    """Whether it is written in a few capitals; then it must be written so in a text: US, WHO."""
    return 2 <= len(text) <= LONGEST_ACRONYM and text.isalpha() and text.isupper()


def _is_alike(word: Token, part: Token) -> bool:
    if is_acronym(part.text):
        return word.text in (part.text, f"{part.text}s")
    if part.text[0].isupper() and not word.text[0].isupper():
        return False
    return word.folded == part.folded or part.stem in stems_of(word.folded)


def _is_agent(word: Token, part: Token) -> bool:
    longer = len(part.folded) >= LONG_THEME and word.folded.startswith(part.folded)
    return longer and word.folded[len(part.folded) :] in _AGENTS
