"""Commands that make the paper heard."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import click

from blattwerk.config.cli import main
from blattwerk.config.cli.lines import BadLine, fields_of, numbered, opened, write

FIELDS = ("id", "language", "text")


@main.group("narrate", invoke_without_command=True)
@click.option("--all", "everything", is_flag=True, help="The whole archive.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%d.%m.%Y"]),
    metavar="DATE",
    help="What was published on that day or later.",
)
@click.option("--anew", is_flag=True, help="Even if neither text nor voice has changed.")
@click.pass_context
def narrate(
    context: click.Context, *, everything: bool, since: datetime | None, anew: bool
) -> None:
    """Read the paper aloud: record what has no recording yet, newest first.

    Without an option only what counts as new (30 days, unless the paper has set another number).
    What needs no new recording is passed by. It may be broken off at any time and run again; the
    worker's own narrator may run beside it. Ends with 1 when an article could not be recorded.
    """
    if context.invoked_subcommand:
        return
    if everything and since:
        raise click.UsageError("Give either --all or --since.")
    from blattwerk.config.cli.recording import record_articles

    record_articles(everything=everything, since=since.date() if since else None, anew=anew)


@narrate.command("text")
@click.option(
    "--input",
    "source",
    required=True,
    metavar="IN.jsonl",
    help='Lines of {"id", "language", "text"}, language "de" or "en"; - is standard input.',
)
@click.option(
    "--output",
    "target",
    required=True,
    metavar="OUT.jsonl",
    help='Lines of {"id", "sentences": [{"written", "spoken"}]}; - is standard output.',
)
def narrate_text(*, source: str, target: str) -> None:
    """Put written text into spoken sentences, without database or data folder.

    A line that cannot be read is told on standard error with its number; the others are written.
    The output is there whole or not at all. Ends with 0 when every line was read, with 1 when one
    was not, with 2 when the command itself was wrong.
    """
    told: list[str] = []
    with opened(source) as lines:
        write(_answers(lines, told), target)
    for sentence in told:
        click.echo(sentence, err=True)
    raise SystemExit(1 if told else 0)


def _answers(lines: Iterable[bytes], told: list[str]) -> Iterator[str]:
    """A line of JSON for each that can be read; what is wrong with the others goes into `told`."""
    from blattwerk.narration.text.sentences import sentences

    for number, raw in numbered(lines):
        try:
            asked = _asked(raw)
        except BadLine as error:
            told.append(f"Line {number}: {error}")
            continue
        found = sentences(asked["text"], asked["language"])
        answer = {
            "id": asked["id"],
            "sentences": [{"written": each.written, "spoken": each.spoken} for each in found],
        }
        yield json.dumps(answer, ensure_ascii=False) + "\n"


def _asked(raw: bytes) -> dict[str, Any]:
    """The fields of one line; BadLine says what is wrong with it."""
    asked = fields_of(raw, FIELDS, "id, language and text")
    _check(asked)
    return asked


def _check(asked: dict[str, Any]) -> None:
    from blattwerk.narration.text.sentences import SPEAKERS

    if not isinstance(asked["text"], str):
        raise BadLine("its text is not a string.")
    if asked["language"] not in tuple(SPEAKERS):
        known = " or ".join(f'"{language}"' for language in SPEAKERS)
        raise BadLine(f"its language {asked['language']!r} is not known; it must be {known}.")
