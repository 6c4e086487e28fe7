"""Where an engine speaks: its worker started when needed, watched, ended, started anew."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from blattwerk.narration.engines.ear import complaint
from blattwerk.narration.engines.interface import EngineInfo, Speech, SpokenWord, Voice
from blattwerk.narration.engines.process import WorkerLost, WorkerProcess
from blattwerk.narration.errors import EngineDown, EngineFailed, VoiceError, VoiceMissing

START_SECONDS = 60.0
IDLE_SECONDS = 120.0
REST_SECONDS = 60.0
STRIKES = 3  # lost workers or useless sounds in a row, until the engine rests
ENGINES = {
    "espeak": "blattwerk.narration.engines.espeak.Espeak",
    "piper": "blattwerk.narration.engines.piper.Piper",
    "http": "blattwerk.narration.engines.http.HttpSpeech",
}
REFUSALS: dict[str, type[EngineFailed | VoiceError | VoiceMissing]] = {
    "VoiceMissing": VoiceMissing,
    "VoiceError": VoiceError,
    "EngineDown": EngineDown,
}


@dataclass(frozen=True)
class EngineSpec:
    """Which engine, how it is made, and how long one sentence may take it.

    `factory` is a name from ENGINES or the dotted path of a class with the methods of Engine,
    importable without Django; `options` are its keyword arguments.
    """

    name: str
    factory: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 10.0
    seconds_per_character: float = 0.02

    def dotted(self) -> str:
        """The path of its class."""
        wanted = self.factory or self.name
        return ENGINES.get(wanted, wanted)

    def limit(self, sentence: str, rate: float) -> float:
        """Seconds after which a sentence is given up."""
        return (self.seconds + self.seconds_per_character * len(sentence)) / min(rate, 1.0)


class Booth:
    """One engine behind a worker process. Any thread may speak; one does at a time."""

    def __init__(self, spec: EngineSpec, *, nice: int = 0, idle: float = IDLE_SECONDS) -> None:
        self.spec = spec
        self._nice, self._idle = nice, idle
        self._lock = threading.Lock()
        self._worker: WorkerProcess | None = None
        self._info: EngineInfo | None = None
        self._used = 0.0
        self._strikes = 0
        self._rest: tuple[float, str] = (0.0, "")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The worker's process, while there is one."""
        worker = self._worker
        return worker.process.pid if worker and worker.alive else None

    def info(self, *, fresh: bool = False) -> EngineInfo:
        """Who speaks here; asked of the engine once, or again with `fresh`. Raises EngineFailed."""
        known = self._info
        if known and not fresh:
            return known
        with self._lock:
            note, _ = self._ask({"deed": "info"}, START_SECONDS)
            told = note["info"]
            voices = tuple(Voice(**voice) for voice in told.pop("voices"))
            self._info = EngineInfo(voices=voices, **told)
            return self._info

    def speak(
        self, sentence: str, *, voice: str, rate: float = 1.0, lexicon: Mapping[str, str]
    ) -> Speech:
        """One spoken sentence that has been listened to.

        Raises EngineFailed, VoiceMissing or VoiceError with a sentence for people. A worker that
        was lost over it is started anew for the next.
        """
        if not sentence.strip():
            raise EngineFailed("There is nothing to say in an empty sentence.")
        question = {
            "deed": "speak",
            "sentence": sentence.encode("utf-8", "replace").decode(),
            "voice": voice,
            "rate": rate,
            "lexicon": dict(lexicon),
        }
        with self._lock:
            note, pcm = self._ask(question, self.spec.limit(sentence, rate))
            try:
                speech = _speech(note, pcm)
                wrong = complaint(speech, sentence, rate)
            except (KeyError, TypeError, ValueError):
                wrong = "answered garbage"
            if wrong:
                self._drop()
                self._strike(wrong)
                raise EngineFailed(f"{self.spec.name} {wrong}.")
            self._strikes = 0
        return speech

    def close(self) -> None:
        """End the worker, also in the middle of a sentence; the next sentence starts a new one."""
        worker = self._worker
        if worker:
            worker.end()
        with self._lock:
            self._drop()

    def _ask(self, question: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        self._refuse_while_resting()
        try:
            note, pcm = self._ready().ask(question | {"options": dict(self.spec.options)}, seconds)
        except WorkerLost as error:
            self._drop()
            self._strike(str(error))
            raise EngineFailed(f"{self.spec.name} {error}.") from None
        self._used = time.monotonic()
        if "error" in note:
            if note.get("down"):
                self._rest = (time.monotonic() + REST_SECONDS, str(note["error"]))
            raise REFUSALS.get(str(note.get("kind")), EngineFailed)(str(note["error"]))
        return note, pcm

    def _ready(self) -> WorkerProcess:
        if self._worker is None or not self._worker.alive:
            self._drop()
            self._worker = WorkerProcess(self.spec.dotted(), self._nice)
            self._watch(self._worker, self._idle)
        return self._worker

    def _drop(self) -> None:
        if self._worker:
            self._worker.end()
        self._worker = None

    def _strike(self, reason: str) -> None:
        self._strikes += 1
        if self._strikes >= STRIKES:
            self._strikes = 0
            told = (
                f"{self.spec.name} rests for a minute after {STRIKES} failures; last, it {reason}."
            )
            self._rest = (time.monotonic() + REST_SECONDS, told)

    def _refuse_while_resting(self) -> None:
        until, reason = self._rest
        if time.monotonic() < until:
            raise EngineDown(reason)

    def _watch(self, worker: WorkerProcess, seconds: float) -> None:
        """Give its memory back when nobody has asked it for long."""
        timer = threading.Timer(seconds, self._end_if_idle, [worker])
        timer.daemon = True
        timer.start()

    def _end_if_idle(self, worker: WorkerProcess) -> None:
        with self._lock:
            if worker is not self._worker:
                return
            left = self._used + self._idle - time.monotonic()
            if left <= 0:
                self._drop()
                return
        self._watch(worker, left)


def _speech(note: Mapping[str, Any], pcm: bytes) -> Speech:
    """Raises KeyError, TypeError or ValueError on what no engine should answer."""
    samples = len(pcm) // 2
    words = note["words"]
    if words is None:
        return Speech(pcm, int(note["rate"]))
    spoken = tuple(SpokenWord(int(start), int(end), int(sample)) for start, end, sample in words)
    latest = 0
    for word in spoken:
        if not (0 <= word.start <= word.end and latest <= word.sample <= samples):
            raise ValueError("word times run backwards")
        latest = word.sample
    return Speech(pcm, int(note["rate"]), spoken)
