"""Words and phrases that bring a comment to a person, as the lead has listed them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Sum

from blattwerk.discussion.models import Phrase
from blattwerk.discussion.recent import for_a_second
from blattwerk.discussion.wordlist import Hit, Listed, Wordlist

type Edition = tuple[Any, ...]


@dataclass(frozen=True)
class _Compiled:
    """The list as it was at an edition."""

    edition: Edition
    words: Wordlist


_compiled: list[_Compiled] = []  # the newest one, or none yet


def hits(text: str) -> list[str]:
    """The phrases of the list that stand in a text."""
    return sorted({hit.phrase for hit in places(text)})


def places(text: str) -> list[Hit]:
    """Where they stand."""
    return listed().find(text)


def listed() -> Wordlist:
    """The list in force, compiled anew when any process has changed it."""
    edition = _edition()
    if not _compiled or _compiled[0].edition != edition:
        rows = Phrase.objects.filter(in_use=True).order_by("pk")
        words = Wordlist(Listed(row.text, row.inflected, row.exceptions) for row in rows)
        _compiled[:] = [_Compiled(edition, words)]
    return _compiled[0].words


@for_a_second
def _edition() -> Edition:
    """Tells two states of the list apart: every change sets `changed_at`."""
    told: dict[str, datetime | int | None] = Phrase.objects.aggregate(
        newest=Max("changed_at"), last=Max("pk"), many=Count("pk"), all=Sum("pk")
    )
    return tuple(told.values())
