"""Sound for the studio's tests: noise that rises and falls like speech, files, decoding."""

from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np

from blattwerk.narration.studio import sound
from blattwerk.narration.studio.interface import Made, Order, Tags, Take, Word

RATE = 22050
TAGS = Tags(
    title="Die alte Brücke",
    paper="Das Blatt",
    language="de",
    date="2026-11-22",
    authors=("Anna Berger", "Paul Moser"),
    comment="Automatisch vorgelesen mit künstlicher Stimme",
    address="https://blatt.example/chronik/bruecke-12/",
    digital_source_type="algorithmicMedia",
    engine="espeak-ng 1.52",
    voice="de",
    licence="GPL-3.0-or-later",
)


def speechlike(seconds: float, seed: int = 1, rate: int = RATE, level: float = 0.2) -> bytes:
    """Syllables of voiced noise, five a second, with the peaks and the low end of speech."""
    chance = np.random.default_rng(seed)
    count = int(seconds * rate)
    time = np.arange(count) / rate
    noise = np.convolve(chance.normal(size=count), np.ones(5) / 5, "same")
    pitch = 110 + 20 * np.sin(time * 3 + seed)
    voice = np.sign(np.sin(2 * np.pi * np.cumsum(pitch) / rate)) ** 3
    syllables = np.clip(np.sin(2 * np.pi * 2.5 * time + seed), 0, 1) ** 1.5
    accents = np.repeat(chance.uniform(0.3, 1.0, count // 2000 + 1), 2000)[:count]
    wave = (noise + 0.4 * voice) * syllables * accents * level
    return (np.clip(wave, -1, 1) * 32767).astype("<i2").tobytes()


def take(folder: Path, number: int, seconds: float = 1.5, rate: int = RATE, **said: object) -> Take:
    """One sentence of speechlike sound on disk."""
    path = folder / f"take-{number}-{rate}.pcm"
    path.write_bytes(speechlike(seconds, number + 1, rate))
    details = {"written": f"Satz {number}.", "gap": 0.25} | said
    return Take(pcm=path, rate=rate, **details)


def order(folder: Path, sentences: int = 6, **said: object) -> Order:
    """An article of a headline and sentences, with chapters, words and a notice for the feed."""
    takes = [
        take(
            folder,
            number,
            1.2 + 0.37 * (number % 3),
            gap=0.7 if number % 4 == 0 else 0.25,
            words=(Word(0, 4, 0), Word(5, 7, 9000)),
            chapter={0: "Die alte Brücke", 3: "Das Geld"}.get(number, ""),
        )
        for number in range(sentences)
    ]
    notice = (take(folder, 99, 1.0, written="", gap=0.0),)
    details = {"tags": TAGS, "folder": folder / "out", "notice": notice} | said
    return Order(takes=tuple(takes), **details)


def by_kind(made: Made) -> dict[str, Path]:
    """The finished files."""
    return {file.kind: file.path for file in made.files}


def decoded(path: Path, rate: int | None = None) -> np.ndarray:
    """A file's sound as numbers, at its own rate or another."""
    frames = sound.decoded(path)
    if rate:
        frames = sound.through(frames, sound.plain(rate))
        pieces = [np.frombuffer(sound.samples(one), "<i2").astype(float) for one in frames]
    else:
        pieces = [one.to_ndarray().reshape(-1).astype(float) for one in frames]
    return np.concatenate(pieces)


def lag(reference: bytes, heard: np.ndarray, start: int, reach: int = 600) -> int:
    """By how many samples `reference` lies beside `start` in `heard`, by cross-correlation."""
    wanted = np.frombuffer(reference, "<i2").astype(float)
    begin = max(0, start - reach)
    window = heard[begin : start + len(wanted) + reach]
    length = len(window) + len(wanted)
    likeness = np.fft.irfft(
        np.fft.rfft(window, length) * np.conj(np.fft.rfft(wanted, length)), length
    )
    return int(np.argmax(likeness[: len(window) - len(wanted) + 1])) + begin - start


def encoded(
    path: Path,
    pcm: bytes,
    rate: int = RATE,
    codec: str = "pcm_s16le",
    container: str = "wav",
    layout: str = "mono",
) -> Path:
    """A file as a newsroom might upload it."""
    with av.open(str(path), "w", container) as out:
        stream = out.add_stream(codec, rate=rate, layout=layout)
        for start in range(0, len(pcm), rate * 2):
            out.mux(stream.encode(sound.frame(pcm[start : start + rate * 2], rate, start // 2)))
        out.mux(stream.encode(None))
    return path


def leftovers(folder: Path, made: Sequence[Path] = ()) -> set[Path]:
    """What lies in the folder that should not."""
    return set(folder.iterdir()) - set(made) if folder.exists() else set()
