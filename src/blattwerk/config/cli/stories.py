"""Commands that find the affairs in a stream of articles, and measure how well."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from blattwerk.config.cli import main
from blattwerk.config.cli.lines import BadLine, fields_of, numbered, opened, write

if TYPE_CHECKING:
    from blattwerk.stories.detect.features import Features
    from blattwerk.stories.detect.measure import Measured, Rates
    from blattwerk.stories.detect.shapes import Piece

ARTICLE_FIELDS = ("id", "day", "headline", "text")
SOURCE = click.option(
    "--input",
    "source",
    required=True,
    metavar="IN.jsonl",
    help='Lines of {"id", "day", "headline", "text"} in order of arrival; - is standard input.',
)


@main.group("stories")
def stories() -> None:
    """Find the running affairs in a stream of articles."""


@stories.command("cluster")
@SOURCE
@click.option(
    "--output",
    "target",
    required=True,
    metavar="OUT.jsonl",
    help='Lines of {"id", "story", "sure"} in the same order; - is standard output.',
)
@click.option("--semantic", is_flag=True, help="With meaning; needs blattwerk[semantic].")
def cluster(*, source: str, target: str, semantic: bool) -> None:
    """Put a stream of articles into stories, without the paper's database or data folder.

    Each article is placed before the next is read, as the paper does it on publication. "story" is
    the best choice, "sure" whether it would have been made without asking an editor. A line that
    cannot be read is told on standard error with its number; the others are written. The output is
    there whole or not at all. Ends with 0 when every line was read, with 1 when one was not, with
    2 when the command itself was wrong.
    """
    told: list[str] = []
    with opened(source) as lines:
        write(_answers(lines, told, semantic=semantic), target)
    for sentence in told:
        click.echo(sentence, err=True)
    raise SystemExit(1 if told else 0)


@stories.command("score")
@click.argument("gold")
@click.argument("out")
def score(*, gold: str, out: str) -> None:
    """Compare OUT, as `cluster` wrote it, with GOLD, lines of {"id", "story"}.

    Prints B-cubed and pairwise precision, recall and F1, the number of stories, the share of items
    left to an editor, and how many of the joins made without one are right.
    """
    from blattwerk.stories.detect.measure import measure

    told: list[str] = []
    labels = dict(_read(gold, told, _label))
    placed = dict(_read(out, told, _placed))
    missing = [name for name in labels if name not in placed]
    if missing:
        told.append(f"{out} lacks {len(missing)} items of {gold}, the first is {missing[0]}.")
    if told or not labels:
        raise click.ClickException("\n".join(told) or f"{gold} is empty.")
    found = [placed[name] for name in labels]
    measured = measure(
        list(labels.values()), [story for story, _ in found], [sure for _, sure in found]
    )
    click.echo(_table(measured))


@stories.command("train")
@click.argument("labelled", nargs=-1, required=True)
@click.option(
    "--output",
    "target",
    default="-",
    show_default=True,
    metavar="WEIGHTS.json",
    help="Where the weights go; - is standard output.",
)
@click.option("--semantic", is_flag=True, help="Weights with meaning; needs blattwerk[semantic].")
def train(*, labelled: tuple[str, ...], target: str, semantic: bool) -> None:
    """Make the weights again from LABELLED streams, lines of
    {"id", "day", "headline", "text", "story"}.

    The same streams give the same weights. docs/story-detection.md tells where they belong.
    """
    from blattwerk.stories.detect.train import trained

    read, kind = _reader(semantic=semantic), "semantic" if semantic else "lexical"

    told: list[str] = []
    streams = [_read(path, told, _labelled_piece) for path in labelled]
    if told:
        raise click.ClickException("\n".join(told))
    write([trained(streams, read, kind).written()], target)


def _answers(lines: Iterable[bytes], told: list[str], *, semantic: bool) -> Iterator[str]:
    """A line of JSON for each article; what is wrong with the other lines goes into `told`."""
    from blattwerk.stories.detect.alone import alone
    from blattwerk.stories.detect.stream import place_all

    names: dict[int, object] = {}

    def pieces() -> "Iterator[Piece]":
        for number, (name, piece) in _each(lines, told, _named_piece):
            names[number] = name
            yield piece

    with alone() as connection:
        for number, placed in place_all(pieces(), connection, read=_reader(semantic=semantic)):
            answer = {"id": names.pop(number), "story": f"s{placed.story}", "sure": placed.sure}
            yield json.dumps(answer, ensure_ascii=False) + "\n"


def _reader(*, semantic: bool) -> "Callable[[Piece], Features]":
    from blattwerk.stories.detect.features import features_of
    from blattwerk.stories.detect.meaning import MeaningMissing, check
    from blattwerk.stories.detect.stream import read_with_meaning

    if not semantic:
        return features_of
    try:
        check()
    except MeaningMissing as error:
        raise click.ClickException(str(error)) from error
    return read_with_meaning


def _each[T](
    lines: Iterable[bytes], told: list[str], read: "Callable[[int, bytes], T]"
) -> Iterator[tuple[int, T]]:
    for number, raw in numbered(lines):
        try:
            yield number, read(number, raw)
        except BadLine as error:
            told.append(f"Line {number}: {error}")


def _named_piece(number: int, raw: bytes) -> "tuple[object, Piece]":
    line = fields_of(raw, ARTICLE_FIELDS, "id, day, headline and text")
    return line["id"], _piece(number, line)


def _labelled_piece(number: int, raw: bytes) -> "tuple[Piece, str]":
    line = fields_of(raw, (*ARTICLE_FIELDS, "story"), "id, day, headline, text and story")
    return _piece(number, line), str(line["story"])


def _piece(number: int, line: dict[str, Any]) -> "Piece":
    from blattwerk.stories.detect.shapes import Piece

    wrong = [name for name in ("headline", "text") if not isinstance(line[name], str)]
    if wrong:
        raise BadLine(f"its {' and '.join(wrong)} must be a string.")
    return Piece(
        number=number, headline=line["headline"], text=line["text"], moment=_moment(line["day"])
    )


def _moment(day: object) -> datetime:
    """A day is taken at noon, in UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(str(day))
    except ValueError as error:
        raise BadLine(f"its day {day!r} is not a date; write it as 2026-03-31.") from error
    if len(str(day)) <= len("2026-03-31"):
        moment = moment.replace(hour=12)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read[T](path: str, told: list[str], read: "Callable[[int, bytes], T]") -> list[T]:
    before = len(told)
    with opened(path) as lines:
        found = [each for _, each in _each(lines, told, read)]
    told[before:] = [f"{path}: {sentence}" for sentence in told[before:]]
    return found


def _label(_number: int, raw: bytes) -> tuple[str, str]:
    line = fields_of(raw, ("id", "story"), "id and story")
    return str(line["id"]), str(line["story"])


def _placed(_number: int, raw: bytes) -> tuple[str, tuple[str, bool]]:
    line = fields_of(raw, ("id", "story", "sure"), "id, story and sure")
    return str(line["id"]), (str(line["story"]), line["sure"] is True)


def _table(measured: "Measured") -> str:
    def row(name: str, rates: "Rates") -> str:
        return f"{name:<10}{rates.precision:>8.3f}{rates.recall:>8.3f}{rates.f1:>8.3f}"

    off = 100 * (measured.found / measured.gold - 1) if measured.gold else 0
    return "\n".join(
        [
            f"{'':<10}{'P':>8}{'R':>8}{'F1':>8}",
            row("B-cubed", measured.b_cubed),
            row("pairwise", measured.pairs),
            f"stories {measured.found}, gold {measured.gold} ({off:+.0f} %)",
            f"left to an editor {100 * measured.grey:.1f} % of the items",
            f"sure joins {measured.sure_joins}, right {100 * measured.right:.1f} %",
        ]
    )
