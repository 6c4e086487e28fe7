"""Text to sentences: LanguageTool's rules, and ours where the ear would suffer.

A wrong split hurts the ear more than a missed one ("der 1. | FC Köln"), so doubt joins.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import resources
from itertools import accumulate, pairwise
from operator import itemgetter
from threading import Lock

from blattwerk.narration.text.boundary import DOUBTFUL, verdict

ASIDES = (r"\([^\)]*?[", r"\[[^\]]*", r"\{[^\}]*")
ASIDE = 250  # characters of brackets that are never split
WINDOW = 2000  # LanguageTool's look-arounds are quadratic in the text they are given
# Same length, so that places in the shadow are places in the text.
SHADOW = dict.fromkeys(
    (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "
) | {0x201F: "“", 0x2033: "″", 0x02BC: "’"}
CUTS = (re.compile(r"[;:](?=\s)"), re.compile(r"[,)](?=\s)|\s[–—](?=\s)"), re.compile(r"\S(?=\s)"))
_lock = Lock()


def split(text: str, language: str) -> list[str]:
    """The sentences of `text` ("de" or "en"), trimmed, in order, every non-space character in one.

    A line break always ends a sentence.
    """
    return [sentence for line in text.splitlines() for sentence in _sentences(line, language)]


def chop(sentence: str, limit: int = 600) -> list[str]:
    """Cut a sentence into pieces of at most `limit` characters, at a pause where there is one.

    A word is cut only where it is itself longer than the limit.
    """
    pieces, rest = [], sentence.strip()
    while len(rest) > limit:
        end = _pause(rest, limit)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*pieces, rest] if rest else pieces


def _pause(text: str, limit: int) -> int:
    """Where to cut: the last strong pause in the second half, else any, else the last space."""
    for cut in CUTS:
        ends = [match.end() for match in cut.finditer(text, 0, limit + 1) if match.end() <= limit]
        if ends and (ends[-1] >= limit // 2 or cut is CUTS[-1]):
            return ends[-1]
    return limit


def _sentences(line: str, language: str) -> list[str]:
    shadow = line.translate(SHADOW)
    trusted = {_next_word(shadow, end) for end in _library_breaks(shadow, language)}
    doubtful = {_next_word(shadow, match.end()) for match in DOUBTFUL.finditer(shadow)}
    starts, asides = [_next_word(shadow, 0)], _asides(shadow)
    for place in sorted((trusted | doubtful) - {len(line)}):
        if _within(place - 1, asides):
            continue
        ruling = verdict(shadow, starts[-1], place, language)
        if ruling or (ruling is None and place in trusted):
            starts.append(place)
    return _pieces(line, starts)


def _asides(line: str) -> list[tuple[int, int]]:
    """Where short brackets open and close, outermost only."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for sign in re.finditer(r"[()\[\]]", line):
        if sign[0] in "([":
            opened.append(sign.start())
        elif opened:
            start = opened.pop()
            if sign.start() - start <= ASIDE:
                while spans and spans[-1][0] > start:
                    spans.pop()
                spans.append((start, sign.start()))
    return spans


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    found = bisect_right(spans, place, key=itemgetter(0)) - 1
    return found >= 0 and place < spans[found][1]


def _next_word(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _pieces(line: str, starts: list[int]) -> list[str]:
    """Cut at `starts`; what says nothing ("…", "***") goes to the sentence before or after it."""
    speaking = [
        start
        for start, end in pairwise([*starts, len(line)])
        if any(line[place].isalnum() for place in range(start, end))
    ]
    edges = [starts[0], *speaking[1:], len(line)]
    return [piece for start, end in pairwise(edges) if (piece := line[start:end].strip())]


def _library_breaks(text: str, language: str) -> Iterator[int]:
    """Ends of the library's sentences, window by window, so that long texts stay linear."""
    rules, start = _rules(), 0
    while start < len(text):
        window = text[start : start + WINDOW]
        ends = list(accumulate(map(len, rules(window, f"{language}_one"))))
        yield from (start + end for end in ends[:-1])
        if start + WINDOW >= len(text):
            return
        start += _step(window, ends)


def _step(window: str, ends: list[int]) -> int:
    """Where the next window begins: at the last break, or at a space when that is far back."""
    last = ends[-2] if len(ends) > 1 else 0
    return last if last > len(window) // 2 else window.rfind(" ") + 1 or len(window)


@lru_cache(maxsize=1)
def _load() -> Callable[[str, str], Iterator[str]]:
    from choppa import SrxDocument, SrxTextIterator  # 0.4 s, so only for those who split

    path = resources.files("choppa") / "data/srx/languagetool_segment.srx"
    document = SrxDocument(ruleset=str(path))
    for rules in {
        id(found.language_rule): found.language_rule for found in document.language_map_list
    }.values():
        # these take seconds where many full stops stand together; `_asides` does their work
        rules.rules = [rule for rule in rules.rules if not rule.before_pattern.startswith(ASIDES)]
    for language in ("de_one", "en_one"):
        list(SrxTextIterator(document, language, "A. B."))  # compiles the rules
    return lambda text, language: SrxTextIterator(document, language, text)


def _rules() -> Callable[[str, str], Iterator[str]]:
    with _lock:
        return _load()
