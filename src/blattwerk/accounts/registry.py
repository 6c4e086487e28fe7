"""What this room must know of rooms above it; they say so at start, from their app's `ready`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from blattwerk.accounts.models import User


@dataclass(frozen=True)
class OwnLine:
    """A line on the reader's own page: what it is, how it stands, where it leads."""

    label: str
    stands: str
    url: str


_people: list[Callable[[], Iterable[str]]] = []
_paper: list[Callable[[], str]] = []
_lines: list[Callable[[User], Sequence[OwnLine]]] = []


def reserve_names(source: Callable[[], Iterable[str]]) -> None:
    """Name people of the paper; no reader may call themselves so. Asked anew each time."""
    if source not in _people:
        _people.append(source)


def reserved_names() -> list[str]:
    """Everybody whom a room has named."""
    return [name for source in _people for name in source()]


def name_paper(source: Callable[[], str]) -> None:
    """Say what the paper is called, for mails and so that no reader takes its name."""
    _paper[:] = [source]


def paper_name() -> str:
    """The paper's name; Blattwerk where no room knows it."""
    return (_paper[0]() if _paper else "") or "Blattwerk"


def own_lines(source: Callable[[User], Sequence[OwnLine]]) -> None:
    """Add lines of a room to the reader's own page; asked anew each time."""
    if source not in _lines:
        _lines.append(source)


def lines_of(user: User) -> list[OwnLine]:
    """What all rooms have to show a reader of their own."""
    return [line for source in _lines for line in source(user)]
