"""Numbers out of what somebody sent."""

import pytest

from blattwerk.common.numbered import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("17", 17),
        ("0", 0),
        ("007", 7),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("9" * 5000, None),
        *((text, None) for text in ("", " 1", "-1", "1.5", "²", "٣", "1\0", "eins")),
        (None, None),
    ],
)
def test_a_number_is_what_a_database_can_hold(text: str | None, number: int | None) -> None:
    assert number_in(text) == number


def test_fewer_digits_may_be_asked_for() -> None:
    assert (number_in("2026", 4), number_in("02026", 4)) == (2026, None)
