"""Sound through PyAV: frames from files, chains of filters, plain PCM out again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import av
from av.audio.frame import AudioFrame
from av.error import FFmpegError
from av.filter import Graph

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults

SECONDS_HELD = 1  # a frame is a second long: few calls, little memory

Filters = tuple[tuple[str, str], ...]
"""Filters by FFmpeg's names, each with its arguments."""


@dataclass(frozen=True)
class Pcm:
    """The first `samples` of a file of mono signed 16 bit little endian samples at `rate`."""

    path: Path
    rate: int
    samples: int


def frame(pcm: bytes, rate: int, position: int) -> AudioFrame:
    """A frame of mono 16 bit samples that begins at sample `position`."""
    made = AudioFrame("s16", "mono", len(pcm) // 2)
    plane = made.planes[0]
    plane.update(pcm.ljust(plane.buffer_size, b"\0"))
    made.sample_rate = rate
    made.pts = position
    made.time_base = Fraction(1, rate)
    return made


def frames(pcm: Pcm, turns: int = 1) -> Iterator[AudioFrame]:
    """PCM on disk as frames, read `turns` times over."""
    position = 0
    try:
        for _ in range(turns):
            with pcm.path.open("rb") as file:
                left = pcm.samples
                while piece := file.read(min(left, pcm.rate * SECONDS_HELD) * 2):
                    yield frame(piece, pcm.rate, position)
                    position += len(piece) // 2
                    left -= len(piece) // 2
    except OSError as error:
        raise StudioFailed(faults.TAKE_GONE) from error


def samples(made: AudioFrame) -> bytes:
    """A mono 16 bit frame's samples."""
    return bytes(memoryview(made.planes[0])[: made.samples * 2])


class Through:
    """Frames through a chain of filters, piece by piece; never shifts what it is fed."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters
        self.graph: Graph | None = None

    def feed(self, given: AudioFrame) -> Iterator[AudioFrame]:
        if self.graph is None:
            self.graph = _graph(self.filters, given)
        self.graph.push(given)
        yield from self._ready(self.graph)

    def end(self) -> Iterator[AudioFrame]:
        if self.graph is not None:
            self.graph.push(None)
            yield from self._ready(self.graph)

    def _ready(self, graph: Graph) -> Iterator[AudioFrame]:
        while True:
            try:
                ready = graph.pull()
            except (BlockingIOError, EOFError):
                return
            if isinstance(ready, AudioFrame):
                yield ready


def through(given: Iterable[AudioFrame], filters: Filters) -> Iterator[AudioFrame]:
    """All of `given` through `filters`."""
    chain = Through(filters)
    for one in given:
        yield from chain.feed(one)
    yield from chain.end()


def resampled(pcm: Pcm, rate: int) -> Iterator[bytes]:
    """PCM on disk as pieces of PCM at `rate`, without a shift."""
    for made in through(frames(pcm), plain(rate)):
        yield samples(made)


def plain(rate: int) -> Filters:
    """The filters that end in mono 16 bit sound at `rate`."""
    return (
        ("aresample", f"{rate}"),
        ("aformat", f"sample_fmts=s16:channel_layouts=mono:sample_rates={rate}"),
    )


def decoded(path: Path) -> Iterator[AudioFrame]:
    """A finished file's sound, as a player decodes it."""
    try:
        with av.open(str(path), "r") as container:
            yield from container.decode(container.streams.audio[0])
    except (FFmpegError, IndexError) as error:
        raise StudioFailed(faults.ENCODER) from error


def copy(source: BinaryIO, target: BinaryIO, size: int) -> None:
    """Copy the next `size` bytes."""
    while size > 0 and (piece := source.read(min(size, 1 << 18))):
        target.write(piece)
        size -= len(piece)


def _graph(filters: Filters, given: AudioFrame) -> Graph:
    graph = Graph()
    graph.threads = 1
    source = graph.add(
        "abuffer",
        sample_rate=str(given.sample_rate),
        sample_fmt=given.format.name,
        channel_layout=given.layout.name,
        time_base=f"1/{given.sample_rate}",
    )
    chain = [graph.add(name, arguments) for name, arguments in filters]
    graph.link_nodes(source, *chain, graph.add("abuffersink"))
    graph.configure()
    return graph
