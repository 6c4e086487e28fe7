"""As loud as other podcasts: −16 LUFS, peaks under −1 dBTP, and not a sample shifted.

Loudness is that of the finished file as it is (ITU-R BS.1770, one channel), as every meter shows
it. Encoders take a little of it away (AAC 0.1, MP3 0.5, Opus 0.6 LU of speech), so the aim before
encoding lies above the target and every kind of file reads within ±0.5 of it.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from av.audio.frame import AudioFrame

from blattwerk.narration.studio import faults, sound

TARGET = -16.0
TOLERANCE = 0.45
AIM = -15.58  # before encoding
PEAK = -1.0  # dBTP of the decoded file
CEILING = -4.5  # dBFS before encoding: what encoders add stays under PEAK nearly always
SILENCE = -60.0  # LUFS; quieter is not raised
NOTHING = -70.0  # what a meter shows when there is nothing to measure
BLOCK = 0.4  # seconds a meter needs at least
CLOSE_ENOUGH = 0.08
TURNS = 8
_INNER = -18.0  # LUFS at which the compressor works
_USUAL_MAKEUP = 15.3  # dB that speech needs after it
_USUAL_SLOPE = 3.0  # dB of makeup that move the loudness of speech by one


@dataclass(frozen=True)
class Measured:
    """Integrated loudness in LUFS, true peak in dBTP, and how many seconds were measured."""

    loudness: float
    true_peak: float = NOTHING
    seconds: float = 0.0

    @property
    def excess(self) -> float:
        """By how many dB the peaks are too high."""
        return max(0.0, self.true_peak - PEAK)

    @property
    def error(self) -> float:
        """By how many LU the sound is too loud, 0 within the tolerance."""
        error = self.loudness - TARGET
        return error if abs(error) > TOLERANCE else 0.0


@dataclass(frozen=True)
class Level:
    """How far to turn what up (dB): before the compressor, after it, and the limiter's ceiling.

    `aim` is the loudness it is meant to give, in LUFS before encoding.
    """

    gain: float
    makeup: float = _USUAL_MAKEUP
    ceiling: float = CEILING
    aim: float = AIM

    def quieter(self, by: float) -> "Level":
        """The same sound, `by` dB quieter."""
        return replace(self, makeup=self.makeup - by, ceiling=self.ceiling - by)


def usual_level(loudness: float) -> Level:
    """The level for speech of about that raw loudness, where nothing can be measured first."""
    return Level(_INNER - loudness)


def filters(level: Level) -> sound.Filters:
    """The chain for a level; each part is free of delay or makes up for its own."""
    return (
        ("volume", f"{level.gain:.3f}dB:precision=double"),
        ("acompressor", "threshold=-24dB:ratio=3:knee=4:attack=5:release=100"),
        ("volume", f"{level.makeup:.3f}dB:precision=double"),
        (
            "alimiter",
            f"limit={10 ** (level.ceiling / 20):.6f}:attack=5:release=50:level=0:latency=1",
        ),
    )


def measured(given: Iterable[AudioFrame], *, peak: bool = False) -> Measured:
    """Measure frames as they come; the true peak costs four times the rest."""
    meter = ("ebur128", "metadata=1:peak=true" if peak else "metadata=1")
    shown: dict[str, str] = {}
    seconds = 0.0
    for made in sound.through(given, (meter,)):
        shown = made.metadata or shown
        seconds += made.samples / made.sample_rate
    loudness = float(shown.get("lavfi.r128.I", NOTHING))
    height = float(shown.get("lavfi.r128.true_peak", 0))
    return Measured(
        loudness if math.isfinite(loudness) else NOTHING,
        20 * math.log10(height) if height > 0 else NOTHING,
        seconds,
    )


def settle(pcm: sound.Pcm, ceiling: float = CEILING, aim: float = AIM) -> Level | None:
    """Find the level that brings PCM to `aim`; None when it is silence."""
    raw = measured(_long_enough(pcm)).loudness
    if raw < SILENCE:
        return None
    level = best = replace(usual_level(raw), ceiling=ceiling, aim=aim)
    nearest, slope = math.inf, _USUAL_SLOPE
    before: tuple[float, float] | None = None
    for _ in range(TURNS):
        reached = measured(sound.through(_long_enough(pcm), filters(level))).loudness
        if abs(aim - reached) < nearest:
            best, nearest = level, abs(aim - reached)
        if nearest <= CLOSE_ENOUGH:
            break
        slope = _slope(before, (level.makeup, reached), slope)
        before = (level.makeup, reached)
        step = min(6.0, max(-6.0, (aim - reached) * slope))
        level = replace(level, makeup=min(40.0, max(-20.0, level.makeup + step)))
    return best


def levelled(pcm: sound.Pcm, level: Level | None, target: Path) -> None:
    """Write the sound at that level into `target`, sample for sample in its place."""
    chain = filters(level) if level else ()
    try:
        with target.open("wb") as out:
            for made in sound.through(sound.frames(pcm), (*chain, *sound.plain(pcm.rate))):
                out.write(sound.samples(made))
    except OSError as error:
        raise faults.writing(error) from error


def _slope(before: tuple[float, float] | None, now: tuple[float, float], usual: float) -> float:
    """How many dB of makeup move the loudness by one: more and more as the limiter bites."""
    if before is None or abs(now[1] - before[1]) < 0.02:
        return usual * (1 if before is None else 2)
    return min(8.0, max(0.8, (now[0] - before[0]) / (now[1] - before[1])))


def _long_enough(pcm: sound.Pcm) -> Iterator[AudioFrame]:
    """The frames; a single short word is repeated until a meter can read it."""
    short = pcm.samples < BLOCK * pcm.rate
    return sound.frames(pcm, math.ceil(2 * BLOCK * pcm.rate / pcm.samples) if short else 1)
