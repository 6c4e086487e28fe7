"""The process an engine lives in: `python -m blattwerk.narration.engines.worker ENGINE`.

It reads frames from standard input and answers on what was standard output; whatever a library
prints goes to standard error. It loads no Django and next to nothing else, ends when its input
does, and is ended by the kernel when its parent is.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import asdict
from importlib import import_module
from typing import Any, BinaryIO

from blattwerk.common.courtesy import give_way
from blattwerk.narration.engines.interface import Engine, Speech
from blattwerk.narration.engines.wire import HEAD, lengths, pack, unpack_note
from blattwerk.narration.errors import EngineDown, EngineFailed, VoiceError, VoiceMissing

SET_PARENT_DEATH_SIGNAL = 1


def main(factory: str, nice: int, parent: int) -> None:
    """Serve one engine until the input ends; the first frame holds the engine's options."""
    _die_with(parent)
    give_way(nice)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    questions = os.fdopen(os.dup(0), "rb")
    engine: Engine | None = None
    while (note := _read(questions)) is not None:
        try:
            engine = engine or _make(factory, note["options"])
            answer, sound = _answer(engine, note)
        except (EngineFailed, VoiceMissing, VoiceError) as error:
            down = isinstance(error, EngineDown)
            answer = pack({"error": str(error), "down": down, "kind": type(error).__name__})
            sound = b""
        answers.write(answer)
        answers.write(sound)
        answers.flush()
        sound = b""  # a long sentence's memory goes back before the next


def _make(factory: str, options: Mapping[str, Any]) -> Engine:
    module, _, name = factory.rpartition(".")
    engine: Engine = getattr(import_module(module), name)(**options)
    return engine


def _answer(engine: Engine, note: Mapping[str, Any]) -> tuple[bytes, bytes]:
    if note["deed"] == "info":
        return pack({"info": asdict(engine.info())}), b""
    speech = engine.speak(
        note["sentence"], voice=note["voice"], rate=note["rate"], lexicon=note["lexicon"]
    )
    told = {"rate": speech.rate, "words": _words(speech)}
    return pack(told, len(speech.pcm)), speech.pcm


def _words(speech: Speech) -> list[tuple[int, int, int]] | None:
    if speech.words is None:
        return None
    return [(word.start, word.end, word.sample) for word in speech.words]


def _read(questions: BinaryIO) -> dict[str, Any] | None:
    """The next note; None at the end of the input."""
    head = questions.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    note, _ = lengths(head)
    text = questions.read(note)
    return unpack_note(text) if len(text) == note else None


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before this could be asked for
        raise SystemExit(0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
