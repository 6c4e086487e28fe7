"""What goes before what: off, the desk, age, the hours, the queue."""

from typing import Any

import pytest

from blattwerk.discussion.rules.layers import lay
from blattwerk.discussion.rules.life import Closing, Page, Span
from blattwerk.discussion.rules.moderation import (
    Instead,
    Moderation,
    Policy,
    PolicyHours,
    Queue,
    Who,
)
from blattwerk.discussion.rules.state import Cause, Kind, state_of
from tests.discussion.rules.household import at, state, windows

POST = Moderation(Policy(Who.POST))
FULL = Queue(100, Instead.CLOSED)
CLOSED = Closing(at("2026-01-20 12:00"), None, "Zu viele Beleidigungen.")
NIGHT, NOON = "2029-02-03 23:30", "2029-02-03 12:00"
EVERYTHING: dict[str, Any] = {"on": False, "closed": CLOSED, "months": 18, "queue": FULL}


@pytest.mark.parametrize(
    ("now", "set_", "kind"),
    [
        (NIGHT, EVERYTHING, Kind.OFF),
        (NIGHT, {**EVERYTHING, "on": True}, Kind.DESK),
        (NIGHT, {**EVERYTHING, "on": True, "closed": None}, Kind.AGED),
        (NIGHT, {"months": "never", "queue": FULL}, Kind.NIGHT),
        (NOON, {"months": "never", "queue": FULL}, Kind.FULL),
        (NOON, {"months": "never", "moderation": POST}, Kind.OPEN),
    ],
)
def test_the_first_that_closes_speaks(now: str, set_: dict[str, Any], kind: Kind) -> None:
    assert state(now, waiting=101, **set_).kind is kind


def test_what_is_not_published_is_off() -> None:
    unpublished = state_of(lay(), Page(None), at(NOON))

    assert (unpublished.kind, unpublished.cause) == (Kind.OFF, Cause.PUBLICATION)
    assert (unpublished.since, unpublished.until) == (None, None)


def test_what_comes_out_at_night_opens_in_the_morning() -> None:
    tonight = state("2026-02-03 12:00", published="2026-02-04 01:00")

    assert (tonight.kind, tonight.until) == (Kind.OFF, at("2026-02-04 01:00"))
    assert tonight.opens_at == at("2026-02-04 06:00")


def test_an_article_of_2021_that_is_imported_today_is_closed() -> None:
    old = state("2026-02-03 12:00", published="2021-04-13 20:25")

    assert (old.kind, old.since, old.until) == (Kind.AGED, at("2022-10-13 20:25"), None)
    assert old.months == 18


def test_it_closes_at_the_very_moment_it_is_too_old() -> None:
    published = "2021-08-31 12:00"

    before = state("2023-02-28 11:59:59.999999", published=published)

    assert (before.accepts, before.warns, before.closes_at) == (True, True, at("2023-02-28 12:00"))
    assert state("2023-02-28 12:00", published=published).kind is Kind.AGED


def test_what_grows_too_old_at_night_says_nothing_of_six_o_clock() -> None:
    last_night = state("2027-07-10 23:30", published="2026-01-11 02:00")

    assert (last_night.kind, last_night.until) == (Kind.NIGHT, at("2027-07-11 02:00"))
    assert last_night.opens_at is None


def test_a_page_that_is_kept_open_is_not_closed_by_age() -> None:
    kept = Span(at("2027-01-01 00:00"), at("2028-06-01 12:00"))

    open_ = state("2028-02-03 12:00", kept_open=kept, week=None)

    assert open_.accepts
    assert state("2028-06-01 11:30", kept_open=kept).closes_at == at("2028-06-01 12:00")
    assert state("2028-06-01 12:00", kept_open=kept).since == at("2028-06-01 12:00")


def test_an_old_page_that_is_opened_again_tells_when() -> None:
    again = Span(at("2029-03-01 08:00"))

    assert state(NOON, kept_open=again).opens_at == at("2029-03-01 08:00")
    assert state("2029-03-01 09:00", kept_open=again).since == at("2029-03-01 08:00")


def test_the_desk_closes_what_is_kept_open() -> None:
    kept = Span(at("2026-01-10 12:00"))

    assert state(NOON, kept_open=kept, closed=CLOSED).kind is Kind.DESK


def test_the_desk_says_why_since_when_and_until_when() -> None:
    closed = Closing(at("2026-02-02 15:00"), at("2026-02-04 01:00"), "Pause.")

    state_ = state("2026-02-03 12:00", closed=closed)

    assert (state_.reason, state_.since, state_.until) == ("Pause.", closed.since, closed.until)
    assert state_.opens_at == at("2026-02-04 06:00")


def test_a_closing_that_is_still_to_come_is_announced() -> None:
    closed = Closing(at("2026-02-03 15:00"), None, "Umbau.")

    assert state("2026-02-03 14:30", closed=closed).closes_at == at("2026-02-03 15:00")
    assert state("2026-02-03 14:30", closed=closed).warns


@pytest.mark.parametrize(("waiting", "kind"), [(100, Kind.OPEN), (101, Kind.PRE_MODERATED)])
def test_a_queue_is_full_above_its_limit(waiting: int, kind: Kind) -> None:
    full = state("2026-02-03 12:00", waiting=waiting, moderation=POST, queue=Queue(100))

    assert full.kind is kind


def test_night_and_queue_hold_together() -> None:
    slow_night = {"outside": Instead.SLOW, "queue": Queue(100), "moderation": POST}

    night = state("2026-02-03 23:30", waiting=101, **slow_night)

    assert (night.kind, night.cause) == (Kind.SLOW, Cause.HOURS)
    assert (night.policy, night.pace) == (Policy(Who.PRE), 180)


def test_a_policy_holds_by_the_hour_and_the_first_that_fits_speaks() -> None:
    weekend = PolicyHours((4, 5), windows("18:00-01:00")[0], Policy(Who.PRE))
    friday = PolicyHours((4,), windows("17:00-23:00")[0], Policy(Who.TRUSTED))
    by_hour = {"moderation": Moderation(Policy(Who.FIRST, 3), (weekend, friday))}

    policies = [
        str(state(f"2026-02-06 {time}", **by_hour).policy) for time in ("16:59", "17:00", "18:00")
    ]

    assert policies == ["first-3", "trusted", "pre"]
    assert state("2026-02-06 16:00", **by_hour).until == at("2026-02-06 17:00")
    assert state("2026-02-06 17:00", **by_hour).until == at("2026-02-06 18:00")


def test_a_policy_by_the_hour_changes_nothing_where_all_is_read_before() -> None:
    small_hours = PolicyHours((0, 1, 2, 3, 4, 5, 6), windows("01:00-02:00")[0], Policy(Who.POST))
    rules = {
        "outside": Instead.PRE_MODERATED,
        "moderation": Moderation(Policy(Who.TRUSTED), (small_hours,)),
    }

    night = state("2026-02-03 02:30", **rules)

    assert (night.since, night.until) == (at("2026-02-02 23:00"), at("2026-02-03 06:00"))
    assert state("2026-02-03 00:30", **rules).until == at("2026-02-03 06:00")


def test_since_when_a_queue_is_full_nobody_can_say() -> None:
    full = state("2026-02-03 12:00", waiting=101, queue=Queue(100))

    assert (full.cause, full.since) == (Cause.QUEUE, None)


def test_what_the_desk_opens_at_night_is_closed_at_night_since_then() -> None:
    closed = Closing(at("2026-02-02 15:00"), at("2026-02-04 01:00"), "Pause.")

    assert state("2026-02-04 02:00", closed=closed).since == at("2026-02-04 01:00")


def test_the_desk_may_close_what_is_old() -> None:
    closed = Closing(at("2029-06-01 12:00"), None, "Gericht.")

    assert state(NOON, closed=closed).until == at("2029-06-01 12:00")


def test_what_is_published_in_the_last_year_there_is_has_no_opening() -> None:
    someday = state_of(lay(), Page(at("9999-12-31 12:00")), at(NOON))

    assert (someday.cause, someday.opens_at) == (Cause.PUBLICATION, None)
