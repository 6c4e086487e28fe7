"""Who reads a comment before it appears, and what happens when too many wait to be read."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from blattwerk.discussion.rules.errors import BadRule, gettext_noop
from blattwerk.discussion.rules.hours import Window

NO_POLICY = gettext_noop(
    "“%(text)s” is no policy; write pre, post, trusted, or first-3 for a reader's first three."
)
NO_FIRST = gettext_noop("%(count)s approved comments are none to wait for; write 1 to 100.")
NO_DAYS = gettext_noop("These hours are on no day; name one, or take them out.")
NO_LIMIT = gettext_noop("%(count)s waiting comments are no limit; write 1 or more, or none.")
_FIRST = re.compile(r"first-(\d{1,6})")


class Who(StrEnum):
    """Whose comments appear at once, the stricter the later."""

    POST = "post"  # everybody's; they are read afterwards
    FIRST = "first"  # those of readers with so many approved ones
    TRUSTED = "trusted"  # those of readers the desk trusts
    PRE = "pre"  # nobody's


class Instead(StrEnum):
    """What holds outside the windows, or when the queue is full, the stricter the later."""

    SLOW = "slow"
    PRE_MODERATED = "pre-moderated"
    CLOSED = "closed"


_WHO = {who: rank for rank, who in enumerate(Who)}
INSTEAD = {instead: rank for rank, instead in enumerate(Instead)}


@dataclass(frozen=True, slots=True)
class Policy:
    """`approved`: with FIRST, how many comments the team approves before they appear at once."""

    who: Who
    approved: int = 0

    def __post_init__(self) -> None:
        if (self.who is Who.FIRST) != (1 <= self.approved <= 100):
            raise BadRule(NO_FIRST, count=self.approved)

    @classmethod
    def read(cls, text: str) -> Self:
        """Of “pre”, “post”, “trusted” or “first-3”."""
        if found := _FIRST.fullmatch(text):
            return cls(Who.FIRST, int(found[1]))
        if text not in set(Who) - {Who.FIRST}:
            raise BadRule(NO_POLICY, text=text)
        return cls(Who(text))

    def __str__(self) -> str:
        return f"{self.who}-{self.approved}" if self.who is Who.FIRST else str(self.who)

    @property
    def strictness(self) -> tuple[int, int]:
        return _WHO[self.who], self.approved


PRE = Policy(Who.PRE)


@dataclass(frozen=True, slots=True)
class PolicyHours:
    """Another policy in a window of some weekdays (0 is Monday)."""

    days: tuple[int, ...]
    window: Window
    policy: Policy

    def __post_init__(self) -> None:
        if not self.days:
            raise BadRule(NO_DAYS, "days")


@dataclass(frozen=True, slots=True)
class Moderation:
    """The usual policy, and others by the hour, of which the first that fits holds."""

    policy: Policy
    hours: tuple[PolicyHours, ...] = ()


@dataclass(frozen=True, slots=True)
class Moderations:
    """Those that hold together: at each moment the strictest of them; a pattern of a course."""

    zone: ZoneInfo
    together: tuple[Moderation, ...]

    def spans(self, day: date) -> Iterator[tuple[Window, tuple[int, int]]]:
        for number, moderation in enumerate(self.together):
            for rank, hours in enumerate(moderation.hours):
                if day.weekday() in hours.days:
                    yield hours.window, (number, rank)

    def value(self, marks: Collection[tuple[int, int]]) -> Policy:
        return strictest(
            self._policy(number, [rank for other, rank in marks if other == number])
            for number in range(len(self.together))
        )

    def landmarks(self) -> tuple[date, ...]:
        return ()

    def is_steady(self) -> bool:
        return not any(moderation.hours for moderation in self.together)

    def _policy(self, number: int, ranks: list[int]) -> Policy:
        moderation = self.together[number]
        return moderation.hours[min(ranks)].policy if ranks else moderation.policy


def strictest(policies: Iterable[Policy]) -> Policy:
    return max(policies, key=lambda policy: policy.strictness)


@dataclass(frozen=True, slots=True)
class Queue:
    """With more than `limit` comments waiting, `then` holds; no limit is none."""

    limit: int | None
    then: Instead = Instead.PRE_MODERATED

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 1:
            raise BadRule(NO_LIMIT, "limit", count=self.limit)
