"""Two stories that are one, one story that is two, and the chapters of a story."""

from blattwerk.stories.detect.bursts import bursts
from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.repair import halves, likeness
from blattwerk.stories.detect.shapes import Piece
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


def member(each: Piece) -> tuple[int, Features, object]:
    return each.number, features_of(each), each.moment


def flood(number: int, days: float) -> tuple[int, Features, object]:
    later = number % 2 == 0
    text = FLOOD_LATER_TEXT if later else FLOOD_TEXT
    return member(piece(number, FLOOD_LATER if later else FLOOD, text, days=days))


def chess(number: int, days: float) -> tuple[int, Features, object]:
    return member(piece(number, CHESS, f"{CHESS_TEXT} {number} Bretter.", days=days))


def test_two_stories_of_one_matter_are_alike_and_others_are_not(shelf: Shelf) -> None:
    for story, (_, features, moment) in enumerate([flood(1, 0), flood(2, 1), chess(3, 1)], start=1):
        shelf.count(features, moment)
        shelf.put(story, features, moment)

    assert likeness(shelf, 1, 2)[0] > 0.5 > 0.01 > likeness(shelf, 1, 3)[0]
    assert likeness(shelf, 1, 99) == (0.0, {})


def test_likeness_is_the_same_both_ways(shelf: Shelf) -> None:
    for story, (_, features, moment) in enumerate([flood(1, 0), flood(2, 1)], start=1):
        shelf.put(story, features, moment)

    assert likeness(shelf, 1, 2)[0] == likeness(shelf, 2, 1)[0]


def test_a_story_of_two_matters_falls_apart_the_older_first() -> None:
    mixed = [chess(2, 0.5), flood(1, 0), chess(4, 1.5), flood(3, 1), flood(6, 2)]

    answer = halves(mixed)

    assert answer is not None
    assert answer[:2] == ([1, 3, 6], [2, 4])
    assert 0 < answer[2] <= 1


def test_a_story_of_one_matter_holds() -> None:
    assert halves([flood(number, number) for number in range(1, 8)]) is None
    assert halves([flood(1, 0), chess(2, 0), chess(3, 0)]) is None
    assert halves([]) is None


def test_a_silence_of_more_than_two_days_begins_a_chapter() -> None:
    members = [flood(3, 6), flood(1, 0), flood(2, 1.5), flood(4, 8)]

    assert bursts(members) == [[1, 2], [3, 4]]
    assert bursts([]) == []


def test_a_turn_of_the_matter_begins_a_chapter() -> None:
    members = [flood(n, n / 4) for n in range(1, 5)] + [chess(n, n / 4) for n in range(5, 9)]

    assert bursts(members) == [[1, 2, 3, 4], [5, 6, 7, 8]]


def test_every_article_is_in_one_chapter_in_order_of_time() -> None:
    members = [flood(n, (n * 7) % 13) for n in range(1, 13)]

    numbers = [number for burst in bursts(members) for number in burst]
    at = {number: moment for number, _, moment in members}
    assert numbers == sorted(at, key=lambda number: (at[number], number))
