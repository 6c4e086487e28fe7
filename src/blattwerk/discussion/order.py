"""The orders in which a thread's comments are shown, and the cursors that lead through them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.models import Comment
from blattwerk.discussion.models.comment import CommentQuerySet

_CURSOR = re.compile(r"([0-9]{1,17})-([0-9]{1,18})")  # in microseconds: up to the year 5138
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


class BadCursor(ValueError):
    """A place in a thread that nobody was ever given."""


class Order(StrEnum):
    """As the address says it: `?reihung=aelteste`."""

    NEWEST = "neueste"
    OLDEST = "aelteste"
    RECOMMENDED = "empfohlen"


NAMES = {
    Order.NEWEST: _("Newest"),
    Order.OLDEST: _("Oldest"),
    Order.RECOMMENDED: _("Most recommended"),
}


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two comments: after that with this value (moment or votes) and number."""

    value: int
    number: int

    def __str__(self) -> str:
        return f"{self.value}-{self.number}"


def cursor_of(comment: Comment, order: Order) -> Cursor:
    """The place right after a comment."""
    return Cursor(_value(comment, order), comment.pk)


def cursor_before(comment: Comment) -> Cursor:
    """The place right before a comment among the newest."""
    return Cursor(_value(comment, Order.NEWEST), comment.pk + 1)


def read_cursor(text: str) -> Cursor:
    """Raises BadCursor."""
    found = _CURSOR.fullmatch(text)
    if found is None or not text.isascii():
        raise BadCursor(text)
    return Cursor(int(found[1]), int(found[2]))


def after(tops: CommentQuerySet, order: Order, cursor: Cursor | None, most: int) -> list[Comment]:
    """The first `most` of a thread's top comments that come after the place.

    What shares the cursor's value is asked for apart: both questions walk along an index, even
    where thousands share it.
    """
    column, sign = _column(order)
    rows = tops.order_by(f"{sign}{column}", f"{sign}id")
    if cursor is None:
        return list(rows[:most])
    beyond = "gt" if sign == "" else "lt"
    value = cursor.value if column == "recommended" else _EPOCH + cursor.value * _TICK
    found = list(rows.filter(**{column: value, f"id__{beyond}": cursor.number})[:most])
    if len(found) < most:
        found += rows.filter(**{f"{column}__{beyond}": value})[: most - len(found)]
    return found


def _column(order: Order) -> tuple[str, str]:
    if order is Order.RECOMMENDED:
        return "recommended", "-"
    return "public_at", "" if order is Order.OLDEST else "-"


def _value(comment: Comment, order: Order) -> int:
    if order is Order.RECOMMENDED:
        return comment.recommended
    return ((comment.public_at or _EPOCH) - _EPOCH) // _TICK
