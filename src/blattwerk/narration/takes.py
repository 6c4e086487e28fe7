"""Spoken sentences kept on disk, so that a corrected sentence is spoken anew and no other.

A take is found again by what was said, by whom and how fast. The folder is bounded in bytes; what
was used longest ago goes first. Any process may read and write it at the same time.
"""

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from blattwerk.narration.engines.interface import Speech, SpokenWord

STRIPES = 64


@dataclass(frozen=True)
class StoredTake:
    """One spoken sentence: mono 16 bit PCM in `path`; words by their place in the spoken text."""

    path: Path
    rate: int
    samples: int
    words: tuple[SpokenWord, ...]


def take_key(
    *, engine: str, version: str, voice: str, rate: float, spoken: str, lexicon: Mapping[str, str]
) -> str:
    """The name a take is found by."""
    whole = [engine, version, voice, rate, spoken, sorted(lexicon.items())]
    return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class TakeStore:
    """The folder of takes."""

    folder: Path

    def find(self, key: str) -> StoredTake | None:
        """A take that is there whole; marks it as used."""
        pcm, notes = self._paths(key)
        try:
            told = json.loads(notes.read_bytes())
            size = pcm.stat().st_size
            os.utime(pcm)
        except (OSError, ValueError):
            return None
        words = tuple(SpokenWord(*word) for word in told["words"])
        return StoredTake(pcm, told["rate"], size // 2, words)

    def keep(self, key: str, speech: Speech) -> StoredTake:
        """Store what an engine has spoken."""
        pcm, notes = self._paths(key)
        pcm.parent.mkdir(parents=True, exist_ok=True)
        words = speech.words or ()
        told = {
            "rate": speech.rate,
            "words": [(word.start, word.end, word.sample) for word in words],
        }
        _write_whole(notes, json.dumps(told).encode())
        _write_whole(pcm, speech.pcm)
        return StoredTake(pcm, speech.rate, speech.samples, words)

    @contextmanager
    def alone(self, key: str) -> Iterator[None]:
        """Only one process speaks a sentence at a time; the others find it spoken."""
        folder = self.folder / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{int(key[:8], 16) % STRIPES:02d}").open("wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def shrink(self, limit: int) -> int:
        """Remove what was used longest ago until at most `limit` bytes are left; bytes freed."""
        takes = sorted(
            ((stat.st_mtime, stat.st_size, path) for path, stat in self._takes()), reverse=True
        )
        room, freed = limit, 0
        for _, size, path in takes:
            room -= size
            if room < 0:
                path.unlink(missing_ok=True)
                path.with_suffix(".json").unlink(missing_ok=True)
                freed += size
        return freed

    def _takes(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self.folder.glob("??/*.pcm"):
            try:
                yield path, path.stat()
            except FileNotFoundError:
                continue  # somebody else sweeps too

    def _paths(self, key: str) -> tuple[Path, Path]:
        base = self.folder / key[:2] / key
        return base.with_suffix(".pcm"), base.with_suffix(".json")


def _write_whole(path: Path, content: bytes) -> None:
    """Never half a file under its name."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
