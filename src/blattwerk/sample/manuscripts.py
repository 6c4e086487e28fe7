"""Read the sample paper's articles: TOML above, text in a small markup below.

Ages are relative to the first start, so the texts hold no dates but places for them: `{tag:-1d}`
(weekday), `{datum:+12d}` (day and month), `{jahr:-1}` (year), all from the article's own time.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import groupby
from typing import Any

from django.utils.html import escape

from blattwerk.newsroom.write import Block
from blattwerk.shell.moments import PRINTINGS

_AGE = re.compile(r"(?P<number>\d+)(?P<unit>[dhm])")
_PLACE = re.compile(r"\{(?P<what>tag|datum|jahr)(?::(?P<shift>[+-]\d+)d?)?\}")
GERMAN = PRINTINGS["de"]
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


class BadManuscript(ValueError):
    """A sample article that cannot be read; names the file and what is wrong."""


@dataclass(frozen=True, kw_only=True)
class SampleArticle:
    """One article of the sample paper, dated and with its places for dates filled."""

    slug: str
    section: str
    kicker: str
    headline: str
    lead: str
    published_at: datetime
    body: list[Block]
    authors: list[str] = field(default_factory=list)
    source: str = ""
    affair: str = ""
    related: list[str] = field(default_factory=list)
    picture: str = ""
    caption: str = ""
    alt: str = ""


def count_articles() -> int:
    """How many articles the sample paper has."""
    return len(_files())


def sample_articles(start: datetime) -> list[SampleArticle]:
    """All articles as they stand when the paper first starts at `start`, oldest first."""
    found = [read(path, start) for path in _files()]
    return sorted(found, key=lambda article: (article.published_at, article.slug))


def read(path: Traversable, start: datetime) -> SampleArticle:
    """One article's file. Raises BadManuscript."""
    try:
        _, head, text = path.read_text(encoding="utf-8").split("+++\n", 2)
        entries = tomllib.loads(head)
        moment = start - age(entries.pop("age"))
        filled = {key: _fill(value, moment) for key, value in entries.items()}
        body = list(blocks(fill_dates(text, moment)))
        return SampleArticle(
            slug=path.name.removesuffix(".md"), published_at=moment, body=body, **filled
        )
    except (ValueError, TypeError, KeyError) as error:
        raise BadManuscript(f"{path.name}: {error}") from error


def age(text: str) -> timedelta:
    """`212d 6h` as a span of time."""
    parts = _AGE.findall(text)
    if not parts or _AGE.sub("", text).strip():
        raise ValueError(f"{text!r} is no age such as 212d 6h")
    return timedelta(**{_UNITS[unit]: int(number) for number, unit in parts})


def fill_dates(text: str, moment: datetime) -> str:
    """The text with its places for weekdays, dates and years filled."""

    def filled(match: re.Match[str]) -> str:
        shift = int(match["shift"] or 0)
        if match["what"] == "jahr":
            return str(moment.year + shift)
        day = moment + timedelta(days=shift)
        if match["what"] == "tag":
            return GERMAN.weekdays[day.weekday()]
        return f"{day.day}. {GERMAN.months[day.month - 1]}"

    return _PLACE.sub(filled, text)


def blocks(text: str) -> Iterator[Block]:
    """The body's blocks, as the newsroom takes them."""
    for title, part in _boxes(text):
        if title:
            yield "fact_box", {"title": title, "body": list(_typed(_plain_blocks(part)))}
        else:
            yield from _plain_blocks(part)


def _files() -> list[Traversable]:
    folder = files("blattwerk.sample") / "articles"
    return [path for path in folder.iterdir() if path.name.endswith(".md")]


def _fill(value: Any, moment: datetime) -> Any:
    return fill_dates(value, moment) if isinstance(value, str) else value


def _boxes(text: str) -> Iterator[tuple[str, str]]:
    """(title, text) of each fact box, and ("", text) of what stands between."""
    parts = re.split(r"^:::[ ]*(.*)$", text, flags=re.MULTILINE)
    if len(parts) % 4 != 1:
        raise ValueError("a fact box (:::) is not closed")
    yield "", parts[0]
    for place in range(1, len(parts), 4):
        title, inside, _closing, after = parts[place : place + 4]
        yield title.strip(), inside
        yield "", after


def _typed(found: Iterator[Block]) -> Iterator[dict[str, Any]]:
    """Blocks inside a block are named in words, since tuples are not nested."""
    return ({"type": kind, "value": value} for kind, value in found)


def _plain_blocks(text: str) -> Iterator[Block]:
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = [line.rstrip() for line in chunk.splitlines() if line.strip()]
        for kind, run in groupby(lines, key=_kind):
            yield from _READERS[kind](list(run))


def _kind(line: str) -> str:
    return line[0] if line[0] in "#>-|" and line[:2] in ("##", "> ", "- ", "| ") else "p"


def _subheading(lines: list[str]) -> Iterator[Block]:
    for line in lines:
        yield "subheading", line.lstrip("# ").strip()


def _quote(lines: list[str]) -> Iterator[Block]:
    words = [line.removeprefix(">").strip() for line in lines]
    speaker = words.pop().lstrip("— ") if words[-1].startswith("—") else ""
    name, _comma, role = speaker.partition(", ")
    yield "quote", {"text": " ".join(words), "speaker": name, "role": role}


def _list(lines: list[str]) -> Iterator[Block]:
    yield "list", {"ordered": False, "items": [line[2:].strip() for line in lines]}


def _table(lines: list[str]) -> Iterator[Block]:
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
    data = [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]
    yield "table", {"caption": "", "table": {"data": data, "first_row_is_table_header": True}}


def _paragraph(lines: list[str]) -> Iterator[Block]:
    yield "paragraph", f"<p>{escape(' '.join(lines))}</p>"


_READERS = {"#": _subheading, ">": _quote, "-": _list, "|": _table, "p": _paragraph}
