"""`blattwerk moderation`: texts in, scores with reasons out; verdicts in, weights out."""

import json
import os
import subprocess
import sys
from math import fsum
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from blattwerk.config.cli import main
from blattwerk.discussion.help.model import shipped
from blattwerk.discussion.help.weights import opened
from tests.discussion.help.examples import comments

MAIN = "from blattwerk.config.cli import main; main()"


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["moderation", *map(str, arguments)], input=given)


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


GOOD = line(id=7, text="Du Volltrottel!")


@pytest.fixture
def verdicts(tmp_path: Path) -> Path:
    path = tmp_path / "verdicts.jsonl"
    path.write_bytes(b"".join(line(text=e.text, rejected=e.rejected) for e in comments(600)))
    return path


def test_a_text_gets_its_score_and_the_parts_that_make_it(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(GOOD)

    result = run("score", "--input", tmp_path / "in.jsonl", "--output", tmp_path / "out.jsonl")

    assert (result.exit_code, result.output) == (0, "")
    answer = json.loads((tmp_path / "out.jsonl").read_bytes())
    look = shipped().look("Du Volltrottel!")
    assert (answer["id"], answer["score"]) == (7, look.score)
    assert [part["text"] for part in answer["parts"]] == ["", "Du", "Volltrottel", "!"]
    assert fsum(part["share"] for part in answer["parts"]) == pytest.approx(look.logit)


def test_it_needs_neither_database_nor_data_folder(tmp_path: Path) -> None:
    bare = {name: each for name, each in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    data = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "moderation", "score", "--input", "-", "--output", "-"],
        env={**bare, "BLATTWERK_DATA": str(data), "DATABASE_URL": "nonsense",
             "PYTHONPATH": os.pathsep.join(sys.path)},
        input=GOOD,
        capture_output=True,
        check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["id"] == 7
    assert not data.exists()


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (b"Guten Tag\n", "Line 1: it is not JSON; each line must be one JSON object."),
        (line(id=1), "Line 1: it lacks text; it needs id and text."),
        (line(id=1, text=3), "Line 1: its text must be a string."),
        (b'{"id": "\xff"}\n', "Line 1: it is not UTF-8; save the file as UTF-8."),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_scored(bad: bytes, sentence: str) -> None:
    result = run("score", "--input", "-", "--output", "-", given=bad + GOOD)

    assert (result.exit_code, result.stderr) == (1, sentence + "\n")
    assert [json.loads(each)["id"] for each in result.stdout.splitlines()] == [7]


def test_texts_with_nul_and_lone_surrogates_are_scored() -> None:
    given = line(id="a\ud800", text="\0 \ud800 du") + line(id=2, text="")

    result = run("score", "--input", "-", "--output", "-", given=given)

    assert (result.exit_code, result.stderr) == (0, "")
    assert [json.loads(each)["id"] for each in result.stdout.splitlines()] == ["a?", 2]


def test_verdicts_become_weights_that_score(verdicts: Path, tmp_path: Path) -> None:
    target = tmp_path / "own.bin"

    result = run("train", verdicts, "--output", target, "--day", "2026-03-31", "--source", "ours")

    assert result.exit_code == 0, result.output
    told = result.output.splitlines()
    assert told[0].startswith("600 verdicts; measured on ")
    assert [row.split()[0] for row in told[1:]] == ["macro-F1", "before", "after"]
    about = opened(target).about
    assert (about.made, about.attribution.endswith("; ours")) == ("2026-03-31", True)
    scored = run("score", "--input", "-", "--output", "-", "--weights", target, given=GOOD)
    assert json.loads(scored.stdout)["score"] > 0.5


@pytest.mark.parametrize(("given", "named"), [((), ""), (("--licence", "CC0"), "CC0")])
def test_weights_begun_afresh_name_no_licence_but_the_one_that_is_given(
    verdicts: Path, tmp_path: Path, given: tuple[str, ...], named: str
) -> None:
    target = tmp_path / "own.bin"

    result = run("train", verdicts, "--base", "none", "--output", target, *given)

    assert result.exit_code == 0, result.output
    assert opened(target).about.licence == named


def test_training_names_every_wrong_line_and_writes_nothing(tmp_path: Path) -> None:
    path, target = tmp_path / "in.jsonl", tmp_path / "own.bin"
    path.write_bytes(
        line(text="a") + line(text="a", rejected=1) + line(text=None, rejected=True)
        + line(text="a", rejected=True, at="gestern")
    )  # fmt: skip

    result = run("train", path, "--output", target)

    assert (result.exit_code, result.output) == (
        1,
        (
            f"Error: {path}: Line 1: it lacks rejected; it needs text and rejected.\n"
            f"{path}: Line 2: its rejected must be true or false.\n"
            f"{path}: Line 3: its text must be a string.\n"
            f"{path}: Line 4: its at 'gestern' is not a date; write it as 2026-03-31.\n"
        ),
    )
    assert not target.exists()


def test_too_few_verdicts_and_unusable_files_are_told(verdicts: Path, tmp_path: Path) -> None:
    few, nowhere = tmp_path / "few.jsonl", tmp_path / "nowhere" / "own.bin"
    few.write_bytes(line(text="a", rejected=True))

    assert run("train", few, "--output", nowhere).output == (
        "Error: There are 1 verdicts, 1 of them rejections. Training needs at least 500 verdicts, "
        "100 of them rejections and 100 approvals.\n"
    )
    assert run("train", few, "--base", few, "--output", nowhere).output == (
        f"Error: {few} holds no weights of the moderation help.\n"
    )
    assert run("train", few, "--base", nowhere, "--output", nowhere).output == (
        "Error: The new weights must not replace those they stand on.\n"
    )
    assert run("train", verdicts, "--output", nowhere).output == (
        f"Error: {nowhere} cannot be written: No such file or directory.\n"
    )
