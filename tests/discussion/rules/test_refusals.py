"""Rules that cannot be are refused with a sentence: which field, what is wrong, what to do."""

from typing import Any

import pytest

from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.read import from_plain
from tests.discussion.rules.test_plain import FULL, WEEK

FIELDS = ", ".join(FULL)


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ([], f"This has no fields; write some of {FIELDS}."),
        ({"mnths": 18}, f"“mnths” is no field; write one of {FIELDS}."),
        ({"on": "yes"}, "on: This is neither true nor false; write one of them."),
        ({"months": -1}, "months: -1 months are no age; write 1 to 1200, or never."),
        ({"months": 0}, "months: 0 months are no age; write 1 to 1200, or never."),
        ({"months": "18"}, "months: 18 months are no age; write 1 to 1200, or never."),
        ({"months": 1.5}, "months: This is no whole number; write one."),
        ({"months": True}, "months: This is no whole number; write one."),
        ({"pace": 0}, "pace: 0 seconds are no pace; write 1 to 86400."),
        ({"kept_open": {}}, "kept_open: “since” is missing; add it."),
        (
            {"kept_open": {"since": "2026-01-31T18:00:00"}},
            (
                "kept_open.since: “2026-01-31T18:00:00” is no moment; write it like "
                "2026-01-31T18:00:00+01:00, with its offset."
            ),
        ),
        (
            {"closed": {"since": "2026-01-31T18:00Z", "until": "2026-01-31T17:00Z"}},
            "closed.until: The end comes before the beginning; choose a later one.",
        ),
        (
            {"closed": {"since": "soon"}},
            (
                "closed.since: “soon” is no moment; write it like 2026-01-31T18:00:00+01:00, "
                "with its offset."
            ),
        ),
        (
            {"closed": {"since": "0001-01-01T00:00+14:00"}},
            (
                "closed.since: “0001-01-01T00:00+14:00” is no moment; write it like "
                "2026-01-31T18:00:00+01:00, with its offset."
            ),
        ),
        (
            {"week": {**WEEK, "mon": ["06:00-25:00"]}},
            "week.mon.1: 25:00 is no time of day; write one from 00:00 to 24:00.",
        ),
        (
            {"week": {**WEEK, "mon": ["06:00-12:60"]}},
            "week.mon.1: 12:60 is no time of day; write one from 00:00 to 24:00.",
        ),
        (
            {"week": {**WEEK, "mon": ["24:00-02:00"]}},
            "week.mon.1: A window cannot begin at 24:00; let it begin at 00:00 of the day after.",
        ),
        (
            {"week": {**WEEK, "mon": ["6-23"]}},
            "week.mon.1: “6-23” is no window; write it like 06:00-23:00.",
        ),
        (
            {"week": {**WEEK, "tue": ["06:00-06:00"]}},
            (
                "week.tue.1: 06:00-06:00 begins and ends at the same time; write 00:00-24:00 for a "
                "whole day, or leave it out."
            ),
        ),
        (
            {"week": {**WEEK, "wed": ["06:00-12:00", "11:00-14:00"]}},
            "week.wed: 06:00-12:00 and 11:00-14:00 overlap; make one window of them.",
        ),
        (
            {"week": {**WEEK, "sun": ["20:00-07:00"]}},
            "week.mon: 20:00-07:00 and 06:00-23:00 overlap; make one window of them.",
        ),
        ({"week": {"mon": []}}, "week: “tue” is missing; add it."),
        (
            {"week": {**WEEK, "mon": "06:00-23:00"}},
            "week.mon: This is no list; write one, and [] for none.",
        ),
        (
            {"week": {**WEEK, "mon": [6]}},
            "week.mon.1: This is no text; write it in quotation marks.",
        ),
        (
            {"holidays": {"country": "Atlantis"}},
            (
                "holidays.country: “Atlantis” is no country whose holidays are known; write "
                "its code, as AT."
            ),
        ),
        (
            {"holidays": {"country": "GB", "subdivision": "Kent"}},
            (
                "holidays.subdivision: “Kent” is no part of GB; write one of ENG, NIR, SCT, WLS, "
                "or none for the whole country."
            ),
        ),
        (
            {"holidays": {"country": "AT", "apply": "open"}},
            "holidays.apply: “open” is not known; write one of usual, sunday, closed.",
        ),
        (
            {"exceptions": [{"first": "2026-02-30", "windows": []}]},
            "exceptions.1.first: “2026-02-30” is no day; write it like 2026-12-24.",
        ),
        (
            {"exceptions": [{"first": "2026-12-24", "last": "2026-12-23", "windows": []}]},
            "exceptions.1.last: 2026-12-23 lies before 2026-12-24; exchange the two days.",
        ),
        (
            {"exceptions": [{"first": "0001-01-01", "windows": []}]},
            (
                "exceptions.1: 0001-01-01 is too far off; write a day from the year 1900 to "
                "the year 9000."
            ),
        ),
        (
            {
                "exceptions": [
                    {"first": "2026-12-24", "last": "2026-12-26", "windows": []},
                    {"first": "2026-12-26", "windows": []},
                ]
            },
            "exceptions: Two exceptions cover 2026-12-26; make one of them.",
        ),
        (
            {"outside": "open"},
            "outside: “open” is not known; write one of slow, pre-moderated, closed.",
        ),
        (
            {"moderation": {"policy": "first-0"}},
            "moderation.policy: 0 approved comments are none to wait for; write 1 to 100.",
        ),
        (
            {"moderation": {"policy": "first"}},
            (
                "moderation.policy: “first” is no policy; write pre, post, trusted, or first-3 for "
                "a reader's first three."
            ),
        ),
        (
            {
                "moderation": {
                    "policy": "pre",
                    "hours": [{"days": [], "window": "06:00-07:00", "policy": "post"}],
                }
            },
            "moderation.hours.1.days: These hours are on no day; name one, or take them out.",
        ),
        (
            {"queue": {"limit": 0}},
            "queue.limit: 0 waiting comments are no limit; write 1 or more, or none.",
        ),
        (
            {"zone": "Europe/Atlantis"},
            "zone: “Europe/Atlantis” is no time zone; write its name, such as Europe/Vienna.",
        ),
        (
            {"zone": "../../etc/passwd"},
            "zone: “../../etc/passwd” is no time zone; write its name, such as Europe/Vienna.",
        ),
        (
            {"zone": "100 %"},
            "zone: “100 %” is no time zone; write its name, such as Europe/Vienna.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(plain: Any, sentence: str) -> None:
    with pytest.raises(BadRule) as refused:
        from_plain(plain)

    assert str(refused.value) == sentence
