"""`blattwerk narrate text`: lines of text in, lines of spoken sentences out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from blattwerk.config.cli import main


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["narrate", "text", *map(str, arguments)], input=given)


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def answers(written: str) -> list[dict[str, object]]:
    return [json.loads(each) for each in written.splitlines()]


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A file with one German line."""
    path = tmp_path / "in.jsonl"
    path.write_bytes(line(id="a", language="de", text="Am 3.5. regnet es. Die EU tagt."))
    return path


ANSWER = [
    {
        "id": "a",
        "sentences": [
            {"written": "Am 3.5. regnet es.", "spoken": "Am dritten Mai regnet es."},
            {"written": "Die EU tagt.", "spoken": "Die E U tagt."},
        ],
    }
]


def test_text_becomes_spoken_sentences(asked: Path, tmp_path: Path) -> None:
    result = run("--input", asked, "--output", tmp_path / "out.jsonl")

    assert (result.exit_code, result.output) == (0, "")
    assert answers((tmp_path / "out.jsonl").read_text("utf-8")) == ANSWER


def test_a_dash_is_standard_input_and_output(asked: Path) -> None:
    result = run("--input", "-", "--output", "-", given=asked.read_bytes())

    assert result.exit_code == 0
    assert answers(result.stdout) == ANSWER


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (b"Guten Tag\n", "Line 2: it is not JSON; each line must be one JSON object."),
        (b'"nur Text"\n', "Line 2: it is not a JSON object; it needs id, language and text."),
        (b"[" * 100_000 + b"\n", "Line 2: it is not JSON; each line must be one JSON object."),
        (b'{"id": 1, "text": "\xff"}\n', "Line 2: it is not UTF-8; save the file as UTF-8."),
        (line(id=1), "Line 2: it lacks language, text; it needs id, language and text."),
        (line(id=1, language="de", text=5), "Line 2: its text is not a string."),
        (
            line(id=1, language="fr", text="Oui."),
            'Line 2: its language \'fr\' is not known; it must be "de" or "en".',
        ),
        (
            line(id=1, language=["de"], text="Ja."),
            'Line 2: its language [\'de\'] is not known; it must be "de" or "en".',
        ),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_written(
    asked: Path, tmp_path: Path, bad: bytes, sentence: str
) -> None:
    good = asked.read_bytes()
    asked.write_bytes(good + bad + good)

    result = run("--input", asked, "--output", tmp_path / "out.jsonl")

    assert (result.exit_code, result.stderr) == (1, sentence + "\n")
    assert answers((tmp_path / "out.jsonl").read_text("utf-8")) == ANSWER * 2


def test_empty_lines_are_passed_over(asked: Path, tmp_path: Path) -> None:
    asked.write_bytes(b"\n\n" + asked.read_bytes() + b"  \n")

    assert run("--input", asked, "--output", tmp_path / "out.jsonl").exit_code == 0
    assert answers((tmp_path / "out.jsonl").read_text("utf-8")) == ANSWER


def test_half_a_character_does_not_stop_the_others(asked: Path, tmp_path: Path) -> None:
    asked.write_bytes(line(id="b", language="de", text="\ud800") + asked.read_bytes())

    assert run("--input", asked, "--output", tmp_path / "out.jsonl").exit_code == 0
    assert answers((tmp_path / "out.jsonl").read_text("utf-8"))[1:] == ANSWER


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    result = run("--input", tmp_path / "nowhere", "--output", tmp_path / "out.jsonl")

    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: {tmp_path / 'nowhere'} cannot be read: No such file or directory.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written_is_told(asked: Path, tmp_path: Path) -> None:
    target = tmp_path / "no folder" / "out.jsonl"

    result = run("--input", asked, "--output", target)

    assert result.exit_code == 1
    assert result.stderr == f"Error: {target} cannot be written: No such file or directory.\n"


def test_the_output_takes_the_place_of_an_older_one_and_leaves_nothing_beside_it(
    asked: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")

    assert run("--input", asked, "--output", target).exit_code == 0
    assert answers(target.read_text("utf-8")) == ANSWER
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_no_database_and_no_django_is_needed(asked: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from blattwerk.config.cli import main\n"
        f"sys.argv = ['blattwerk', 'narrate', 'text', '--input', {str(asked)!r}, "
        f"'--output', {str(tmp_path / 'out.jsonl')!r}]\n"
        "try: main()\n"
        "finally: print('django' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
