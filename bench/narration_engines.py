"""How fast the engines speak through our booths, next to the bare engines in the same run.

    python -m bench.narration_engines --rounds 5

All on one core. Real-time factor: seconds of work for a second of sound. The first round warms up
and is not counted.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from blattwerk.narration.engines.booth import Booth
from blattwerk.narration.engines.cast import the_booths

SENTENCES = {
    "espeak": (
        "Die Brücke über den Fluss ist seit gestern gesperrt.",
        "Das teilte die Stadt am Abend mit, nachdem Fachleute Risse im Beton gefunden hatten.",
        "Niemand wurde verletzt.",
        "Der Verkehr wird über die alte Straße am Ufer umgeleitet, was zu langen Staus führt.",
        "„Wir arbeiten Tag und Nacht“, sagte die Bürgermeisterin.",
        "Wann die Brücke wieder öffnet, ist offen, weil die Ersatzteile aus dem Ausland kommen.",
    ),
    "piper": (
        "The bridge over the river has been closed since yesterday.",
        "The town said so in the evening, after experts had found cracks in the concrete.",
        "No one was hurt.",
        "Traffic is sent along the old road by the bank, which makes for long queues.",
        "“We work day and night”, said the mayor.",
        "Nobody knows when it will open again, because the parts come from abroad.",
    ),
}
VOICES = {"espeak": "de", "piper": "en_US-joe-medium"}
REPEATS = {"espeak": 20, "piper": 1}  # so that a round takes long enough to be timed
MOST = {"espeak": 2.0, "piper": 1.15}


@dataclass
class Measured:
    """One engine: real-time factors by round, the worker's peak memory and first sound."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    warm_ms: float = 0.0

    @property
    def ratio(self) -> float:
        """Median over the rounds of our factor to the bare engine's."""
        return statistics.median(a / b for a, b in zip(self.ours, self.bare, strict=True))


def main() -> None:
    """Print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    print_engines(measure_engines(options.parse_args().rounds))


def measure_engines(rounds: int = 5) -> dict[str, Measured]:
    """Every engine in turns with itself called alone, on one core."""
    with one_core():
        return {engine: _measure(engine, rounds) for engine in SENTENCES}


def print_engines(found: dict[str, Measured]) -> None:
    """The table, with the bounds we set ourselves."""
    print("| engine | RTF bare | RTF ours | ours ÷ bare | bound | sentence, warm ms | peak MB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for engine, one in found.items():
        print(
            f"| {engine} | {statistics.median(one.bare):.4f} | {statistics.median(one.ours):.4f} "
            f"| {one.ratio:.2f} | {MOST[engine]:.2f} | {one.warm_ms:.1f} | {one.megabytes:.0f} |"
        )


def _measure(engine: str, rounds: int) -> Measured:
    found = Measured()
    booth = the_booths(None)[engine]
    with booth, bare(engine) as alone_engine:
        for number in range(rounds + 1):
            ours, alone = (
                _ours(booth, engine),
                alone_engine(list(SENTENCES[engine]) * REPEATS[engine]),
            )
            if number:
                found.ours.append(ours)
                found.bare.append(alone)
        began = time.perf_counter()
        booth.speak(SENTENCES[engine][0], voice=VOICES[engine], lexicon={})
        found.warm_ms = 1000 * (time.perf_counter() - began)
        found.megabytes = _peak_megabytes(booth)
    return found


def _ours(booth: Booth, engine: str) -> float:
    began, sound = time.perf_counter(), 0.0
    for sentence in list(SENTENCES[engine]) * REPEATS[engine]:
        speech = booth.speak(sentence, voice=VOICES[engine], lexicon={})
        sound += speech.samples / speech.rate
    return (time.perf_counter() - began) / sound


class BareEngine:
    """The engine called alone in a process of its own; asked with sentences, answers its factor."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, sentences: list[str]) -> float:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(sentences) + "\n")
        self._process.stdin.flush()
        taken, sound = json.loads(self._process.stdout.readline())
        return float(taken) / float(sound)


@contextmanager
def bare(engine: str) -> Iterator[BareEngine]:
    command = [sys.executable, "-m", "bench.bare_engines", engine]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield BareEngine(process)


@contextmanager
def one_core() -> Iterator[None]:
    """This process and those it starts share one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _peak_megabytes(booth: Booth) -> float:
    status = Path(f"/proc/{booth.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
