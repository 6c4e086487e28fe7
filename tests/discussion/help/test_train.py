"""Learning from verdicts: repeatable, measured on what was kept back, refused when worse."""

from dataclasses import replace

import pytest

from blattwerk.discussion.help.model import Model, shipped
from blattwerk.discussion.help.train import (
    TrainingRefused,
    Verdict,
    WorseThanBefore,
    slope_of,
    trained,
)
from blattwerk.discussion.help.weights import read, written
from tests.discussion.help.examples import comments

ABOUT = ("2026-03-31", "invented", "")
GOLDEN = [10.29, -21.57, -2.71]


@pytest.fixture(scope="module")
def fresh() -> Model:
    """A model of invented comments alone."""
    return Model(trained(comments(600), None, ABOUT).weights)


def test_training_twice_gives_the_same_file(fresh: Model) -> None:
    again = trained(comments(600), None, ABOUT).weights

    assert written(again) == written(fresh.stored())


def test_training_has_not_changed_unnoticed(fresh: Model) -> None:
    texts = ("so ein dodel", "danke, gerne gelesen", "das ist heute wieder die stadt")

    assert [round(fresh.logit(text), 2) for text in texts] == GOLDEN


def test_a_model_learns_words_that_only_this_paper_knows(fresh: Model) -> None:
    done = trained(comments(600), shipped(), ABOUT)
    learned = Model(read(written(done.weights)))

    assert done.after.macro_f1 > done.before.macro_f1
    assert done.after.average > done.before.average
    assert learned.score("so ein grantscherm") > 0.5 > shipped().score("so ein grantscherm")
    assert learned.score("So ein Volltrottel") > 0.5


def test_weights_that_stand_on_others_name_both_sources() -> None:
    about = trained(comments(600), shipped(), ABOUT).weights.about

    assert about.attribution == f"{shipped().about.attribution}; invented"
    assert about.examples == shipped().about.examples + 600


@pytest.mark.parametrize(
    ("stands_on_shipped", "licence", "named"),
    [(True, "", "CC BY 4.0"), (True, "CC BY 4.0", "CC BY 4.0"), (True, "CC0", "CC BY 4.0; CC0"),
     (False, "", ""), (False, "CC0", "CC0")],
)  # fmt: skip
def test_weights_stand_under_the_licences_of_what_they_are_made_of(
    stands_on_shipped: bool, licence: str, named: str
) -> None:
    base = shipped() if stands_on_shipped else None

    done = trained(comments(600), base, (*ABOUT[:2], licence))

    assert done.weights.about.licence == named


def test_the_newest_fifth_is_kept_back_where_all_verdicts_have_a_date() -> None:
    dated = comments(600, dated=True)
    undated = [*dated[:-1], replace(dated[-1], at=None)]

    assert (trained(dated, None, ABOUT).by_time, trained(dated, None, ABOUT).held) == (True, 120)
    assert trained(undated, None, ABOUT).by_time is False


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (comments(30), ("There are 30 verdicts, 10 of them rejections. Training needs at least 500 "
         "verdicts, 100 of them rejections and 100 approvals.")),
        ([Verdict(text=str(n), rejected=n < 99) for n in range(700)],
         ("There are 700 verdicts, 99 of them rejections. Training needs at least 500 "
         "verdicts, 100 of them rejections and 100 approvals.")),
        ([Verdict(text="immer das Gleiche", rejected=n % 2 == 0) for n in range(700)],
         ("Too many verdicts are about the same text or the same day: the fifth that is kept "
         "back to measure with has no rejections or no approvals. Give more verdicts.")),
    ],
)  # fmt: skip
def test_too_few_verdicts_are_refused_with_how_many_are_needed(
    given: list[Verdict], sentence: str
) -> None:
    with pytest.raises(TrainingRefused) as refused:
        trained(given, None, ABOUT)

    assert str(refused.value) == sentence


def test_weights_that_are_worse_on_what_was_kept_back_are_refused(fresh: Model) -> None:
    dated = comments(600, dated=True)
    turned = [replace(each, rejected=not each.rejected) for each in dated[:480]]

    with pytest.raises(WorseThanBefore, match=r"^The new weights would be worse on the verdicts"):
        trained([*turned, *dated[480:]], fresh, ABOUT)


def test_weights_that_are_worse_are_made_where_they_are_wanted_even_so(fresh: Model) -> None:
    dated = comments(600, dated=True)
    turned = [replace(each, rejected=not each.rejected) for each in dated[:480]]

    done = trained([*turned, *dated[480:]], fresh, ABOUT, even_if_worse=True)

    assert done.after.macro_f1 < done.before.macro_f1


def test_the_slope_lies_between_its_limits() -> None:
    assert slope_of([1.0, -1.0], [True, False]) == 10.0
    assert slope_of([1.0, -1.0], [False, True]) == 0.2
