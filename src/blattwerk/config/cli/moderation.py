"""Commands of the help for moderators: say how much texts need a look."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blattwerk.config.cli import main
from blattwerk.config.cli.lines import BadLine, fields_of, numbered, opened, write

if TYPE_CHECKING:
    from blattwerk.discussion.help.model import Model

SHIPPED = "shipped"


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
    model = model_of(weights)
    told: list[str] = []
    with opened(source) as lines:
        write(_answers(lines, model, told), target)
    for sentence in told:
        click.echo(sentence, err=True)
    raise SystemExit(1 if told else 0)


def _answers(lines: Iterable[bytes], model: "Model", told: list[str]) -> Iterator[str]:
    for number, raw in numbered(lines):
        try:
            line = fields_of(raw, ("id", "text"), "id and text")
            text = text_of(line["text"])
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


def model_of(weights: str) -> "Model":
    """The model of a weights' file, or the shipped one; an end with a sentence if there is none."""
    from blattwerk.discussion.help import weights as files
    from blattwerk.discussion.help.model import Model, shipped

    try:
        return shipped() if weights == SHIPPED else Model(files.opened(Path(weights)))
    except files.WeightsError as error:
        raise click.ClickException(str(error)) from error


def text_of(text: object) -> str:
    """A line's text; BadLine where it is none."""
    if not isinstance(text, str):
        raise BadLine("its text must be a string.")
    return text
