"""Words for the tests of the rules: moments, layers, and what comes of them."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from blattwerk.discussion.rules.days import Special
from blattwerk.discussion.rules.hours import Window, Windows
from blattwerk.discussion.rules.layers import Layer, lay
from blattwerk.discussion.rules.life import Page
from blattwerk.discussion.rules.state import State, state_of

VIENNA = ZoneInfo("Europe/Vienna")
PUBLISHED = "2026-01-10 12:00"


def at(text: str) -> datetime:
    """A time on Vienna's walls."""
    return datetime.fromisoformat(text).replace(tzinfo=VIENNA)


def windows(*texts: str) -> Windows:
    return tuple(Window.read(text) for text in texts)


def special(first: str, *texts: str, last: str | None = None, name: str = "") -> Special:
    """An exception of some days with these windows."""
    begin, end = (datetime.fromisoformat(day).date() for day in (first, last or first))
    return Special(begin, end, windows(*texts), name)


def state(now: str, *, published: str = PUBLISHED, waiting: int = 0, **rules: Any) -> State:
    """Of a page with these rules, at a time in Vienna."""
    return state_of(lay(page=Layer(**rules)), Page(at(published), waiting), at(now))
