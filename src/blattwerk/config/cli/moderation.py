"""Commands of the help for moderators: score texts, learn from verdicts."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blattwerk.config.cli import main
from blattwerk.config.cli.lines import BadLine, fields_of, numbered, opened, write

if TYPE_CHECKING:
    from blattwerk.discussion.help.measure import Measured
    from blattwerk.discussion.help.model import Model
    from blattwerk.discussion.help.train import Trained, Verdict

SHIPPED = "shipped"
NONE = "none"


@main.group("moderation")
def moderation() -> None:
    """Help for moderators: it sorts and explains, and never decides."""


@moderation.command("score")
@click.option(
    "--input",
    "source",
    required=True,
    metavar="IN.jsonl",
    help='Lines of {"id", "text"}; - is standard input.',
)
@click.option(
    "--output",
    "target",
    required=True,
    metavar="OUT.jsonl",
    help='Lines of {"id", "score", "parts"} in the same order; - is standard output.',
)
@click.option("--weights", default=SHIPPED, metavar="WEIGHTS", help="Weights of your own.")
def score(*, source: str, target: str, weights: str) -> None:
    """Say how much texts need a look, and which words say so, without database or data folder.

    "score" is 0 to 1; "parts" are words with their places and shares, which add up to the score's
    logit, together with the part without text, which every text has. A line that cannot be read is
    told on standard error with its number; the others are written.
    """
    model = _model(weights)
    told: list[str] = []
    with opened(source) as lines:
        write(_answers(lines, model, told), target)
    for sentence in told:
        click.echo(sentence, err=True)
    raise SystemExit(1 if told else 0)


@moderation.command("train")
@click.argument("verdicts")
@click.option(
    "--base",
    default=SHIPPED,
    metavar="WEIGHTS",
    help="Weights to stand on: a file, or none to begin afresh; by default the shipped ones.",
)
@click.option("--output", "target", required=True, metavar="WEIGHTS", help="The new weights' file.")
@click.option("--source", default="", help="What the verdicts are, to be named in the weights.")
@click.option(
    "--licence",
    default="",
    help="The verdicts' licence, to be named beside the base's; by default none.",
)
@click.option("--day", default="", help="The day to be named in the weights; by default today.")
def train(*, verdicts: str, base: str, target: str, source: str, licence: str, day: str) -> None:
    """Learn from VERDICTS, lines of {"text", "rejected", "at"}; "at", a date, may be left out.

    A fifth is kept back to measure with: the newest where all have a date. Prints how well the
    weights sort it before and after. Writes none when there are too few verdicts, or when the new
    weights are worse.
    """
    from blattwerk.discussion.help.train import OWN, TrainingRefused, trained

    if base == target:
        raise click.ClickException("The new weights must not replace those they stand on.")
    stood_on = None if base == NONE else _model(base)
    given = _verdicts(verdicts)
    day = day or datetime.now(tz=UTC).date().isoformat()
    try:
        done = trained(given, stood_on, (day, source or OWN, licence))
    except TrainingRefused as error:
        raise click.ClickException(str(error)) from error
    _save(done, target)
    click.echo(_report(done, len(given)))


def _answers(lines: Iterable[bytes], model: "Model", told: list[str]) -> Iterator[str]:
    for number, raw in numbered(lines):
        try:
            line = fields_of(raw, ("id", "text"), "id and text")
            text = _text(line["text"])
        except BadLine as error:
            told.append(f"Line {number}: {error}")
            continue
        look = model.look(text)
        parts = [
            {"text": part.text, "start": part.start, "end": part.end, "share": part.share}
            for part in look.parts
        ]
        answer = {"id": line["id"], "score": look.score, "parts": parts}
        yield json.dumps(answer, ensure_ascii=False) + "\n"


def _model(weights: str) -> "Model":
    from blattwerk.discussion.help import weights as files
    from blattwerk.discussion.help.model import Model, shipped

    try:
        return shipped() if weights == SHIPPED else Model(files.opened(Path(weights)))
    except files.WeightsError as error:
        raise click.ClickException(str(error)) from error


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
    return Verdict(text=_text(line["text"]), rejected=line["rejected"], at=_moment(line.get("at")))


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise BadLine("its text must be a string.")
    return text


def _moment(at: object) -> datetime | None:
    if at is None:
        return None
    try:
        moment = datetime.fromisoformat(str(at))
    except ValueError as error:
        raise BadLine(f"its at {at!r} is not a date; write it as 2026-03-31.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _save(done: "Trained", target: str) -> None:
    from blattwerk.discussion.help.weights import written

    path = Path(target)
    fresh = path.with_name(f".{path.name}.fresh")
    try:
        fresh.write_bytes(written(done.weights))
        fresh.replace(path)
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror}.") from error


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
