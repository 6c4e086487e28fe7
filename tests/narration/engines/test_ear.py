"""Listening to what an engine returned: speech passes, whatever it says."""

from collections.abc import Iterator

import pytest

from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.engines.ear import complaint

SHORT = [
    "S",
    "Schsch!",
    "Psst",
    "A",
    "Ja.",
    "Es",
    "FIS",
    "ß",
    "Zisch, zisch, zisch.",
    "Ah",
    "1",
    "s s s",
]
LONG = ["Sie sah sechs süße Schwestern sitzen.", "Donaudampfschifffahrtsgesellschaftskapitän"]


@pytest.fixture(scope="module")
def espeak() -> Iterator[Booth]:
    with Booth(EngineSpec("espeak")) as booth:
        yield booth


@pytest.mark.parametrize("rate", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("sentence", [*SHORT, *LONG])
def test_real_speech_passes(espeak: Booth, sentence: str, rate: float) -> None:
    for voice in ("de", "de+f2", "en-us"):
        speech = espeak.speak(sentence, voice=voice, rate=rate, lexicon={})

        assert complaint(speech, sentence, rate) == ""
