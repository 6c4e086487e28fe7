"""The shelf: what is put there comes back, and leaves without a trace."""

from collections.abc import Callable

import pytest

from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.shelf import WINDOW, Shelf
from blattwerk.stories.models import Frequency, Posting, Profile, Signature
from tests.stories.detect.conftest import (
    CHESS,
    CHESS_TEXT,
    FLOOD_LATER,
    FLOOD_LATER_TEXT,
    piece,
)

pytestmark = pytest.mark.django_db
FLOOD_1 = piece(1)
FLOOD_2 = piece(2, FLOOD_LATER, FLOOD_LATER_TEXT, days=1)
CHESS_1 = piece(3, CHESS, CHESS_TEXT, days=1)


def put(shelf: Shelf, story: int, *pieces: object) -> None:
    for each in pieces:
        shelf.put(story, features_of(each), each.moment)


def candidates(shelf: Shelf, asked: object) -> list[int]:
    return shelf.candidates(shelf.weighed(features_of(asked), asked.moment), asked.moment)


def rows() -> tuple[list[object], list[object]]:
    postings = list(Posting.objects.order_by("term", "story").values_list())
    return postings, [
        (story, seen, pinned, bytes(terms))
        for story, seen, pinned, terms in Profile.objects.order_by("story").values_list()
    ]


def test_an_article_is_kept_changed_and_forgotten(shelf: Shelf) -> None:
    first, second = features_of(FLOOD_1), features_of(FLOOD_2)

    shelf.keep(1, first, FLOOD_1.moment)
    shelf.keep(1, second, FLOOD_2.moment)
    assert shelf.known(1) == second
    shelf.forget(1)

    assert shelf.known(1) is None
    assert Signature.objects.count() == 0


def test_a_story_is_found_by_the_words_it_shares(shelf: Shelf) -> None:
    put(shelf, 7, FLOOD_1)
    put(shelf, 8, CHESS_1)

    assert candidates(shelf, FLOOD_2) == [7]


def test_a_story_out_of_the_window_is_not_found_unless_it_is_pinned(shelf: Shelf) -> None:
    put(shelf, 7, FLOOD_1)
    put(shelf, 8, piece(4, days=60))
    days = WINDOW / 24 + 2
    late = piece(2, FLOOD_LATER, FLOOD_LATER_TEXT, days=days)
    early = piece(2, FLOOD_LATER, FLOOD_LATER_TEXT, days=-days)

    assert [candidates(shelf, each) for each in (late, early)] == [[], []]
    shelf.pin(7, True)
    assert [candidates(shelf, each) for each in (late, early)] == [[7], [7]]
    shelf.pin(7, False)
    assert candidates(shelf, late) == []


def test_an_older_article_finds_a_story_that_came_after_it(shelf: Shelf) -> None:
    put(shelf, 7, FLOOD_2)

    assert candidates(shelf, piece(1, days=-3)) == [7]


def test_a_story_put_together_anew_is_as_it_was(fresh: Callable[[], Shelf]) -> None:
    put(fresh(), 7, FLOOD_1, FLOOD_2)
    before = rows()

    members = [(features_of(each), each.moment) for each in (FLOOD_2, CHESS_1, FLOOD_1)]
    fresh().rebuild(7, members)
    assert rows() != before
    fresh().rebuild(7, [members[0], members[2]])

    assert rows() == before


def test_a_dropped_story_leaves_nothing(shelf: Shelf, fresh: Callable[[], Shelf]) -> None:
    put(shelf, 7, FLOOD_1, FLOOD_2)
    put(shelf, 8, CHESS_1)
    fresh().rebuild(7, [])
    fresh().drop(8)
    fresh().drop(9)

    assert (Posting.objects.count(), Profile.objects.count()) == (0, 0)


def test_words_are_counted_by_language_and_an_older_article_counts_less(shelf: Shelf) -> None:
    shelf.count(features_of(FLOOD_1), FLOOD_1.moment)
    shelf.count(features_of(piece(2, days=-180)), piece(2, days=-180).moment)
    shelf.count(features_of(piece(3, language="en")), FLOOD_1.moment)

    total = {row.language: row.count for row in Frequency.objects.filter(term=0)}
    assert total["de"] / total["en"] == pytest.approx(1.5)


def test_what_is_counted_is_seen_at_once(shelf: Shelf, fresh: Callable[[], Shelf]) -> None:
    features = features_of(FLOOD_1)
    before = shelf.weighed(features, FLOOD_1.moment)
    for _ in range(3):
        shelf.count(features, FLOOD_1.moment)

    after = shelf.weighed(features, FLOOD_1.moment)
    assert after.total == pytest.approx(before.total + 3)
    assert after == fresh().weighed(features, FLOOD_1.moment)


def kept(shelf: Shelf, *pieces: object) -> None:
    for each in pieces:
        shelf.keep(each.number, features_of(each), each.moment)


def copy_of(shelf: Shelf, asked: object) -> int | None:
    return shelf.find_copy(features_of(asked), asked.moment, but=asked.number)


LONG = CHESS_TEXT + (
    " Das Turnier, an dem 240 Spielerinnen und Spieler aus 19 Ländern teilnehmen, dauert bis zum"
    " Sonntag. Kostal trainiert seit ihrem sechsten Lebensjahr im Klub ihrer Großmutter und will"
    " im Herbst bei der Jugendmeisterschaft antreten. Ferber sprach von einer verdienten"
    " Niederlage und lobte die Ruhe seiner Gegnerin in der langen Schlussphase der Partie."
)

OTHER_FIGURES = LONG.replace("61", "34").replace("240", "90")


@pytest.mark.parametrize(
    ("original", "asked", "found"),
    [
        (piece(1), piece(2, days=2), 1),
        (piece(1), piece(2, days=30), None),
        (piece(1, address="https://apa.example/1"), piece(2, CHESS, CHESS_TEXT), None),
        (
            piece(1, address="https://apa.example/1"),
            piece(2, CHESS, CHESS_TEXT, days=40, address="https://apa.example/1"),
            1,
        ),
        (piece(1, CHESS, LONG), piece(2, "Großmeister verliert gegen Mädchen", LONG), 1),
        (piece(1, CHESS, LONG), piece(2, CHESS, OTHER_FIGURES), None),
        (piece(1, "Das Wetter", "Sonnig."), piece(2, "Das Wetter", "Sonnig.", days=1), None),
        (piece(1), piece(1, days=1), None),
    ],
    ids=[
        "the same text", "the same text a month later", "another address", "the same address",
        "another headline", "other figures", "a few words", "itself",
    ],
)  # fmt: skip
def test_copies_find_their_original(
    shelf: Shelf, original: object, asked: object, found: int | None
) -> None:
    kept(shelf, original)

    assert copy_of(shelf, asked) == found


def test_the_oldest_of_several_is_the_original(shelf: Shelf) -> None:
    kept(shelf, piece(5, days=1), piece(6), piece(7, days=2))

    assert copy_of(shelf, piece(8, days=2)) == 6


def test_features_read_back_from_this_database_are_the_same(shelf: Shelf) -> None:
    features: Features = features_of(FLOOD_1).with_vector(bytes(range(256)))
    shelf.keep(1, features, FLOOD_1.moment)

    assert shelf.known(1) == features
