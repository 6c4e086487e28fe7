"""What every engine can do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Voice:
    """One voice: `name` is what the engine calls it, `language` is "de" or "en".

    `version` changes when the voice's files do.
    """

    name: str
    language: str
    licence: str = ""
    title: str = ""
    version: str = ""


@dataclass(frozen=True)
class EngineInfo:
    """Who speaks. `trained`: a model learnt from recordings; else a synthesiser made of rules."""

    name: str
    version: str
    licence: str
    trained: bool
    word_times: bool
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class SpokenWord:
    """Characters [start, end) of the spoken sentence begin to sound at `sample`."""

    start: int
    end: int
    sample: int


@dataclass(frozen=True)
class Speech:
    """One spoken sentence: mono PCM, signed 16 bit little endian, `rate` samples a second."""

    pcm: bytes
    rate: int
    words: tuple[SpokenWord, ...] | None = None

    @property
    def samples(self) -> int:
        return len(self.pcm) // 2


class Engine(Protocol):
    """Lives in a worker process; one instance, one thread."""

    def info(self) -> EngineInfo: ...

    def speak(
        self, sentence: str, *, voice: str, rate: float, lexicon: Mapping[str, str]
    ) -> Speech:
        """Speak plain text; markup in it is text. `rate` 1.0 is the voice's own pace.

        `lexicon` maps a word of the sentence to its IPA. Raises EngineFailed with a sentence.
        """
        ...
