"""Tags: what each answer is made of, and a number for when that was last changed.

All processes share one file, mapped into memory: a counter of all purges, and for each slot (a
tag's hash) the number of its last purge and of its last withdrawal. An answer knows the counter
from before it was asked for, and is out of date once one of its slots has a higher number.

Readers never lock. A purge writes its slots first and the counter last: who reads in between finds
an answer stale a moment early, never fresh a moment too long. A file that is damaged is made anew
in place, since others have it mapped, and begins at a number nobody can have used: every answer
from before then counts as withdrawn, because nobody knows any more which ones were.
"""

import fcntl
import mmap
import os
import secrets
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from functools import lru_cache
from pathlib import Path

EVERYTHING = "all"  # a tag that every answer has
SLOTS = 65_536

KIND, NOW, BORN, BOOT = range(4)  # words at the head of the file
PURGED = 8  # from this word on: by slot, its last purge
WITHDRAWN = PURGED + SLOTS
WORDS = WITHDRAWN + SLOTS
SIZE = WORDS * 8
_KIND = int.from_bytes(b"blatags1", "little")
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Freshness(Enum):
    """Whether a stored answer may be shown."""

    FRESH = "fresh"
    STALE = "stale"  # while it is refreshed, and when it cannot be
    WITHDRAWN = "withdrawn"  # never


class Tags:
    """The shared file, as one process sees it. Safe in threads and across forks.

    Raises OSError where the file can be neither opened nor made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = os.fspath(path)  # asked for at every purge
        self.words = memoryview(bytearray(SIZE)).cast("Q")
        self._file = (0, 0)
        self._map: mmap.mmap | None = None
        with self._alone():
            pass

    def now(self) -> int:
        """The counter. Read it before an answer is asked for: what is purged meanwhile counts."""
        return self.words[NOW]

    def purge(self, tags: Iterable[str], *, withdrawn: bool = False) -> int:
        """Make every answer with one of these tags stale, or unfit ever to be shown again.

        Returns the number of this purge. Raises OSError when it could not be done.
        """
        slots = {slot_of(tag) for tag in tags}
        if not slots:
            return self.now()
        with self._alone() as words:
            number = words[NOW] + 1
            for slot in slots:
                if withdrawn:
                    words[WITHDRAWN + slot] = number
                words[PURGED + slot] = number
            words[NOW] = number
            if withdrawn and self._map is not None:
                self._map.flush()  # a withdrawal outlasts a power cut, see `_note_boot`
        return number

    def state(self, slots: Sequence[int], as_of: int) -> Freshness:
        """What became of an answer with these slots that was asked for at `as_of`."""
        words = self.words
        now = words[NOW]
        if not words[BORN] <= as_of <= now:
            return Freshness.WITHDRAWN  # of another file; what was withdrawn there is not known
        found = Freshness.FRESH
        for slot in slots:
            if words[PURGED + slot] > as_of:
                if words[WITHDRAWN + slot] > as_of:
                    return Freshness.WITHDRAWN
                found = Freshness.STALE
        return found

    def last(self, tag: str) -> tuple[int, int]:
        """Tells two times apart between which the tag was purged, or nobody knows."""
        words = self.words
        return words[BORN], words[PURGED + slot_of(tag)]

    def follow(self) -> None:
        """Map the file anew where another has taken its place. Raises OSError."""
        try:
            there = os.stat(self.name)  # noqa: PTH116
        except FileNotFoundError:
            there = None
        if there is None or (there.st_dev, there.st_ino) != self._file or there.st_size < SIZE:
            with self._alone():
                pass

    def close(self) -> None:
        """Let go of the file. What is read afterwards is that everything is withdrawn."""
        self.words = memoryview(bytearray(SIZE)).cast("Q")
        self.words[BORN] = 1
        self._map, self._file = None, (0, 0)  # unmapped once no thread reads it any more

    @contextmanager
    def _alone(self) -> Iterator[memoryview]:
        """Nobody else writes meanwhile: no process and, each opening its own, no thread."""
        file = self._locked()
        try:
            seen = os.fstat(file)
            if (seen.st_dev, seen.st_ino) != self._file or seen.st_size < SIZE:
                self._take(file, seen)
            yield self.words
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)  # closing leaves it to a child forked meanwhile
            os.close(file)

    def _locked(self) -> int:
        """The file at the path, opened and locked, also when it is replaced meanwhile."""
        while True:
            file = self._opened()
            try:
                fcntl.flock(file, fcntl.LOCK_EX)
                if os.path.samestat(os.fstat(file), os.stat(self.name)):  # noqa: PTH116
                    return file
            except FileNotFoundError:
                pass
            except BaseException:
                os.close(file)
                raise
            os.close(file)

    def _opened(self) -> int:
        how = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        try:
            return os.open(self.name, how, 0o660)
        except FileNotFoundError:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self.name, how, 0o660)

    def _take(self, file: int, seen: os.stat_result) -> None:
        """Map the file, and put right what is wrong with it."""
        _lengthen(file, seen.st_size)
        mapped = mmap.mmap(file, SIZE)
        words = memoryview(mapped).cast("Q")
        short = seen.st_size < SIZE
        if short or words[KIND] != _KIND or not 0 < words[BORN] <= words[NOW] < 2**63:
            _make_anew(words)
        _repair(words)
        _note_boot(words)
        self._map, self.words = mapped, words
        self._file = (seen.st_dev, seen.st_ino)


@lru_cache(SLOTS)
def slot_of(tag: str) -> int:
    """The same in every process and for ever. Two tags in one slot are purged together."""
    return zlib.crc32(tag.encode()) % SLOTS


def _lengthen(file: int, size: int) -> None:
    """Zeros that are written: on a full disk a hole in a map would kill the process."""
    while size < SIZE:
        size += os.pwrite(file, bytes(SIZE - size), size)


def _make_anew(words: memoryview) -> None:
    """Begin at the clock's second and a chance number in it.

    So the numbers of an older file lie outside this one's, also when the clock went back. Others
    may be reading: first nothing is fresh any more, then the old numbers go.
    """
    words[KIND] = 0
    born = int(time.time()) << 30 | secrets.randbits(30)
    words[BORN] = born
    words[NOW] = born
    words[PURGED:] = memoryview(bytes((WORDS - PURGED) * 8)).cast("Q")
    words[KIND] = _KIND


def _repair(words: memoryview) -> None:
    """A slot with a number that was never given counts as withdrawn now."""
    born, now = words[BORN], words[NOW]
    numbers = words[PURGED:].tolist()
    highest = max(numbers)
    if highest == now + 1:  # a purge that was killed before its last stroke
        words[NOW] = now = highest
    wrong = [place for place, number in enumerate(numbers) if number and not born < number <= now]
    for place in wrong:
        words[PURGED + place % SLOTS] = now + 1
        words[WITHDRAWN + place % SLOTS] = now + 1
    if wrong:
        words[NOW] = now + 1


def _note_boot(words: memoryview) -> None:
    """Since the machine started anew everything is stale: it may have forgotten purges."""
    boot = _boot()
    if words[BOOT] != boot:
        words[PURGED + slot_of(EVERYTHING)] = words[NOW] + 1
        words[NOW] += 1
        words[BOOT] = boot


def _boot() -> int:
    """A number that changes when the machine starts; 0 where it has none."""
    try:
        return zlib.crc32(_BOOT_ID.read_bytes())
    except OSError:
        return 0
