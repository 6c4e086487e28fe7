"""Who holds data of a person: each room says so, how to give it out and how to remove it.

A room registers at start, from its app's `ready`: `holds_data("discussion", …)`. Rooms above the
accounts give out and erase before the accounts themselves do.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from blattwerk.accounts.models import User

Jsonable = dict[str, object] | list[object] | str | int | float | bool | None


@dataclass(frozen=True)
class Holder:
    """One room's part of a person's data."""

    room: str
    export: Callable[[User], Jsonable]
    erase: Callable[[User], None]  # runs in one transaction with all others
    removes: str | Promise  # a sentence for the reader: what goes
    keeps: str | Promise  # what stays, how long and why; "" where nothing stays


_holders: dict[str, Holder] = {}


def holds_data(
    room: str,
    *,
    export: Callable[[User], Jsonable],
    erase: Callable[[User], None],
    removes: str | Promise,
    keeps: str | Promise = "",
) -> None:
    """Register a room's part."""
    _holders[room] = Holder(room, export, erase, removes, keeps)


def holders() -> tuple[Holder, ...]:
    """All parts, the accounts' own last."""
    return tuple(
        sorted(_holders.values(), key=lambda holder: (holder.room == "accounts", holder.room))
    )


def everything_about(user: User) -> dict[str, Jsonable]:
    """All data of a person, by room."""
    return {holder.room: holder.export(user) for holder in holders()}
