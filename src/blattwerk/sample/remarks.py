"""Read what the sample paper's readers wrote: one file of `comments/` for each article.

A remark's first line says who wrote it, when, how many recommend it and what became of it; its
text follows. `>` answers the remark on top, `>>` the one before. `40m` counts from the article's
publication, `-40m` back from the first start. `{…}` are words that the team edited out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable

from blattwerk.sample.manuscripts import age

_CUT = re.compile(r"\{([^}]*)\}")
_ENDING = ".txt"
FATES = frozenset(
    {
        *("", "picked", "removed", "cut", "deleted", "edited"),  # looked at
        *("appealed", "confirmed", "cleared"),  # complained about, or noticed in vain
        *("waits", "word", "rewritten", "unread", "reported", "noticed", "endangers"),  # in line
    }
)


class BadRemark(ValueError):
    """A remark that cannot be read; names the file and what is wrong."""


@dataclass(frozen=True)
class Remark:
    """What somebody wrote. `depth` is 0 on top, 1 below it, 2 below the remark before."""

    depth: int
    by: str
    when: str
    recommended: int
    fate: str
    text: str

    def sent_at(self, published: datetime, now: datetime) -> datetime:
        """Never before the article, never after now."""
        minute = timedelta(minutes=1)
        moment = now - age(self.when[1:]) if self.when[0] == "-" else published + age(self.when)
        return max(published + minute, min(moment, now - minute))

    @property
    def written(self) -> str:
        """As it was sent."""
        return _CUT.sub(r"\1", self.text)

    def left(self, mark: str) -> str:
        """What the team left of it."""
        return _CUT.sub(mark, self.text)


def remarks() -> dict[str, list[Remark]]:
    """The remarks under each article, by its file's name; in the order they stand."""
    return {path.name.removesuffix(_ENDING): list(_read(path)) for path in _files()}


def _files() -> list[Traversable]:
    folder = files("blattwerk.sample") / "comments"
    found = (path for path in folder.iterdir() if path.name.endswith(_ENDING))
    return sorted(found, key=lambda path: path.name)


def _read(path: Traversable) -> Iterator[Remark]:
    for chunk in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        head, _line, text = chunk.partition("\n")
        try:
            yield remark(head, text)
        except (ValueError, IndexError) as error:
            raise BadRemark(f"{path.name}: {head!r}: {error}") from error


def remark(head: str, text: str) -> Remark:
    """One remark. Raises ValueError."""
    depth = len(head) - len(head.lstrip(">"))
    by, when, recommended, *rest = (part.strip() for part in head.lstrip("> ").split("|"))
    fate = rest[0] if rest else ""
    if fate not in FATES or not text.strip():
        raise ValueError(f"{fate!r} is no fate, or there is no text")
    age(when.removeprefix("-"))
    return Remark(depth, by, when, int(recommended), fate, " ".join(text.split()))
