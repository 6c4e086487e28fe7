"""Commands by which the help for moderators learns: verdicts out, verdicts in, weights out."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blattwerk.config.cli import with_django
from blattwerk.config.cli.lines import STANDARD, BadLine, fields_of, numbered, opened, write
from blattwerk.config.cli.moderation import SHIPPED, model_of, moderation, text_of

if TYPE_CHECKING:
    from blattwerk.discussion.help.measure import Measured
    from blattwerk.discussion.help.train import Trained, Verdict

NONE = "none"
MOST = 20_000  # the newest; some 15 seconds for each 5,000
FOR_THE_OWNER = 0o600  # texts that nobody was to read


@moderation.command("verdicts")
@click.argument("target", metavar="FILE")
@with_django
def verdicts(*, target: str) -> None:
    """Write what the team decided to FILE, as `train` reads it; - is standard output.

    Lines of {"text", "rejected", "at"}, one for each comment that a person decided on and whose
    text is still kept; of a person nothing but the text. The file holds what was refused, readable
    by its owner alone: delete it once it has served.
    """
    from blattwerk.discussion.help.train import NEEDED, enough
    from blattwerk.discussion.verdicts import verdicts as decided

    counts: Counter[bool] = Counter()
    write(_lines(decided(), counts), target, FOR_THE_OWNER)
    aside = target == STANDARD
    click.echo(f"{counts.total()} verdicts, {counts[True]} of them rejections.", err=aside)
    if not enough(counts.total(), counts[True]):
        click.echo(f"They are too few to learn from. {NEEDED}", err=aside)


@moderation.command("train")
@click.argument("source_file", metavar="[VERDICTS]", required=False)
@click.option("--own", is_flag=True, help="Learn from what the paper's own team decided.")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=MOST,
    show_default=True,
    help="With --own: how many decisions to learn from, the newest.",
)
@click.option(
    "--base",
    default=SHIPPED,
    metavar="WEIGHTS",
    help="Weights to stand on: a file, or none to begin afresh; by default the shipped ones.",
)
@click.option(
    "--output",
    "target",
    metavar="WEIGHTS",
    help="The new weights' file; with --own by default the one that the paper sorts by.",
)
@click.option("--force", is_flag=True, help="Write the new weights even if they are worse.")
@click.option("--source", default="", help="What the verdicts are, to be named in the weights.")
@click.option(
    "--licence",
    default="",
    help="The verdicts' licence, to be named beside the base's; by default none.",
)
@click.option("--day", default="", help="The day to be named in the weights; by default today.")
def train(
    *,
    source_file: str | None,
    own: bool,
    most: int,
    base: str,
    target: str | None,
    force: bool,
    source: str,
    licence: str,
    day: str,
) -> None:
    """Learn from VERDICTS, lines of {"text", "rejected", "at"}, or with --own from the paper's own.

    "at", a date, may be left out. A fifth is kept back to measure with: the newest where all have a
    date. Prints how well the weights sort it before and after. Writes none when there are too few
    verdicts, or when the new weights are worse.
    """
    _check(source_file, target, own=own)
    given, place = _own(most) if own else (_verdicts(source_file or ""), Path(target or ""))
    place = Path(target) if target else place
    if base == str(place):
        raise click.ClickException("The new weights must not replace those they stand on.")
    done = _trained(given, base, (day, source, licence), force=force)
    _save(done, place, make_folder=target is None)
    click.echo(_report(done, len(given)))
    if target is None:
        click.echo(f"The paper sorts by them from now on: {place}")


def _check(source_file: str | None, target: str | None, *, own: bool) -> None:
    if own == bool(source_file):
        raise click.UsageError("Name a file of verdicts, or take the paper's own with --own.")
    if not own and not target:
        raise click.UsageError("Name the new weights' file with --output.")


@with_django
def _own(most: int) -> "tuple[list[Verdict], Path]":
    """The newest of the paper's own verdicts in their order, and where its weights lie."""
    from django.conf import settings

    from blattwerk.discussion.verdicts import verdicts as decided

    newest = nlargest(most, enumerate(decided()), key=lambda each: (each[1].at, each[0]))
    in_order = sorted(newest, key=lambda each: each[0])
    return [verdict for _number, verdict in in_order], settings.OWN_WEIGHTS


def _trained(
    given: "list[Verdict]", base: str, about: tuple[str, str, str], *, force: bool
) -> "Trained":
    from blattwerk.discussion.help.train import OWN, TrainingRefused, WorseThanBefore, trained

    day, source, licence = about
    day = day or datetime.now(tz=UTC).date().isoformat()
    stood_on = None if base == NONE else model_of(base)
    try:
        return trained(given, stood_on, (day, source or OWN, licence), even_if_worse=force)
    except WorseThanBefore as error:
        raise click.ClickException(f"{error} --force writes them even so.") from error
    except TrainingRefused as error:
        raise click.ClickException(str(error)) from error


def _lines(given: "Iterable[Verdict]", counts: Counter[bool]) -> Iterator[str]:
    """A line of JSON for each; how many there are of both kinds goes into `counts`."""
    for each in given:
        counts[each.rejected] += 1
        day = each.at.date().isoformat() if each.at else None
        line = {"text": each.text, "rejected": each.rejected, "at": day}
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _verdicts(path: str) -> "list[Verdict]":
    """All of them, or an end with every wrong line named."""
    found, told = [], []
    with opened(path) as lines:
        for number, raw in numbered(lines):
            try:
                found.append(_verdict(raw))
            except BadLine as error:
                told.append(f"{path}: Line {number}: {error}")
    if told:
        raise click.ClickException("\n".join(told))
    return found


def _verdict(raw: bytes) -> "Verdict":
    from blattwerk.discussion.help.train import Verdict

    line = fields_of(raw, ("text", "rejected"), "text and rejected")
    if not isinstance(line["rejected"], bool):
        raise BadLine("its rejected must be true or false.")
    return Verdict(
        text=text_of(line["text"]), rejected=line["rejected"], at=_moment(line.get("at"))
    )


def _moment(at: object) -> datetime | None:
    if at is None:
        return None
    try:
        moment = datetime.fromisoformat(str(at))
    except ValueError as error:
        raise BadLine(f"its at {at!r} is not a date; write it as 2026-03-31.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _save(done: "Trained", path: Path, *, make_folder: bool) -> None:
    from blattwerk.discussion.help.weights import written

    fresh = path.with_name(f".{path.name}.fresh")
    try:
        if make_folder:
            path.parent.mkdir(exist_ok=True)
        fresh.write_bytes(written(done.weights))
        fresh.replace(path)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from error


def _report(done: "Trained", given: int) -> str:
    def row(name: str, rates: "Measured") -> str:
        return f"{name:<8}{rates.macro_f1:>10.3f}{rates.top:>12.3f}{rates.average:>19.3f}"

    kept = "the newest" if done.by_time else "drawn by their text"
    return "\n".join(
        [
            f"{given} verdicts; measured on {done.held} kept back, {kept}",
            f"{'':<8}{'macro-F1':>10}{'top tenth':>12}{'average precision':>19}",
            row("before", done.before),
            row("after", done.after),
        ]
    )
