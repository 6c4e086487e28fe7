"""The sentence that tells why an article stands in its story, made of the evidence alone."""

from typing import Any

import pytest
from django.utils.translation import override

from blattwerk.stories.reasons import reason


def evidence(*words: str, **more: Any) -> dict[str, Any]:
    return {"words": [{"word": word, "share": 0.3} for word in words], "score": 1.0, **more}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (evidence("Inn"), "In this story because both speak of “Inn”."),
        (evidence("Inn", "Damm"), "In this story because both speak of “Inn” and “Damm”."),
        (
            evidence("Inn", "Damm", "Pegel", "Regen"),
            "In this story because both speak of “Inn”, “Damm” and “Pegel”.",
        ),
        (
            evidence("Inn", numbers={"days": 0.01}),
            "In this story because both speak of “Inn” and appeared within a day.",
        ),
        (
            evidence("Inn", numbers={"days": 1 / 14}),
            "In this story because both speak of “Inn” and lie only 1 day apart.",
        ),
        (
            evidence("Inn", numbers={"days": 6 / 14}),
            "In this story because both speak of “Inn” and lie 6 days apart.",
        ),
        (evidence("Inn", numbers={"days": 1.0}), "In this story because both speak of “Inn”."),
        (evidence(), "In this story because the texts are alike as a whole."),
        ({}, ""),
    ],
)
def test_the_reason_names_the_strongest_words_and_the_time(
    row: dict[str, Any], sentence: str
) -> None:
    with override("en"):
        assert reason(row) == sentence


def test_a_word_with_signs_of_its_own_is_told_as_it_is() -> None:
    with override("en"):
        assert reason(evidence("100%")) == "In this story because both speak of “100%”."
