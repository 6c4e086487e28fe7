"""`blattwerk voices`: what an operator sees, fetches and chooses."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from blattwerk.config.cli import main
from blattwerk.config.settings import VOICES_FOLDER
from blattwerk.narration.casting import chosen
from blattwerk.narration.engines.cast import DEFAULT_ROLES, Role
from blattwerk.narration.engines.piper import packaged_folders

pytestmark = pytest.mark.django_db


@pytest.fixture
def german_voice() -> Iterator[str]:
    """A voice in the paper's folder that takes German phonemes."""
    VOICES_FOLDER.mkdir(exist_ok=True)
    model = next(iter(packaged_folders())) / "en_US-joe-medium.onnx"
    settings = model.with_name(model.name + ".json").read_text()
    (VOICES_FOLDER / "de_AT-probe-medium.onnx").symlink_to(model)
    (VOICES_FOLDER / "de_AT-probe-medium.onnx.json").write_text(settings.replace("en-us", "de"))
    yield "de_AT-probe-medium"
    shutil.rmtree(VOICES_FOLDER)


def voices(*words: str) -> Result:
    return CliRunner().invoke(main, ["voices", *words])


def line(result: Result, begin: str) -> str:
    return next(one for one in result.output.splitlines() if one.strip().startswith(begin))


def test_the_list_shows_engines_voices_licences_and_who_reads(german_voice: str) -> None:
    result = voices("list")

    assert result.exit_code == 0
    assert line(result, "espeak:") == "espeak: espeak-ng 1.52.0, GPL-3.0-or-later"
    assert line(result, "de ").split() == [
        *("de", "de", "German", "GPL-3.0-or-later", "reads", "de,", "rate", "1"),
    ]
    assert line(result, "en_US-joe").split() == [
        *("en_US-joe-medium", "en", "joe,", "medium,", "en_US", "CC0"),
    ]
    assert line(result, german_voice).split()[:2] == [german_voice, "de"]
    assert line(result, "http:") == (
        "http: No speech service is set; give its address in BLATTWERK_SPEECH_SERVICE."
    )
    assert line(result, "de_DE-thorsten-medium").endswith("(advised)")
    assert "Check the card before you publish" in result.output.splitlines()[-1]


def test_a_voice_is_chosen_and_who_read_before_steps_in(german_voice: str) -> None:
    result = voices("use", german_voice, "--rate", "1.1")

    assert result.exit_code == 0
    assert result.output == (
        f"{german_voice} reads de aloud from now on; recordings made before keep their voice.\n"
    )
    assert chosen() == {
        "de": [Role("piper", german_voice, 1.1), DEFAULT_ROLES["de"]],
        "en": [DEFAULT_ROLES["en"]],
    }
    assert line(voices("list"), german_voice).endswith("reads de, rate 1.1")


def test_a_voice_may_be_named_with_its_engine() -> None:
    assert voices("use", "espeak:en-us").exit_code == 0
    assert chosen()["en"][0] == Role("espeak", "en-us")


def test_a_chosen_voice_that_was_removed_is_shown(german_voice: str) -> None:
    voices("use", german_voice)
    (VOICES_FOLDER / f"{german_voice}.onnx").unlink()

    assert line(voices("list"), german_voice).endswith("reads de, rate 1, but not installed")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("use", "joe"),
            (
                "Error: There is no voice “joe” here. Did you mean en_US-joe-medium? "
                "`blattwerk voices list` shows all.\n"
            ),
        ),
        (
            ("use", "espeak:fr"),
            "Error: There is no voice “fr” here. `blattwerk voices list` shows all.\n",
        ),
        (
            ("install", "thorsten-medium"),
            (
                "Error: There is no voice “thorsten-medium”. Did you mean de_DE-thorsten-medium? "
                "`blattwerk voices list` shows what can be had.\n"
            ),
        ),
        (
            ("use", "http:anna", "--language", "de"),
            "Error: No speech service is set; give its address in BLATTWERK_SPEECH_SERVICE.\n",
        ),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(words: tuple[str, ...], told: str) -> None:
    result = voices(*words)

    assert (result.exit_code, result.output) == (1, told)
    assert chosen() == {language: [role] for language, role in DEFAULT_ROLES.items()}


@pytest.mark.parametrize("rate", ["0.4", "2.1", "fast"])
def test_a_pace_nobody_follows_is_refused(rate: str) -> None:
    assert voices("use", "de", "--rate", rate).exit_code == 2


def test_a_voice_that_cannot_speak_is_not_chosen(german_voice: str) -> None:
    model = VOICES_FOLDER / f"{german_voice}.onnx"
    whole = model.read_bytes()[:200_000]
    model.unlink()
    Path(model).write_bytes(whole)

    result = voices("use", german_voice)

    assert (result.exit_code, result.output) == (
        1,
        f"Error: {german_voice}.onnx is no whole voice file; install it anew.\n",
    )
    assert chosen()["de"] == [DEFAULT_ROLES["de"]]
