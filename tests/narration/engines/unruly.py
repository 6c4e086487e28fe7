"""An engine that misbehaves on demand: the voice says how. It runs in a real worker."""

import math
import os
import random
import signal
import struct
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from blattwerk.narration.engines.interface import EngineInfo, Speech, SpokenWord, Voice
from blattwerk.narration.errors import EngineDown, EngineFailed

RATE = 16_000


class Unruly:
    def __init__(self, down: str = "") -> None:
        if down:
            raise EngineDown(down)
        print("A library prints whatever it likes")

    def info(self) -> EngineInfo:
        voices = tuple(Voice(name, "de", "public domain") for name in sorted(_MANNERS))
        return EngineInfo("Unruly", str(os.getpid()), "public domain", False, True, voices)

    def speak(
        self, sentence: str, *, voice: str, rate: float, lexicon: Mapping[str, str]
    ) -> Speech:
        return _MANNERS[voice](sentence)


def _tone(seconds: float, amplitude: float = 8000) -> bytes:
    waves = (amplitude * math.sin(i / 12) * math.sin(i / 900) for i in range(int(seconds * RATE)))
    return b"".join(struct.pack("<h", int(wave)) for wave in waves)


def _well(sentence: str) -> Speech:
    return Speech(_tone(len(sentence) / 14), RATE, (SpokenWord(0, len(sentence), 0),))


def _crash(_sentence: str) -> Speech:
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError


def _hang(sentence: str) -> Speech:
    time.sleep(60)
    return _well(sentence)


def _stumble(_sentence: str) -> Speech:
    raise ZeroDivisionError("the voice divided by zero")


def _leave(_sentence: str) -> Speech:
    sys.exit(3)


def _refuse(_sentence: str) -> Speech:
    raise EngineFailed("Unruly does not like this sentence.")


def _garbage(sentence: str) -> Speech:
    """Write where only frames belong."""
    for handle in [int(link.name) for link in Path("/proc/self/fd").iterdir()]:
        with suppress(OSError):
            os.write(handle, b"no frame at all, and quite long")
    return _well(sentence)


def _noise(sentence: str) -> Speech:
    chance = random.Random(1)
    values = (chance.randint(-20_000, 20_000) for _ in range(len(sentence) * RATE // 14))
    return Speech(b"".join(struct.pack("<h", value) for value in values), RATE)


def _clipped(sentence: str) -> Speech:
    return Speech(b"\xff\x7f" * 8000 + b"\x00\x80" * 8000, RATE)


def _about(sentence: str) -> Speech:
    loaded = ",".join(sorted({module.partition(".")[0] for module in sys.modules}))
    raise EngineFailed(f"nice={os.nice(0)} session={os.getsid(0) == os.getpid()} {loaded}")


_MANNERS = {
    "well": _well,
    "crash": _crash,
    "hang": _hang,
    "stumble": _stumble,
    "leave": _leave,
    "refuse": _refuse,
    "garbage": _garbage,
    "noise": _noise,
    "clipped": _clipped,
    "about": _about,
    "silence": lambda _: Speech(bytes(2 * RATE), RATE),
    "hum": lambda _: Speech(b"\x40\x01" * RATE, RATE),
    "short": lambda _: Speech(_tone(0.05), RATE),
    "long": lambda _: Speech(bytes(2 * RATE * 600), RATE),
    "empty": lambda _: Speech(b"", RATE),
    "odd": lambda _: Speech(b"123", RATE),
    "backwards": lambda _: Speech(_tone(2), RATE, (SpokenWord(0, 3, 9000), SpokenWord(4, 8, 10))),
    "late": lambda _: Speech(_tone(2), RATE, (SpokenWord(0, 3, 10**9),)),
    "no_rate": lambda _: Speech(_tone(2), 0),
}
