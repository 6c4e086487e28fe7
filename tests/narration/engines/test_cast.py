"""Who speaks: the chosen voice, else the next, and every failure is told."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.engines.cast import DEFAULT_ROLES, Cast, Role, SpeechService, the_booths
from blattwerk.narration.errors import EngineFailed, NarrationError, VoiceError, VoiceMissing

from .test_booth import unruly

SENTENCE = "Die Brücke ist seit gestern gesperrt."
ESPEAK = Role("espeak", "de")


@pytest.fixture
def noted() -> list[tuple[Role, str]]:
    return []


@pytest.fixture
def booths() -> Iterator[dict[str, Booth]]:
    spec = unruly(down="The voice actor is ill.")
    found = {"espeak": Booth(EngineSpec("espeak")), "unruly": Booth(unruly()), "ill": Booth(spec)}
    yield found
    for booth in found.values():
        booth.close()


def cast(booths: dict[str, Booth], noted: list[tuple[Role, str]], *roles: Role) -> Cast:
    def note(role: Role, _sentence: str, error: NarrationError) -> None:
        noted.append((role, str(error)))

    return Cast({"de": roles}, booths=booths, on_failure=note)


def test_german_and_english_are_read_without_any_choice() -> None:
    with Cast() as everybody:
        german = everybody.speak(SENTENCE, "de")
        english = everybody.speak("The bridge is closed.", "en")

    assert (german.role, english.role) == (DEFAULT_ROLES["de"], DEFAULT_ROLES["en"])
    assert (german.info.name, german.info.version, german.info.licence) == (
        *("espeak-ng", "1.52.0", "GPL-3.0-or-later"),
    )
    assert [voice.name for voice in german.info.voices] == ["de"]


def test_the_next_voice_speaks_the_sentence_that_failed_and_that_alone(
    booths: dict[str, Booth], noted: list[tuple[Role, str]]
) -> None:
    everybody = cast(booths, noted, Role("unruly", "well"), ESPEAK)
    crashing = Role("unruly", "crash")

    spoken = [everybody.speak(SENTENCE, "de", first=role).role for role in (None, crashing, None)]

    assert spoken == [Role("unruly", "well"), Role("unruly", "well"), Role("unruly", "well")]
    assert noted == [(crashing, "Unruly crashed (SIGSEGV).")]


def test_when_all_fail_every_reason_is_given(
    booths: dict[str, Booth], noted: list[tuple[Role, str]]
) -> None:
    everybody = cast(booths, noted, Role("ill", "well"), Role("unruly", "silence"), ESPEAK)

    with pytest.raises(EngineFailed) as failure:
        everybody.speak("…", "de")

    assert str(failure.value) == (
        "Nobody could speak this sentence. ill/well: The voice actor is ill. "
        "unruly/silence: Unruly returned silence. "
        "espeak/de: espeak-ng hears nothing to say in this sentence."
    )
    assert [role.engine for role, _ in noted] == ["ill", "unruly", "espeak"]


def test_who_cannot_be_asked_is_not_among_the_roles(
    booths: dict[str, Booth], noted: list[tuple[Role, str]]
) -> None:
    everybody = cast(
        booths,
        noted,
        Role("ill", "well"),
        Role("nobody", "x"),
        Role("espeak", "de+fantasy"),
        ESPEAK,
    )

    assert everybody.roles("de") == (ESPEAK,)
    assert everybody.lead("de") == ESPEAK
    assert everybody.speak(SENTENCE, "de").role == ESPEAK
    assert [error for _, error in noted] == [
        "The voice actor is ill.",
        "There is no engine “nobody”; there are espeak, ill, unruly.",
        "espeak-ng has no voice “de+fantasy” here.",
    ]


def test_a_language_without_a_voice_is_told(
    booths: dict[str, Booth], noted: list[tuple[Role, str]]
) -> None:
    everybody = cast(booths, noted, Role("ill", "well"))

    with pytest.raises(VoiceMissing, match=r"“de” aloud\. ill/well: The voice actor is ill\."):
        everybody.lead("de")
    with pytest.raises(VoiceMissing, match="No voice is chosen for the language “fr”"):
        everybody.speak("Bonjour", "fr")


@pytest.mark.parametrize("rate", [0.4, 2.1, float("nan")])
def test_a_role_has_a_pace_that_can_be_followed(rate: float) -> None:
    with pytest.raises(VoiceError, match=r"^The rate must be from 0\.5 to 2\.0, not "):
        Role("espeak", "de", rate)


def test_many_threads_may_ask_one_cast(
    booths: dict[str, Booth], noted: list[tuple[Role, str]]
) -> None:
    everybody = cast(booths, noted, ESPEAK)
    texts = [f"Das ist der Satz {'und noch einer ' * number}." for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        spoken = list(pool.map(lambda text: everybody.speak(text, "de"), texts))

    lengths = [one.speech.samples for one in spoken]
    assert lengths == sorted(lengths)
    assert noted == []


def test_engines_that_were_not_asked_have_no_process() -> None:
    booths = the_booths(None)
    with Cast(booths=booths) as everybody:
        everybody.speak(SENTENCE, "de")

        assert [name for name, booth in booths.items() if booth.pid] == ["espeak"]
    assert booths["espeak"].pid is None


def test_a_key_is_not_shown() -> None:
    assert "geheim" not in repr(SpeechService("http://127.0.0.1/", "geheim"))
