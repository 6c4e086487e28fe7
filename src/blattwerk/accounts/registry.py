"""What this room must know of rooms above it; they say so at start, from their app's `ready`."""

from collections.abc import Callable, Iterable

_people: list[Callable[[], Iterable[str]]] = []
_paper: list[Callable[[], str]] = []


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
