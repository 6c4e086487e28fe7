"""What a story is about: its articles' vectors added up."""

import struct
import sys
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal

from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.meaning import added as added_vector
from blattwerk.stories.detect.stems import key_of
from blattwerk.stories.detect.weigh import Weighed, length, strongest

MOST_WORDS = 240
MOST_GRAMS = 480
MOST_MARKS = 60  # numbers, places, results: the newest
MOST_MEMBERS = 12  # the newest articles by themselves
MEMBER_WORDS = 24
_HEAD = struct.Struct("<B2siiIdd9I")
_FORM = 1


@dataclass(kw_only=True)
class Profile:
    """`first` and `last` are hours since 1970; the sums are of vectors of length 1."""

    language: str = ""
    first: int = 0
    last: int = 0
    size: int = 0
    words: dict[int, float] = field(default_factory=dict)
    times: dict[int, int] = field(default_factory=dict)  # in how many of its articles
    grams: dict[int, float] = field(default_factory=dict)
    members: list[dict[int, float]] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    scores: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    forms: list[int] = field(default_factory=list)
    length: float = 0.0  # of the sum of words
    gram_length: float = 0.0
    vector: bytes = b""  # sums, see `meaning.py`

    def add(self, features: Features, weighed: Weighed, hour: int) -> None:
        wording = features.wording
        self.first = min(self.first, hour) if self.size else hour
        self.last = max(self.last, hour) if self.size else hour
        self.language = self.language or features.language
        self.size += 1
        self.words = _added(self.words, weighed.words, MOST_WORDS)
        self.times = {key: self.times.get(key, 0) + (key in weighed.words) for key in self.words}
        self.members = [_rounded(weighed.words, weighed.strongest(MEMBER_WORDS)), *self.members]
        del self.members[MOST_MEMBERS:]
        self.grams = _added(self.grams, weighed.grams, MOST_GRAMS)
        self.length, self.gram_length = length(self.words), length(self.grams)
        self.titles = _newest(self.titles, (k for k, term in wording.terms.items() if term.title))
        self.numbers = _newest(self.numbers, sorted(wording.numbers))
        self.scores = _newest(self.scores, sorted(wording.scores))
        self.places = _newest(self.places, sorted(wording.places))
        if features.vector:
            self.vector = added_vector(self.vector, features.vector)
        self.forms = _newest(self.forms, form_keys(wording.form, hour))

    def strongest(self, most: int) -> list[int]:
        return strongest(self.words, most)

    def to_bytes(self) -> bytes:
        parts = [
            _packed("q", self.words), _packed("f", self.words.values()),
            _packed("H", (min(times, 0xFFFF) for times in self.times.values())),
            _packed("I", self.grams), _packed("f", self.grams.values()),
            _packed("B", map(len, self.members)),
            *(_packed("q", member) + _packed("f", member.values()) for member in self.members),
            *(_packed("q", marks) for marks in self._marks()),
        ]  # fmt: skip
        sizes = [len(self.words), len(self.grams), len(self.members), *map(len, self._marks())]
        head = _HEAD.pack(
            _FORM,
            self.language.encode(),
            self.first,
            self.last,
            self.size,
            self.length,
            self.gram_length,
            *sizes,
            len(self.vector),
        )
        return b"".join([head, *parts, self.vector])

    def _marks(self) -> tuple[list[int], ...]:
        return self.titles, self.numbers, self.scores, self.places, self.forms

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Profile":
        raw = bytes(raw)  # PostgreSQL hands out a memoryview
        form, language, first, last, size, long, gram_long, *sizes = _HEAD.unpack_from(raw)
        if form != _FORM:
            raise ValueError(f"A profile of form {form} is not known.")
        reader = _Reader(raw, _HEAD.size)
        keys = reader.ints("q", sizes[0])
        words = dict(zip(keys, reader.floats(sizes[0]), strict=True))
        times = dict(zip(keys, reader.ints("H", sizes[0]), strict=True))
        grams = dict(zip(reader.ints("I", sizes[1]), reader.floats(sizes[1]), strict=True))
        members = [
            dict(zip(reader.ints("q", most), reader.floats(most), strict=True))
            for most in reader.ints("B", sizes[2])
        ]
        marks = iter(reader.ints("q", sum(sizes[3:8])))
        titles, numbers, scores, places, forms = (list(islice(marks, each)) for each in sizes[3:8])
        return cls(
            language=language.decode(), first=first, last=last, size=size, words=words, times=times,
            length=long, gram_length=gram_long,
            grams=grams, members=members, titles=titles, numbers=numbers, scores=scores,
            places=places, forms=forms, vector=raw[reader.at : reader.at + sizes[8]],
        )  # fmt: skip


@dataclass
class _Reader:
    raw: bytes
    at: int

    def ints(self, kind: Literal["q", "H", "I", "B"], count: int) -> list[int]:
        found: array[int] = array(kind)
        self._fill(found, count)
        return found.tolist()

    def floats(self, count: int) -> list[float]:
        found: array[float] = array("f")
        self._fill(found, count)
        return found.tolist()

    def _fill(self, found: "array[Any]", count: int) -> None:
        end = self.at + count * found.itemsize
        found.frombytes(self.raw[self.at : end])
        self.at = end
        if sys.byteorder == "big":
            found.byteswap()


def _packed(kind: str, values: Iterable[float]) -> bytes:
    packed = array(kind, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _added(sums: dict[int, float], more: dict[int, float], most: int) -> dict[int, float]:
    added = dict(sums) if sums else more
    for key, weight in more.items() if sums else ():
        added[key] = added.get(key, 0.0) + weight
    return _rounded(added, added if len(added) <= most else strongest(added, most))


def _rounded(weights: Mapping[int, float], keys: Collection[int]) -> dict[int, float]:
    """As they are stored, so that it makes no difference whether they were."""
    return dict(zip(keys, array("f", map(weights.__getitem__, keys)), strict=True))


def form_keys(form: str, hour: int) -> list[int]:
    """Marks of a recurring form, and of its one occasion."""
    return [key_of("form", form), key_of("form", f"{form} {hour // 24}")] if form else []


def _newest(marks: list[int], more: Iterable[int]) -> list[int]:
    return list(dict.fromkeys([*more, *marks]))[:MOST_MARKS]
