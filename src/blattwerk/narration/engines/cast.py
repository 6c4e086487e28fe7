"""Who speaks: for each language the voices in order, the next stepping in where one fails."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.engines.interface import EngineInfo, Speech, Voice
from blattwerk.narration.engines.pace import FASTEST, SLOWEST
from blattwerk.narration.errors import EngineFailed, NarrationError, VoiceError, VoiceMissing

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Role:
    """One voice of one engine at one pace; raises VoiceError unless `rate` is from 0.5 to 2."""

    engine: str
    voice: str
    rate: float = 1.0

    def __post_init__(self) -> None:
        if not SLOWEST <= self.rate <= FASTEST:
            raise VoiceError(f"The rate must be from {SLOWEST} to {FASTEST}, not {self.rate}.")


DEFAULT_ROLES: Mapping[str, Role] = {"de": Role("espeak", "de"), "en": Role("espeak", "en-gb")}


@dataclass(frozen=True)
class SpeechService:
    """An HTTP speech service: its address, and the key it wants, if any."""

    address: str = ""
    key: str = ""

    def __repr__(self) -> str:
        return f"SpeechService({self.address!r})"  # a key is never logged


@dataclass(frozen=True)
class Performance:
    """One spoken sentence, and who spoke it: `info.version` changes when the voice does."""

    speech: Speech
    role: Role
    info: EngineInfo


Noted = Callable[[Role, str, NarrationError], None]


def note_failure(role: Role, sentence: str, error: NarrationError) -> None:
    """Keep a failure in the log; another voice may have stepped in."""
    log.warning("%s/%s did not speak “%.60s”: %s", role.engine, role.voice, sentence, error)


class Cast:
    """The voices of a paper. Any thread may use it; close it to end the engines' processes."""

    def __init__(
        self,
        roles: Mapping[str, Sequence[Role]] | None = None,
        *,
        voices_folder: Path | None = None,
        service: SpeechService | None = None,
        booths: Mapping[str, Booth] | None = None,
        on_failure: Noted = note_failure,
        nice: int = 0,
    ) -> None:
        chosen = roles or {language: [role] for language, role in DEFAULT_ROLES.items()}
        self._roles = {language: tuple(chosen[language]) for language in chosen}
        self._booths = dict(booths or the_booths(voices_folder, service, nice=nice))
        self._on_failure = on_failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def roles(self, language: str) -> tuple[Role, ...]:
        """Those who can be asked now, in order. Raises VoiceMissing when there are none."""
        able, reasons = [], []
        for role in self._roles.get(language, ()):
            try:
                self.info(role)
            except NarrationError as error:
                reasons.append(f"{role.engine}/{role.voice}: {error}")
            else:
                able.append(role)
        if not able:
            told = " ".join(reasons) or "None is chosen."
            raise VoiceMissing(f"No voice can read “{language}” aloud. {told}")
        return tuple(able)

    def lead(self, language: str) -> Role:
        """Who speaks first. Raises VoiceMissing."""
        return self.roles(language)[0]

    def info(self, role: Role) -> EngineInfo:
        """The engine with this role's voice alone. Raises EngineFailed or VoiceMissing."""
        booth = self._booth(role)
        info = booth.info()
        voice = find_voice(info, role.voice)
        if voice is None:
            info = booth.info(fresh=True)
            voice = find_voice(info, role.voice)
        if voice is None:
            raise VoiceMissing(f"{info.name} has no voice “{role.voice}” here.")
        version = f"{info.version}-{voice.version}" if voice.version else info.version
        return replace(info, version=version, voices=(voice,))

    def speak(
        self,
        sentence: str,
        language: str,
        lexicon: Mapping[str, str] | None = None,
        *,
        first: Role | None = None,
    ) -> Performance:
        """The sentence by the first who can; `first` is asked before all others.

        Raises VoiceMissing when nobody is cast for the language, EngineFailed with everybody's
        reasons when all failed; each failure is told to `on_failure`.
        """
        order = self._roles.get(language, ())
        if first:
            order = (first, *(role for role in order if role != first))
        if not order:
            raise VoiceMissing(f"No voice is chosen for the language “{language}”.")
        reasons = []
        for role in order:
            try:
                return self._perform(sentence, role, lexicon or {})
            except NarrationError as error:
                self._on_failure(role, sentence, error)
                reasons.append(f"{role.engine}/{role.voice}: {error}")
        raise EngineFailed("Nobody could speak this sentence. " + " ".join(reasons))

    def close(self) -> None:
        """End every engine's process; the next sentence starts what it needs."""
        for booth in self._booths.values():
            booth.close()

    def _perform(self, sentence: str, role: Role, lexicon: Mapping[str, str]) -> Performance:
        info = self.info(role)
        speech = self._booth(role).speak(
            sentence, voice=role.voice, rate=role.rate, lexicon=lexicon
        )
        return Performance(speech, role, info)

    def _booth(self, role: Role) -> Booth:
        if role.engine not in self._booths:
            known = ", ".join(sorted(self._booths))
            raise VoiceMissing(f"There is no engine “{role.engine}”; there are {known}.")
        return self._booths[role.engine]


def find_voice(info: EngineInfo, name: str) -> Voice | None:
    """An engine's voice by its name; an engine that lists none is asked for any."""
    if not info.voices:
        return Voice(name, name.rpartition("@")[2], info.licence)
    return next((voice for voice in info.voices if voice.name == name), None)


def the_booths(
    voices_folder: Path | None, service: SpeechService | None = None, *, nice: int = 0
) -> dict[str, Booth]:
    """A booth for every engine; none starts a process before it is asked."""
    asked = service or SpeechService()
    folders = [str(voices_folder)] if voices_folder else []
    specs = (
        EngineSpec("espeak"),
        EngineSpec("piper", options={"folders": folders}, seconds=30.0, seconds_per_character=0.4),
        EngineSpec(
            "http",
            options={"address": asked.address, "key": asked.key},
            seconds=35.0,
            seconds_per_character=0.1,
        ),
    )
    return {spec.name: Booth(spec, nice=nice) for spec in specs}
