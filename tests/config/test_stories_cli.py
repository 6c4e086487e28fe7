"""`blattwerk stories`: a stream of articles in, their stories out; measured; weights made."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from blattwerk.config.cli import main

MAIN = "from blattwerk.config.cli import main; main()"
pytestmark = pytest.mark.django_db
FLOOD = "Der Inn hat in Schärding die Altstadt überflutet. Bürgermeisterin Lindpointner hilft mit."
CHESS = "Die vierzehnjährige Mira Kostal hat in Graz den Großmeister Ferber besiegt."


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["stories", *map(str, arguments)], input=given)


def line(name: object, headline: str, text: str, day: str = "2026-03-02", **more: object) -> bytes:
    fields = {"id": name, "day": day, "headline": headline, "text": text, **more}
    return json.dumps(fields).encode() + b"\n"


STREAM = (
    line("a", "Hochwasser in Schärding", FLOOD, story="flut")
    + line("b", "Schach: Grazerin schlägt Großmeister", CHESS, story="schach")
    + b"\n"
    + line(
        "c", "Hochwasser: Schärding räumt auf", f"{FLOOD} Schlamm bleibt.", "2026-03-03T09:00",
        story="flut",
    )
)  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_bytes(STREAM)
    return path


def test_a_stream_is_put_into_stories_in_order(gold: Path, tmp_path: Path) -> None:
    result = run("cluster", "--input", gold, "--output", tmp_path / "out.jsonl")

    assert (result.exit_code, result.output) == (0, "")
    answers = [json.loads(each) for each in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert answers == [
        {"id": "a", "story": "s1", "sure": True},
        {"id": "b", "story": "s2", "sure": True},
        {"id": "c", "story": "s1", "sure": True},
    ]


def test_it_needs_neither_database_nor_data_folder(gold: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    bare = {name: each for name, each in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "stories", "cluster", "--input", gold, "--output", "-"],
        env={**bare, "BLATTWERK_DATA": str(data), "DATABASE_URL": "nonsense"},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 3
    assert not data.exists()


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (b"Guten Tag\n", "Line 1: it is not JSON; each line must be one JSON object."),
        (
            b'{"id": 1}\n',
            "Line 1: it lacks day, headline, text; it needs id, day, headline and text.",
        ),
        (
            line(1, "H", "T", "gestern"),
            "Line 1: its day 'gestern' is not a date; write it as 2026-03-31.",
        ),
        (b'{"id":1,"day":"2026-03-02","headline":3,"text":[]}\n',
         "Line 1: its headline and text must be a string."),
        (b'{"id": "\xff"}\n', "Line 1: it is not UTF-8; save the file as UTF-8."),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_others_are_written(bad: bytes, sentence: str) -> None:
    result = run("cluster", "--input", "-", "--output", "-", given=bad + STREAM)

    assert (result.exit_code, result.stderr) == (1, sentence + "\n")
    assert len(result.stdout.splitlines()) == 3


LONG = ("Lang", "Wort für Wort " * 50_000)


def test_texts_of_every_kind_are_placed() -> None:
    odd = [
        ("", ""),
        ("漢字", "天地玄黃"),
        ("\u200b", "\u00ad" * 500),
        ("Lang", "Wort für Wort " * 50_000),
    ]
    given = b"".join(line(n, *each, f"{1900 + 60 * n}-01-01") for n, each in enumerate(odd))

    result = run("cluster", "--input", "-", "--output", "-", given=given)

    assert result.exit_code == 0
    stories = [json.loads(each)["story"] for each in result.stdout.splitlines()]
    assert stories == ["s1", "s2", "s3", "s4"]


def test_a_clustering_is_compared_with_its_labels(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("cluster", "--input", gold, "--output", out)

    result = run("score", gold, out)

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "                 P       R      F1",
        "B-cubed      1.000   1.000   1.000",
        "pairwise     1.000   1.000   1.000",
        "stories 2, gold 2 (+0 %)",
        "left to an editor 0.0 % of the items",
        "sure joins 1, right 100.0 %",
    ]


def test_labels_without_an_answer_are_told(gold: Path, tmp_path: Path) -> None:
    out, empty = tmp_path / "out.jsonl", tmp_path / "empty.jsonl"
    out.write_text('{"id": "a", "story": "s1", "sure": true}\n')
    empty.write_text("")

    assert run("score", gold, out).output == (
        f"Error: {out} lacks 2 items of {gold}, the first is b.\n"
    )
    assert run("score", empty, out).output == f"Error: {empty} is empty.\n"
    assert run("score", gold, gold).output.splitlines()[0] == (
        f"Error: {gold}: Line 1: it lacks sure; it needs id, story and sure."
    )


def test_files_that_cannot_be_used_are_told(gold: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "out.jsonl"

    assert run("cluster", "--input", tmp_path / "none", "--output", "-").output == (
        f"Error: {tmp_path / 'none'} cannot be read: No such file or directory.\n"
    )
    assert run("cluster", "--input", gold, "--output", nowhere).output == (
        f"Error: {nowhere} cannot be written: No such file or directory.\n"
    )


def test_a_stream_without_labels_makes_no_weights(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(line(1, "H", "T"))

    result = run("train", path)

    assert result.exit_code == 1
    assert result.output == (
        f"Error: {path}: Line 1: it lacks story; it needs id, day, headline, text and story.\n"
    )


def test_weights_are_made_from_labels(gold: Path, tmp_path: Path) -> None:
    result = run("train", gold, "--output", tmp_path / "weights.json")

    assert (result.exit_code, result.output) == (0, "")
    assert json.loads((tmp_path / "weights.json").read_text())["version"].startswith("lexical-")
