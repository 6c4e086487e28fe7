"""Which story an article belongs to, and why."""

from collections.abc import Callable
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.stories.detect.alone import alone
from blattwerk.stories.detect.features import features_of
from blattwerk.stories.detect.find import find_story
from blattwerk.stories.detect.model import model_from, shipped, sure_of
from blattwerk.stories.detect.shapes import Choice, Found, Piece
from blattwerk.stories.detect.shelf import Shelf
from tests.stories.detect.conftest import (
    CHESS,
    CHESS_TEXT,
    FLOOD,
    FLOOD_LATER,
    FLOOD_LATER_TEXT,
    FLOOD_TEXT,
    piece,
)

FLOOD_2 = piece(2, FLOOD_LATER, FLOOD_LATER_TEXT, days=1)
WORDS = [*FLOOD.split(), *FLOOD_TEXT.split(), *CHESS_TEXT.split()]
WRITTEN = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def placed(shelf: Shelf, *pieces: Piece) -> None:
    for each in pieces:
        features = features_of(each)
        shelf.count(features, each.moment)
        shelf.put(each.number, features, each.moment)


def found(shelf: Shelf, asked: Piece, **more: object) -> Found:
    return find_story(shelf, features_of(asked), asked.moment, **more)


def test_the_first_article_begins_a_story(shelf: Shelf) -> None:
    assert found(shelf, piece()) == Found(choice=Choice.NEW)


def test_what_goes_on_joins_and_says_why(shelf: Shelf) -> None:
    placed(shelf, piece(7), piece(8, CHESS, CHESS_TEXT))

    answer = found(shelf, FLOOD_2)

    assert (answer.choice, answer.story) == (Choice.JOIN, 7)
    words = [each["word"] for each in answer.evidence["words"]]
    assert {"Schärding", "Inn", "Altstadt", "Bürgermeisterin Lindpointner"} & {*words} == {
        "Schärding", "Inn", "Altstadt", "Bürgermeisterin Lindpointner",
    }  # fmt: skip
    assert answer.evidence["model"] == shipped().version


def test_something_else_begins_a_story_of_its_own(shelf: Shelf) -> None:
    placed(shelf, piece(7))

    assert found(shelf, piece(2, CHESS, CHESS_TEXT, days=1)).choice is Choice.NEW


def test_a_story_that_was_forbidden_is_not_chosen(shelf: Shelf) -> None:
    placed(shelf, piece(7), piece(8, CHESS, CHESS_TEXT))

    assert found(shelf, FLOOD_2, never={7}).story is None
    assert found(shelf, FLOOD_2, also={7}, never={7}).story is None


def test_a_story_named_from_outside_is_a_candidate_whatever_its_age(shelf: Shelf) -> None:
    placed(shelf, piece(7, days=-40))

    assert found(shelf, FLOOD_2).evidence == {}
    assert found(shelf, FLOOD_2, also={7, 99}).evidence["numbers"]["days"] == 1.0


def test_two_stories_that_are_as_near_are_left_to_an_editor(shelf: Shelf) -> None:
    placed(shelf, piece(7), piece(8))

    answer = found(shelf, FLOOD_2)

    assert answer.choice is Choice.GREY
    assert {answer.story, answer.runner_up} == {7, 8}
    assert answer.margin < shipped().clear


WEATHER = "Das Wetter: Sonne im Osten, Wolken im Westen"
WEATHER_TEXT = (
    "Am {} scheint im Osten die Sonne, im Westen ziehen Wolken durch. Die Höchstwerte liegen bei"
    " {} Grad, der Wind weht schwach aus Süden. Am Abend lockern die Wolken auf."
)


def test_tomorrows_weather_is_not_todays_story(shelf: Shelf) -> None:
    placed(shelf, piece(7, WEATHER, WEATHER_TEXT.format("Montag", 12)))

    tomorrow = piece(2, WEATHER, WEATHER_TEXT.format("Dienstag", 14), days=1)
    assert found(shelf, tomorrow).choice is Choice.NEW


def test_texts_without_a_word_begin_stories_of_their_own(shelf: Shelf) -> None:
    placed(shelf, piece(7, "", ""), piece(8, "!", "…"))

    assert found(shelf, piece(9, "", "")) == Found(choice=Choice.NEW)


@pytest.mark.django_db
@given(texts=st.lists(st.tuples(WRITTEN, WRITTEN, st.integers(0, 20)), min_size=2, max_size=6))
@settings(max_examples=25)
def test_the_score_is_the_sum_of_its_evidence_and_always_the_same(
    texts: list[tuple[str, str, int]],
) -> None:
    pieces = [
        piece(number, headline, text, days=days)
        for number, (headline, text, days) in enumerate(texts, start=1)
    ]
    answers = []
    for _ in range(2):
        with alone() as connection:
            shelf = Shelf(connection)
            placed(shelf, *pieces[:-1])
            answers.append(found(shelf, pieces[-1]))

    assert answers[0] == answers[1]
    evidence = answers[0].evidence
    if evidence:
        assert fsum([evidence["constant"], *evidence["parts"].values()]) == evidence["score"]
        assert answers[0].sure == sure_of(evidence["score"])
        assert fsum(word["share"] for word in evidence["words"]) <= 1.001


def test_the_shipped_weights_have_the_signs_they_must_have() -> None:
    weights = shipped().weights

    assert {name for name, weight in weights.items() if weight < 0} == {
        "days", "places", "figures", "format",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"weights": {"days": 1.0}}, "These weights cannot be: days."),
        ({"weights": {"luck": 1.0}}, "These weights cannot be: luck."),
        ({"colour": 1}, "This is not a file of weights"),
    ],
)
def test_a_file_of_weights_that_cannot_be_is_refused(
    change: dict[str, object], sentence: str
) -> None:
    from dataclasses import asdict

    with pytest.raises(ValueError, match=sentence):
        model_from(asdict(shipped()) | change)


def test_the_same_shelf_and_a_fresh_one_answer_the_same(fresh: Callable[[], Shelf]) -> None:
    used = fresh()
    placed(used, piece(7), piece(8, CHESS, CHESS_TEXT))

    assert found(used, FLOOD_2) == found(fresh(), FLOOD_2)
