"""Rules as fields of a form: what is set comes back as it was, what cannot be is told why."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from hypothesis import given

from blattwerk.discussion.rules.layers import Layer
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.write import to_plain
from blattwerk.discussion.ruling.entered import plain_of
from blattwerk.discussion.ruling.filled import fields_of
from blattwerk.discussion.ruling.form import sentence
from tests.discussion.rules.given import layers, zones

VIENNA = ZoneInfo("Europe/Vienna")


def read(**entered: str) -> tuple[dict[str, Any], dict[str, str]]:
    """What was entered, `__` for a dash, as plain data and the sentences of what cannot be."""
    named = {name.replace("__", "-"): text for name, text in entered.items()}
    plain, bad = plain_of(named, VIENNA, {})
    with translation.override("en"):
        return plain, {name: sentence(error) for name, error in bad.items()}


@given(layers, zones)
def test_what_is_set_comes_back_from_its_fields(layer: Layer, zone: ZoneInfo) -> None:
    plain = to_plain(layer)
    back, bad = plain_of(fields_of(plain, zone), zone, plain)
    assert bad == {}
    assert from_plain(back) == layer


@given(layers)
def test_saving_what_nobody_touched_changes_no_byte(layer: Layer) -> None:
    plain = to_plain(layer)
    back, _bad = plain_of(fields_of(plain, VIENNA), VIENNA, plain)
    assert to_plain(from_plain(back)) == plain


def test_an_empty_form_sets_nothing() -> None:
    assert read() == ({}, {})


def test_a_day_has_several_windows_and_one_may_pass_midnight() -> None:
    plain, bad = read(
        week="own",
        week__sat__0__from="08:00",
        week__sat__0__to="12:00",
        week__sat__1__from="20:00",
        week__sat__1__to="02:00",
        week__sun__3__from="00:00",
        week__sun__3__to="00:00",
    )
    assert bad == {"week": "20:00-02:00 and 00:00-24:00 overlap; make one window of them."}
    assert plain == {}


def test_midnight_to_midnight_is_a_whole_day() -> None:
    plain, bad = read(week="own", week__mon__0__from="00:00", week__mon__0__to="00:00")
    assert bad == {}
    assert plain["week"] == {
        **{day: [] for day in ("tue", "wed", "thu", "fri", "sat", "sun")},
        "mon": ["00:00-24:00"],
    }


def test_a_moment_is_the_papers_clock() -> None:
    plain, _bad = read(closed="yes", closed__since="2026-07-01T12:00", closed__reason="Genug.")
    assert from_plain(plain) == from_plain(
        {"closed": {"since": "2026-07-01T12:00:00+02:00", "reason": "Genug."}}
    )


@pytest.mark.parametrize(
    ("entered", "field", "said"),
    [
        (
            {"age": "months", "months": "viele"},
            "months",
            "viele months are no age; write 1 to 1200, or never.",
        ),
        (
            {"age": "months", "months": "0"},
            "months",
            "0 months are no age; write 1 to 1200, or never.",
        ),
        ({"pace": "schnell"}, "pace", "This is no whole number; write one."),
        ({"pace": "90000"}, "pace", "90000 seconds are no pace; write 1 to 86400."),
        (
            {"week": "own", "week__mon__0__from": "06:00"},
            "week",
            "A window has two times; write from when and until when.",
        ),
        (
            {"holidays": "sunday", "holidays__country": "XX"},
            "holidays",
            "“XX” is no country whose holidays are known; write its code, as AT.",
        ),
        (
            {"exceptions__0__name": "Wahl"},
            "exceptions",
            "“” is no day; write it like 2026-12-24.",
        ),
        (
            {"exceptions__0__first": "2026-12-24", "exceptions__0__last": "2026-12-23"},
            "exceptions",
            "2026-12-23 lies before 2026-12-24; exchange the two days.",
        ),
        (
            {"closed": "yes"},
            "closed",
            "Choose a day and a time, or leave both out.",
        ),
        (
            {"kept_open": "yes", "kept_open__since": "morgen"},
            "kept_open",
            "Choose a day and a time, or leave both out.",
        ),
        (
            {"moderation__policy": "first", "moderation__approved": "0"},
            "moderation",
            "0 approved comments are none to wait for; write 1 to 100.",
        ),
        (
            {
                "moderation__policy": "pre",
                "hours__0__policy": "post",
                "hours__0__from": "20:00",
                "hours__0__to": "22:00",
            },
            "moderation",
            "These hours are on no day; name one, or take them out.",
        ),
        (
            {"queue": "limit", "queue__limit": ""},
            "queue",
            "This is no whole number; write one.",
        ),
        (
            {"zone": "Mond"},
            "zone",
            "“Mond” is no time zone; write its name, such as Europe/Vienna.",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    entered: dict[str, str], field: str, said: str
) -> None:
    plain, bad = read(**entered)
    assert bad == {field: said}
    assert plain == {}


def test_one_bad_field_does_not_hide_another_and_the_good_ones_are_read() -> None:
    plain, bad = read(age="months", months="0", pace="0", outside="slow")
    assert set(bad) == {"months", "pace"}
    assert plain == {"outside": "slow"}
