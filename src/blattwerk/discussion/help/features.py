"""What the model counts in a text: pieces of words, words, pairs of words, signs.

Every word stands for itself: its pieces are not mixed with those of others. So what it adds to the
score can be kept for the next text, and told to people.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log, sqrt
from zlib import crc32

from blattwerk.discussion.help.reading import Token
from blattwerk.discussion.help.stems import groups_of

BITS = 19
PIECES = (2, 3, 4, 5)  # letters
GROUP = 3.0  # how much more a group of words counts than a piece of one
_MASK = (1 << BITS) - 1
_SHORTEST_SHOUT = 3
_WORDS = frozenset({"word", "tag", "gaps"})

type Term = tuple[str, str, bool]  # kind, key, whether in capitals


def terms(read: Iterable[Token]) -> Iterator[tuple[Term, tuple[Token, ...]]]:
    """Each term with the tokens it stands on: one, or two for a pair of words."""
    before: Token | None = None
    for token in read:
        is_word = token.kind in _WORDS
        capitals = is_word and len(token.key) >= _SHORTEST_SHOUT and token.written.isupper()
        yield (token.kind, token.key, capitals), (token,)
        if is_word:
            if before:
                yield ("pair", f"{before.key} {token.key}", False), (before, token)
            before = token


def slots(term: Term) -> list[tuple[int, float]]:
    """Where the weights of a term stand, and how often or how strongly each counts."""
    kind, key, capitals = term
    if kind not in _WORDS:
        return [(_slot(f"{kind} {key}"), 1.0)]
    framed = f" {key} "
    named = [framed[at : at + n] for n in PIECES for at in range(len(framed) - n + 1)]
    named.append(f"word {key}")
    if capitals:
        named.append("in capitals")
    if kind != "word":
        named.append(f"as {kind}")
    found = [(_slot(name), 1.0) for name in named]
    found += [(_slot(f"group {group}"), GROUP) for group in sorted(groups_of(key))]
    return found


def size(term: Term) -> int:
    """How much a term lengthens its text: about its letters; a pair adds nothing of its own."""
    return 0 if term[0] == "pair" else len(term[1]) + 1


def strengths(counted: Counter[Term]) -> Iterator[tuple[Term, float]]:
    """How strongly each term counts: repeats ever less, and in a long text all of them less."""
    logs = {term: 1.0 + log(count) if count > 1 else 1.0 for term, count in counted.items()}
    length = sqrt(sum(size(term) * each * each for term, each in logs.items())) or 1.0
    return ((term, each / length) for term, each in logs.items())


def _slot(name: str) -> int:
    return crc32(name.encode("utf-8", "replace")) & _MASK
