"""`blattwerk import dump`: files in, articles or sentences out."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.conf import settings
from django.db import connection

from blattwerk.config.cli import main
from blattwerk.importing.bring_in import bring_in
from blattwerk.importing.dump import DumpBinary, DumpEmpty, DumpTooLarge
from blattwerk.importing.models import Item
from blattwerk.newsroom.models import Article, Section
from blattwerk.search.models import Entry
from tests.factories import a_paper
from tests.importing.dump_texts import INDEX, LAST, LEAD, PARAGRAPHS, SUBHEAD, a_dump

Count = Callable[[], dict[str, int]]
KEYS = [
    "kind", "reason", "kicker", "headline", "section", "published", "authors", "source", "lead",
    "subheads", "body_paragraphs", "list_items", "comments_state",
]  # fmt: skip


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["import", "dump", *map(str, arguments)])


def last_line(result: Result) -> str:
    return result.stdout.strip().splitlines()[-1]


def counted(result: Result) -> list[int]:
    """Published, waiting, here before, refused."""
    return [int(number) for number in re.findall(r"\d+", last_line(result))]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "seite.txt"
    path.write_text(a_dump(), encoding="utf-8")
    return path


def test_a_complete_file_is_published_and_its_address_printed(section: Section, page: Path) -> None:
    result = run(page)

    article = Article.objects.live().get()
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == (
        f"{page}: {settings.BLATTWERK_ADDRESS}/ausland/"
        f"so-will-lavagno-jetzt-den-faehrstreit-beenden-{article.pk}/"
    )
    assert counted(result) == [1, 0, 0, 0]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_published_file_is_found_by_the_search_without_a_worker(page: Path) -> None:
    a_paper()

    run(page)

    assert Entry.objects.get().article == Article.objects.live().get()


def test_one_bad_file_does_not_stop_the_others(
    section: Section, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "leer.txt").write_bytes(b"")

    result = run(tmp_path / "fehlt.txt", tmp_path / "bild.txt", tmp_path / "leer.txt", page)

    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        f"{tmp_path}/fehlt.txt: There is no such file; check the name.",
        f"{tmp_path}/bild.txt: {DumpBinary.sentence}",
        f"{tmp_path}/leer.txt: {DumpEmpty.sentence}",
    ]
    assert counted(result) == [1, 0, 0, 3]


def test_a_file_that_may_not_be_read_is_a_sentence(section: Section, page: Path) -> None:
    page.chmod(0)
    if os.access(page, os.R_OK):
        pytest.skip("root may read every file")

    assert run(page).exit_code == 1


def test_what_waits_is_named_with_its_reason_and_is_no_failure(
    section: Section, tmp_path: Path
) -> None:
    (tmp_path / "ohne-datum.txt").write_text(a_dump(date=""), encoding="utf-8")
    (tmp_path / "startseite.txt").write_text(INDEX, encoding="utf-8")

    result = run(tmp_path)

    assert result.exit_code == 0
    assert counted(result) == [0, 2, 0, 0]
    reasons = [item.reasons for item in Item.objects.order_by("pk")]
    for line, reason in zip(result.stdout.splitlines(), reasons, strict=False):
        assert line.endswith(" ".join(reason))


def test_a_second_run_finds_everything_here_before(section: Section, page: Path) -> None:
    run(page)

    result = run(page)

    assert result.exit_code == 0
    assert counted(result) == [0, 0, 1, 0]


def test_fifty_megabytes_are_refused_without_being_read(
    section: Section, tmp_path: Path, all_rows: Count
) -> None:
    large = tmp_path / "gross.txt"
    with large.open("wb") as file:
        file.write(b"Text\n" * 1000)
        file.truncate(50 * 1024 * 1024)
    before = all_rows()

    result = run(large)

    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == f"{large}: {DumpTooLarge.sentence}"
    assert all_rows() == before


def test_without_a_paper_there_is_a_sentence(db: None, page: Path) -> None:
    result = run(page)

    assert result.exit_code == 1
    assert "blattwerk sample" in result.stderr


def test_output_without_dry_run_is_refused(page: Path, tmp_path: Path) -> None:
    result = run("--output", tmp_path / "out", page)

    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_a_dry_run_writes_the_contract_and_touches_no_database(page: Path, tmp_path: Path) -> None:
    """Without the mark, pytest-django refuses every query."""
    result = run("--dry-run", "--output", tmp_path / "neu" / "out", page)

    assert result.exit_code == 0
    written = (tmp_path / "neu" / "out" / "seite.json").read_text(encoding="utf-8")
    assert "Fährstreit" in written
    contract = json.loads(written)
    assert list(contract) == KEYS
    assert contract == {
        "kind": "article",
        "reason": None,
        "kicker": "Nach „Piraten“-Sager",
        "headline": "So will Lavagno jetzt den Fährstreit beenden",
        "section": "Ausland",
        "published": "2021-04-13T20:25:00+02:00",
        "authors": [],
        "source": "probeblatt.at",
        "lead": LEAD,
        "subheads": [SUBHEAD],
        "body_paragraphs": [*PARAGRAPHS, LAST],
        "list_items": [],
        "comments_state": "closed_by_age",
    }


def test_a_dry_run_writes_refused_files_too(tmp_path: Path) -> None:
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n")

    result = run("--dry-run", "--output", tmp_path / "out", tmp_path / "bild.txt")

    assert result.exit_code == 1
    contract = json.loads((tmp_path / "out" / "bild.json").read_text(encoding="utf-8"))
    lists = {key: [] for key in ("authors", "subheads", "body_paragraphs", "list_items")}
    assert contract == {
        **dict.fromkeys(KEYS),
        **lists,
        "kind": "refused",
        "reason": DumpBinary.sentence,
        "comments_state": "none",
    }


def test_two_files_of_one_stem_do_not_overwrite_each_other(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "anderswo" / "seite.txt"
    other.parent.mkdir()
    other.write_text(INDEX, encoding="utf-8")

    result = run("--dry-run", "--output", tmp_path / "out", page, other)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{other}: ")
    assert json.loads((tmp_path / "out" / "seite.json").read_text())["kind"] == "article"


def test_a_dry_run_without_output_shows_what_was_read(page: Path) -> None:
    result = run("--dry-run", page)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        f"{page}: article",
        "  kicker     Nach „Piraten“-Sager",
        "  headline   So will Lavagno jetzt den Fährstreit beenden",
        "  section    Ausland",
    ]
    assert last_line(result) == "1 article"


def test_a_dry_run_starts_without_django(page: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from blattwerk.config.cli import main\n"
        f"try: main(['import', 'dump', '--dry-run', {str(page)!r}])\n"
        "except SystemExit as end: print(end.code, 'django' in sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "0 False"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="test_at_once.py shows it there")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_commands_at_once_make_one_article(page: Path, tmp_path: Path) -> None:
    a_paper()
    bring_in(raw=INDEX, origin="vorher.txt")  # the connection is open
    path = tmp_path / "data" / "blattwerk.sqlite3"
    path.parent.mkdir()
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    copy.close()
    environment = {**os.environ, "BLATTWERK_DATA": str(path.parent)}
    command = [sys.executable, "-m", "blattwerk.config", "import", "dump", str(page)]

    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _time in range(2)
    ]
    said = sorted(process.communicate(timeout=120)[0].splitlines()[-1] for process in both)

    assert [process.returncode for process in both] == [0, 0]
    assert [re.findall(r"\d+", line) for line in said] == [
        ["0", "0", "1", "0"],
        ["1", "0", "0", "0"],
    ]
