"""Rules as plain data: there and back."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.layers import Layer
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.write import to_plain
from tests.discussion.rules.given import layers
from tests.discussion.rules.household import VIENNA

WEEK: dict[str, Any] = {
    day: ["06:00-23:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
}
FULL: dict[str, Any] = {
    "on": True,
    "months": 18,
    "kept_open": {"since": "2027-01-01T00:00:00+00:00", "until": None},
    "week": {**WEEK, "fri": ["06:00-12:00", "20:00-02:00"], "sun": []},
    "holidays": {"country": "AT", "subdivision": "9", "apply": "sunday"},
    "exceptions": [
        {
            "first": "2026-10-11",
            "last": "2026-10-11",
            "windows": ["06:00-02:00"],
            "name": "Wahlabend",
        }
    ],
    "outside": "pre-moderated",
    "moderation": {
        "policy": "first-3",
        "hours": [{"days": ["sat", "sun"], "window": "18:00-24:00", "policy": "pre"}],
    },
    "pace": 180,
    "queue": {"limit": 200, "then": "slow"},
    "closed": {
        "since": "2026-02-01T12:00:00+00:00",
        "until": "2026-02-02T12:00:00+00:00",
        "reason": "Pause.",
    },
    "zone": "Europe/Vienna",
}


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("2026-01-01"),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from([*FULL, "since", "mon"]), inner)
    ),
    max_leaves=8,
)


@given(plain=st.dictionaries(st.sampled_from([*FULL]), anything) | anything)
def test_whatever_is_read_is_a_layer_or_refused(plain: Any) -> None:
    layer = Layer()
    with suppress(BadRule):
        layer = from_plain(plain)

    assert from_plain(to_plain(layer)) == layer


@given(layer=layers)
def test_what_is_written_is_read_as_it_was(layer: Layer) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(layer)))) == layer


def test_every_field_is_written_as_it_was_read() -> None:
    assert to_plain(from_plain(FULL)) == FULL


def test_what_is_not_set_is_not_written() -> None:
    assert to_plain(Layer()) == {}
    assert from_plain({"months": None}) == Layer()


def test_what_may_be_left_out_has_its_usual_value() -> None:
    short = {
        "exceptions": [{"first": "2026-10-11", "windows": []}],
        "holidays": {"country": "AT"},
        "moderation": {"policy": "pre"},
        "queue": {"limit": 10},
        "closed": {"since": "2026-02-01T12:00:00+01:00"},
        "zone": "UTC",
    }

    assert to_plain(from_plain(short)) == {
        "holidays": {"country": "AT", "subdivision": None, "apply": "sunday"},
        "exceptions": [{"first": "2026-10-11", "last": "2026-10-11", "windows": [], "name": ""}],
        "moderation": {"policy": "pre", "hours": []},
        "queue": {"limit": 10, "then": "pre-moderated"},
        "closed": {"since": "2026-02-01T11:00:00+00:00", "until": None, "reason": ""},
        "zone": "UTC",
    }


def test_windows_and_exceptions_may_stand_in_any_order() -> None:
    days = [{"first": "2026-12-31", "windows": []}, {"first": "2026-10-11", "windows": []}]
    week = {**WEEK, "mon": ["17:00-20:00", "07:00-09:00"]}

    plain = to_plain(from_plain({"exceptions": days, "week": week}))

    assert plain["week"]["mon"] == ["07:00-09:00", "17:00-20:00"]
    assert [each["first"] for each in plain["exceptions"]] == ["2026-10-11", "2026-12-31"]


def test_a_zone_is_read_by_its_name() -> None:
    assert from_plain({"zone": "Europe/Vienna"}).zone is VIENNA
