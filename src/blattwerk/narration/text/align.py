"""Which written word a spoken word belongs to, so that a mark can follow the voice."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Span = tuple[int, int]
# a word with its signs ("$5", "C++", "10%"), without the marks around it
WORD = re.compile(r"[^\W_][^\s]*|[&%+=€$£§@#°~<>×→½¼¾][^\s]*")
TRAILING = re.compile(r"[^\w%€$£+#°²³½¼¾¹™®]+$|_+$")
WINDOW = 80  # written words looked at together, so that long texts cost linear time


def words_of(text: str) -> list[Span]:
    """Where the words of `text` stand, without the punctuation around them."""
    spans = []
    for match in WORD.finditer(text):
        core = TRAILING.sub("", match[0])
        spans.append((match.start(), match.start() + (len(core) or len(match[0]))))
    return spans


def align(written: str, spoken: str, words: Sequence[Span]) -> list[Span | None]:
    """For each [start, end) in `spoken`, the [start, end) of the word in `written` it belongs to.

    Monotone; what has no word of its own gets its neighbour's. None only when nothing is written.
    """
    places, said = words_of(written), words_of(spoken)
    if not places:
        return [None] * len(words)
    belongs = _belongings(written, places, spoken, said)
    starts = [start for start, _ in said]
    if not said:
        return [places[0]] * len(words)
    return [places[belongs[max(bisect_right(starts, start) - 1, 0)]] for start, _ in words]


def written_times(
    written: str, spoken: str, words: Sequence[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """(start, end, sample) for every written word, in order, from the engine's events in `spoken`.

    The sample is the first at which the word sounds, never before that of the word before it.
    """
    events = sorted((start, sample) for start, _, sample in words)
    places, said = words_of(written), words_of(spoken)
    if not events or not places or not said:
        return []
    firsts: dict[int, int] = {}
    for index, owner in enumerate(_belongings(written, places, spoken, said)):
        firsts.setdefault(owner, said[index][0])
    event_starts = [start for start, _ in events]
    times: list[tuple[int, int, int]] = []
    sample = events[0][1]
    for owner, (start, end) in enumerate(places):
        if owner in firsts:
            event = max(bisect_right(event_starts, firsts[owner]) - 1, 0)
            sample = max(sample, events[event][1])
        times.append((start, end, sample))
    return times


def _belongings(written: str, places: list[Span], spoken: str, said: list[Span]) -> list[int]:
    """For each spoken word the index of its written word: the same first, then those between."""
    raw = [written[start:end] for start, end in places]
    left = [word.casefold() for word in raw]
    right = [spoken[start:end].casefold() for start, end in said]
    owners = [0] * len(right)
    done_left = done_right = 0
    for from_left, from_right in [*_anchors(left, right), (len(left), len(right))]:
        _share(raw, right, (done_left, from_left), (done_right, from_right), owners)
        if from_right < len(right):
            owners[from_right] = from_left
        done_left, done_right = from_left + 1, from_right + 1
    return owners


def _anchors(left: list[str], right: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of equal words, rising on both sides."""
    at_left = at_right = 0
    while at_left < len(left) and at_right < len(right):
        if left[at_left] == right[at_right]:
            yield at_left, at_right
            at_left, at_right = at_left + 1, at_right + 1
            continue
        near, far = left[at_left : at_left + WINDOW], right[at_right : at_right + 2 * WINDOW]
        last = at_left + WINDOW >= len(left) and at_right + 2 * WINDOW >= len(right)
        moved = (WINDOW // 2, WINDOW // 2)
        matcher = SequenceMatcher(None, near, far, autojunk=False)
        for block in matcher.get_matching_blocks():
            for step in range(block.size):
                if last or block.a + step < WINDOW * 2 // 3:
                    yield at_left + block.a + step, at_right + block.b + step
                    moved = (block.a + step + 1, block.b + step + 1)
        if last:
            return
        at_left, at_right = at_left + moved[0], at_right + moved[1]


def _share(raw: list[str], right: list[str], owned: Span, saying: Span, owners: list[int]) -> None:
    """Divide the spoken words between two anchors among the written ones between them."""
    count = owned[1] - owned[0]
    if count <= 0:
        neighbour = min(max(owned[0] - 1, 0), len(raw) - 1)
        owners[saying[0] : saying[1]] = [neighbour] * (saying[1] - saying[0])
        return
    weights = [_length_said(word) for word in raw[owned[0] : owned[1]]]
    edges = _edges(weights, [len(word) + 1 for word in right[saying[0] : saying[1]]])
    for owner, (start, end) in enumerate(pairwise(edges), owned[0]):
        for place in range(saying[0] + start, saying[0] + end):
            owners[place] = owner


def _edges(weights: list[int], lengths: list[int]) -> list[int]:
    """Where each owner's words begin, in proportion, everyone having one while there are enough."""
    total, whole = sum(weights), sum(lengths)
    edges, place, sounded, due = [0], 0, 0, 0
    for index, weight in enumerate(weights[:-1]):
        due += weight
        least = edges[-1] + 1
        most = max(len(lengths) - (len(weights) - index - 1), edges[-1])
        while place < len(lengths) and (
            place < least or (sounded + lengths[place] / 2) * total < due * whole
        ):
            sounded += lengths[place]
            place += 1
        while place > most:
            place -= 1
            sounded -= lengths[place]
        edges.append(place)
    return [*edges, len(lengths)]


def _length_said(word: str) -> int:
    """About how many characters it takes to say a written word."""
    digits = sum(map(str.isdigit, word))
    signs = sum(not char.isalnum() for char in word)
    letters = len(word) - digits - signs
    if digits:  # "$1.2bn": what is glued to a number is a word each
        return 7 * digits + 3 * signs + 8 * len(re.findall(r"[^\W\d_]+", word))
    spelt = "." in word or (word.isupper() and letters < 5)
    return letters * (2 if spelt else 1) + 3 * signs or 1
