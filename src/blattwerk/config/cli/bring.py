"""Commands that bring content in."""

import logging
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from blattwerk.config.cli import main, with_django

log = logging.getLogger(__name__)
MANY = 20
TRIED_FIELDS = ("kicker", "headline", "section", "published", "authors", "source", "lead", "reason")


@main.command()
@with_django
def sample() -> None:
    """Fill an empty data folder with the sample newspaper."""
    from blattwerk.config.first_start import migrate_database, print_sample_progress
    from blattwerk.sample.errors import PaperStands

    migrate_database()
    try:
        print_sample_progress()
    except PaperStands as error:
        raise click.ClickException(str(error)) from error


@main.group("import")
def import_group() -> None:
    """Bring in articles from elsewhere."""


@import_group.command("dump")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only read and show; no database is touched.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="With --dry-run: write what was read from each file to DIR/<stem>.json.",
)
def import_dump(*, files: tuple[Path, ...], dry_run: bool, output: Path | None) -> None:
    """Bring in raw text dumps of article pages, as crawlers leave them.

    Of a folder all *.txt below it are taken. What is complete is published at once under its own
    date; what is uncertain waits for an editor; what came in before is left as it is; what cannot
    be read is refused and leaves no trace. One bad file never stops the others.

    Ends with 0 when every file was published, waits or was here before; with 1 when at least one
    was refused or could not be read; with 2 when the command itself was wrong.
    """
    if output and not dry_run:
        raise click.UsageError("--output belongs to --dry-run; without it articles are imported.")
    found = _found(files)
    tally = _try(found, output) if dry_run else _bring(found)
    tally.tell()
    raise SystemExit(1 if tally.refused else 0)


@dataclass
class Tally:
    """What became of the files: counts by result, and lines worth reading."""

    counts: dict[str, int] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    refused: int = 0

    def refuse(self, path: Path, sentence: str) -> None:
        self.refused += 1
        self.lines.append(f"{_shown(path)}: {sentence}")

    def tell(self) -> None:
        for line in self.lines:
            click.echo(line)
        click.echo(", ".join(f"{count} {result}" for result, count in self.counts.items()))


@with_django
def _bring(paths: Sequence[Path]) -> Tally:
    from blattwerk.common.addresses import absolute
    from blattwerk.importing.bring_in import Outcome, Result, bring_in

    _need_a_paper()
    tally = Tally(counts={str(result.label): 0 for result in Result})

    def note(path: Path, outcome: Outcome) -> None:
        tally.counts[str(outcome.result.label)] += 1
        if outcome.article and len(paths) <= MANY:
            told = f" ({outcome.reason})" if outcome.reason else ""
            tally.lines.append(f"{_shown(path)}: {absolute(outcome.article.url)}{told}")
        elif outcome.result is Result.REFUSED:
            tally.refuse(path, outcome.reason)
        elif outcome.result is Result.WAITING or len(paths) <= MANY:
            tally.lines.append(f"{_shown(path)}: {outcome.result.label}. {outcome.reason}")

    def refused(path: Path, sentence: str) -> None:
        note(path, Outcome(Result.REFUSED, sentence))

    _each(paths, lambda path, raw: note(path, bring_in(raw=raw, origin=str(path))), refused)
    return tally


def _try(paths: Sequence[Path], output: Path | None) -> Tally:
    from blattwerk.importing.trial import ContractFolder, try_dump

    try:
        folder = ContractFolder(output) if output else None
    except OSError as error:
        raise click.ClickException(f"{output} cannot be made: {error.strerror}.") from error
    tally = Tally()

    def attempt(path: Path, raw: bytes) -> None:
        reading = try_dump(raw)
        if folder:
            folder.write(path, reading)
        else:
            click.echo(_summary(path, reading.as_contract()))
        tally.counts[reading.kind] = tally.counts.get(reading.kind, 0) + 1
        if reading.kind == "refused":
            tally.refuse(path, reading.reason or "")

    def refused(path: Path, sentence: str) -> None:
        tally.counts["refused"] = tally.counts.get("refused", 0) + 1
        tally.refuse(path, sentence)

    _each(paths, attempt, refused)
    return tally


def _each(
    paths: Sequence[Path],
    deed: Callable[[Path, bytes], None],
    refused: Callable[[Path, str], None],
) -> None:
    """Do it with each file's bytes, under a progress bar where there are many."""
    quiet = len(paths) <= MANY or not sys.stderr.isatty()
    with click.progressbar(paths, label="Reading", file=sys.stderr, hidden=quiet) as bar:
        for path in bar:
            _guarded(path, deed, refused)


def _guarded(
    path: Path, deed: Callable[[Path, bytes], None], refused: Callable[[Path, str], None]
) -> None:
    """Whatever goes wrong with one file is this file's matter alone."""
    from blattwerk.importing.dump_files import Unreadable, read_bounded

    try:
        deed(path, read_bounded(path))
    except Unreadable as error:
        refused(path, str(error))
    except OSError as error:
        refused(path, f"Not written: {error}")
    except Exception as error:
        log.exception("Reading %s failed.", _shown(path))
        refused(path, f"This file could not be handled ({type(error).__name__}); please report it.")


def _found(files: Sequence[Path]) -> list[Path]:
    from blattwerk.importing.dump_files import find_files

    found = list(find_files(files))
    if not found:
        raise click.ClickException("There are no *.txt files in there.")
    return found


def _need_a_paper() -> None:
    from django.db import DatabaseError

    from blattwerk.newsroom.errors import PaperMissing
    from blattwerk.newsroom.queries import the_paper

    try:
        the_paper()
    except PaperMissing as error:
        raise click.ClickException(str(error)) from error
    except DatabaseError as error:
        raise click.ClickException(
            f"The database is not ready: {error} Run `blattwerk migrate`."
        ) from error


def _summary(path: Path, contract: dict[str, Any]) -> str:
    lines = [f"{_shown(path)}: {contract['kind']}"]
    for name in TRIED_FIELDS:
        value = contract[name]
        text = ", ".join(value) if isinstance(value, list) else value
        if text:
            lines.append(f"  {name:10} {text}")
    counted = ("body_paragraphs", "subheads", "list_items")
    lines.append("  " + ", ".join(f"{len(contract[name])} {name}" for name in counted))
    return "\n".join(lines)


def _shown(path: Path) -> str:
    """A name that every terminal can print."""
    return str(path).encode("utf-8", "replace").decode()
