"""The measures, on lists small enough to count by hand."""

from blattwerk.discussion.help.measure import average_precision, macro_f1, precision_at_top

SCORES = [0.9, 0.8, 0.6, 0.4, 0.1]
VERDICTS = [True, False, True, True, False]


def test_macro_f1_is_the_mean_of_both_sides() -> None:
    assert macro_f1(SCORES, VERDICTS) == (4 / 6 + 2 / 4) / 2


def test_precision_at_top_counts_the_highest_scores() -> None:
    assert [precision_at_top(SCORES, VERDICTS, most) for most in (1, 2, 4, 99)] == [
        1,
        0.5,
        0.75,
        0.6,
    ]


def test_equal_scores_share_their_places_whatever_their_order() -> None:
    assert precision_at_top([0.5, 0.5], [True, False], 1) == 0.5
    assert precision_at_top([0.5, 0.5], [False, True], 1) == 0.5


def test_average_precision_is_the_mean_over_the_rejected() -> None:
    assert average_precision(SCORES, VERDICTS) == (1 / 1 + 2 / 3 + 3 / 4) / 3


def test_nothing_is_measured_as_nothing() -> None:
    assert precision_at_top([], []) == macro_f1([], []) == average_precision([], []) == 0.0
