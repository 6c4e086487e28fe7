"""How much the studio costs above the bare encoders, and how exact its marks are.

    python -m bench.narration_studio --minutes 3

The same sound is encoded by the three bare encoders, one after another with FFmpeg's own settings
(no levelling, measuring, tags or marks), and made into a whole recording, in turns, in one run.
"""

import argparse
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from blattwerk.narration.studio import encode, sound, timeline
from blattwerk.narration.studio.interface import Made, Order, Tags, Take
from blattwerk.narration.studio.record import record
from blattwerk.narration.studio.worker import NICENESS

ROUNDS = 3
GAP = 0.25


def main() -> None:
    """Speak nothing, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=3)
    options.add_argument("--takes", type=Path, help="folder of *.pcm, 22,050 Hz, mono 16 bit")
    asked = options.parse_args()
    as_nice_as_the_studio()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        takes = article(asked.takes or speech(folder), asked.minutes)
        measure(takes, folder)


def as_nice_as_the_studio() -> None:
    """What is compared must wait alike for others on the machine."""
    os.nice(max(0, NICENESS - os.nice(0)))


def speech(folder: Path) -> Path:
    """Sentences of speechlike sound, for a machine without an engine."""
    from tests.narration.studio.sounds import speechlike

    for number in range(20):
        (folder / f"{number:02}.pcm").write_bytes(speechlike(4 + number % 4, number))
    return folder


def article(folder: Path, minutes: float) -> tuple[Take, ...]:
    """Takes from the folder, over and over, until the article is long enough."""
    sounds = sorted(folder.glob("*.pcm"))
    takes: list[Take] = []
    seconds = 0.0
    while seconds < minutes * 60:
        take = Take(f"Satz {len(takes)}.", sounds[len(takes) % len(sounds)], 22050, GAP)
        takes.append(take)
        seconds += timeline.take_samples(take) / take.rate + take.gap
    return tuple(takes)


def measure(takes: tuple[Take, ...], folder: Path) -> None:
    """Print times and their ratio, bytes a minute, loudness, marks against sound, memory."""
    tags = Tags("Probe", "Blatt", "de", digital_source_type="algorithmicMedia")
    order = Order(takes, tags, folder / "made")
    bare, whole = [], []
    for _ in range(ROUNDS):
        bare.append(_seconds(lambda: bare_encoders(takes, folder)))
        whole.append(_seconds(lambda: record(order)))
    made = record(order)
    bare_time, whole_time = statistics.median(bare), statistics.median(whole)
    print(f"{made.seconds:.1f} s of sound, {len(takes)} sentences\n")
    print("| all files s | bare encoders s | ratio | LUFS | dBTP | peak MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"| {whole_time:.2f} | {bare_time:.2f} | {whole_time / bare_time:.2f} |"
        f" {made.loudness:.2f} | {made.true_peak:.2f} | {memory:.0f} |\n"
    )
    print("| file | KiB a minute | worst mark, samples |")
    print("| --- | --- | --- |")
    for file in made.files[:3]:
        size = file.bytes / 1024 / (made.seconds / 60)
        print(f"| {file.kind} | {size:.0f} | {worst_mark(made, takes, file.path)} |")


def bare_encoders(takes: tuple[Take, ...], folder: Path) -> None:
    """What has to be done at the very least: the three files as FFmpeg makes them."""
    path = folder / "bare.raw"
    _, end = timeline.lay(takes, takes[0].rate, path)
    pcm = sound.Pcm(path, takes[0].rate, end)
    plain = (
        encode.Recipe("m4a", "ipod", "aac", 48_000, 0, 0),
        encode.Recipe("opus", "ogg", "libopus", 32_000, 48000, 48000),
        encode.Recipe("mp3", "mp3", "libmp3lame", 64_000, 44100, 44100),
    )
    for recipe in plain:
        encode.encode(recipe, sound.frames(pcm), pcm.rate, folder / f"bare.{recipe.kind}")


def worst_mark(made: Made, takes: tuple[Take, ...], path: Path) -> int:
    """How far any sentence lies from its mark, by cross-correlation with its own take."""
    from tests.narration.studio.sounds import decoded, lag

    heard = decoded(path, made.rate)
    pairs = zip(takes, made.starts, strict=True)
    return max(abs(lag(take.pcm.read_bytes(), heard, start)) for take, start in pairs)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
