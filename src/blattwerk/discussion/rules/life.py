"""The ends of a discussion that no timetable makes: the desk's, and age."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from blattwerk.discussion.rules.errors import BadRule, gettext_noop
from blattwerk.discussion.rules.wall import months_after

NO_ZONE = gettext_noop("A moment needs its offset; write it like 2026-01-31T18:00:00+01:00.")
UNTIL_EARLY = gettext_noop("The end comes before the beginning; choose a later one.")


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment up to another, which is not in it; None: with no end."""

    since: datetime
    until: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "since", in_utc(self.since))
        if self.until is not None:
            object.__setattr__(self, "until", in_utc(self.until))
            if self.until <= self.since:
                raise BadRule(UNTIL_EARLY, "until")

    def holds(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)


@dataclass(frozen=True, slots=True)
class Closing(Span):
    """Closed by the desk; `reason` is told to readers."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page; `published_at` is the printed time, never that of an import."""

    published_at: datetime | None
    waiting: int = 0  # comments that nobody has read yet

    def __post_init__(self) -> None:
        if self.published_at is not None:
            object.__setattr__(self, "published_at", in_utc(self.published_at))


@dataclass(frozen=True, slots=True)
class Life:
    """A published page's closings, its age, and how long it is kept open in spite of its age."""

    published: datetime
    closings: tuple[Closing, ...]
    old_from: datetime | None
    kept: Span | None

    def closed_by(self, moment: datetime) -> Closing | None:
        """Of several closings the one that lasts longest speaks."""
        holding = [closing for closing in self.closings if closing.holds(moment)]
        return max(holding, key=_lasting, default=None)

    def is_old(self, moment: datetime) -> bool:
        old = self.old_from is not None and self.old_from <= moment
        return old and not (self.kept is not None and self.kept.holds(moment))

    def next_closing(self, moment: datetime) -> datetime | None:
        """The next moment at which the desk closes."""
        return earliest(closing.since for closing in self.closings if closing.since > moment)

    def next_old(self, moment: datetime) -> datetime | None:
        """The next moment at which age closes."""
        edges = (self.old_from, self.kept.until if self.kept else None)
        return earliest(edge for edge in edges if edge and edge > moment and self.is_old(edge))

    def next_kept(self, moment: datetime) -> datetime | None:
        """The next moment at which an old page is opened again."""
        return self.kept.since if self.kept and self.kept.since > moment else None

    def next_other(self, closing: Closing, moment: datetime) -> datetime | None:
        """The end of a closing that holds, or the beginning of a longer one."""
        longer = (
            other.since
            for other in self.closings
            if other.since > moment and _lasting(other) > _lasting(closing)
        )
        return earliest(edge for edge in (closing.until, *longer) if edge)

    def last_ends(self, moment: datetime) -> Iterator[datetime]:
        """The moments so far from which desk and publication let readers write."""
        yield self.published
        yield from (
            closing.until for closing in self.closings if closing.until and closing.until <= moment
        )

    def young_since(self, moment: datetime) -> datetime:
        """From when neither desk nor age has closed, at a moment when neither does."""
        ends = [*self.last_ends(moment)]
        if self.kept and self.old_from and self.old_from < self.kept.since <= moment:
            ends.append(self.kept.since)
        return max(ends)

    def old_since(self, moment: datetime) -> datetime:
        """From when age has closed, at a moment when it does and the desk does not."""
        edges = (self.old_from, self.kept.until if self.kept else None)
        return max(*self.last_ends(moment), *(edge for edge in edges if edge and edge <= moment))


def old_from(published: datetime, months: int | None, zone: ZoneInfo) -> datetime | None:
    """When a page is too old: so many calendar months after its publication, to the moment."""
    try:
        return None if months is None else months_after(published, months, zone)
    except OverflowError:
        return None


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC, where moments compare as they follow one another."""
    if moment.tzinfo is None:
        raise BadRule(NO_ZONE)
    return moment.astimezone(UTC)


def earliest(moments: Iterable[datetime]) -> datetime | None:
    return min(moments, default=None)


def _lasting(closing: Closing) -> tuple[datetime, float]:
    return closing.until or datetime.max.replace(tzinfo=UTC), -closing.since.timestamp()
