"""What readers are told of a discussion's state, and desks of a rule that cannot be."""

from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import override

from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.hours import Week
from blattwerk.discussion.rules.layers import lay
from blattwerk.discussion.rules.life import Closing, Page, Span
from blattwerk.discussion.rules.moderation import Instead, Moderation, Policy, Queue, Who
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.state import state_of
from blattwerk.discussion.told import error, notice, reopening, told
from tests.discussion.rules.household import VIENNA, at, special, state

READ = "The community team reads every comment before it appears."
NIGHT, NOON = "2026-02-03 23:30", "2026-02-03 12:00"


@pytest.fixture(autouse=True)
def english() -> Any:
    with override("en"), timezone.override("America/New_York"):  # the paper's own zone goes before
        yield


def said(now: str, **rules: Any) -> str:
    return told(state(now, **rules), at(now))


@pytest.mark.parametrize(
    ("now", "rules", "sentence"),
    [
        (NOON, {}, READ),
        (NOON, {"on": False}, "There is no discussion here."),
        (
            NOON,
            {"published": "2021-04-13 20:25"},
            (
                "This came out more than 18 months ago; its discussion has been closed since "
                "13 October 2022."
            ),
        ),
        (
            NOON,
            {"published": "2025-12-01 00:30", "months": 1},
            (
                "This came out more than 1 month ago; its discussion has been closed since "
                "1 January 2026."
            ),
        ),
        (
            NIGHT,
            {},
            "The discussion is closed at this hour. You can write again from 6:00.",
        ),
        (
            NIGHT,
            {"week": Week.daily("06:30-23:00")},
            "The discussion is closed at this hour. You can write again from 6:30.",
        ),
        (
            NIGHT,
            {"exceptions": (special("2026-02-04"),)},
            (
                "The discussion is closed at this hour. You can write again from Thursday, "
                "5 February 2026, 6:00."
            ),
        ),
        (NIGHT, {"week": Week(((),) * 7)}, "The discussion is closed at this hour."),
        (
            NIGHT,
            {"outside": Instead.SLOW, "pace": 90},
            f"At this hour: Wait at least 90 seconds between two comments. {READ}",
        ),
        (NIGHT, {"outside": Instead.PRE_MODERATED}, f"At this hour: {READ}"),
        (
            NOON,
            {"closed": Closing(at("2026-02-02 15:00"), None, "<b>Pause</b>.")},
            "The community team has closed this discussion. <b>Pause</b>.",
        ),
        (
            NOON,
            {"closed": Closing(at("2026-02-02 15:00"), at("2026-02-03 18:00"))},
            "The community team has closed this discussion. You can write again from 18:00.",
        ),
        (
            NOON,
            {"queue": Queue(10, Instead.CLOSED), "waiting": 11},
            "So many comments wait to be read that no new ones are taken for now.",
        ),
        (
            NOON,
            {"queue": Queue(10, Instead.SLOW), "waiting": 11, "pace": 60},
            f"Many comments wait to be read. Wait at least 1 minute between two comments. {READ}",
        ),
        (
            NOON,
            {"published": "2026-02-03 13:00"},
            "The discussion begins once this has been published.",
        ),
    ],
)
def test_a_state_is_told(now: str, rules: dict[str, Any], sentence: str) -> None:
    assert said(now, **rules) == sentence


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        (
            Policy(Who.POST),
            "Comments appear at once; the community team reads them afterwards.",
        ),
        (
            Policy(Who.FIRST, 1),
            (
                "The community team reads your first comment before it appears; later ones appear "
                "at once."
            ),
        ),
        (
            Policy(Who.FIRST, 3),
            (
                "The community team reads your first 3 comments before they appear; later ones "
                "appear at once."
            ),
        ),
        (
            Policy(Who.TRUSTED),
            (
                "Comments of readers the community team trusts appear at once; it reads all others "
                "before they appear."
            ),
        ),
    ],
)
def test_a_policy_is_told(policy: Policy, sentence: str) -> None:
    assert said(NOON, moderation=Moderation(policy)) == sentence


def test_what_was_never_published_is_told_without_a_time() -> None:
    unpublished = state_of(lay(), Page(None), at(NOON))

    assert told(unpublished, at(NOON)) == "The discussion begins once this has been published."


def test_an_hour_before_closing_it_is_told_when() -> None:
    assert notice(state("2026-02-03 22:00")) == "This discussion closes at 23:00."
    assert notice(state("2026-02-03 21:59")) == ""


def test_what_is_open_does_not_open_again() -> None:
    assert reopening(state(NOON), at(NOON)) == ""


def test_an_old_page_that_is_opened_again_is_told_with_its_day() -> None:
    again = Span(at("2029-03-01 08:00"))
    old = state("2028-02-03 12:00", kept_open=again)

    assert reopening(old, at("2028-02-03 12:00")) == (
        "You can write again from Thursday, 1 March 2029, 8:00."
    )


def test_a_bad_rule_is_told() -> None:
    with pytest.raises(BadRule) as bad:
        from_plain({"zone": "Vienna"})

    assert error(bad.value) == (
        "zone: “Vienna” is no time zone; write its name, such as Europe/Vienna."
    )
    assert state(NOON).zone is VIENNA
