"""What the detection makes of our invented stream; its figures stand in docs/benchmarks.md."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from blattwerk.stories.detect.measure import Measured, measure
from blattwerk.stories.detect.shapes import Piece
from blattwerk.stories.detect.stream import Placed, place_all

STREAM = Path(__file__).parent / "stream"
APART = json.loads((STREAM / "apart.json").read_text(encoding="utf-8"))
ITEMS = [
    json.loads(line)
    for path in sorted(STREAM.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Run:
    """The stream once through the detection."""

    placed: list[Placed]

    @cached_property
    def measured(self) -> Measured:
        labels, stories = [item["story"] for item in ITEMS], [str(one.story) for one in self.placed]
        return measure(labels, stories, [one.sure for one in self.placed])

    def surely_met(self, labels: list[str]) -> set[tuple[str, str]]:
        """(item, label) where an item surely joined a story of another label and not of its own."""
        there: dict[int, set[str]] = defaultdict(set)
        met = set()
        for item, one in zip(ITEMS, self.placed, strict=True):
            own = item["story"]
            if own in labels:
                if one.sure and own not in there[one.story]:
                    met |= {(item["id"], other) for other in there[one.story]}
                there[one.story].add(own)
        return met


@pytest.fixture(scope="module")
def run(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Run:
    """Placed once for all tests, in a transaction that is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        pieces = map(_piece, range(1, len(ITEMS) + 1), ITEMS)
        found = Run([one for _number, one in place_all(pieces, connection)])
        transaction.set_rollback(True)
    return found


def _piece(number: int, item: dict[str, str]) -> Piece:
    return Piece(
        number=number,
        headline=item["headline"],
        text=item["text"],
        moment=datetime.combine(date.fromisoformat(item["day"]), time(12), UTC),
    )


def test_the_stream_is_what_its_readme_says() -> None:
    labels = [item["story"] for item in ITEMS]
    sizes = [labels.count(label) for label in set(labels)]

    assert (len(ITEMS), len(sizes)) == (320, 169)
    assert (sizes.count(1), max(sizes)) == (108, 8)
    assert len({item["id"] for item in ITEMS}) == len(ITEMS)
    assert [item["day"] for item in ITEMS] == sorted(item["day"] for item in ITEMS)
    assert {label for group in APART["apart"].values() for label in group} <= set(labels)


def test_articles_find_their_stories(run: Run) -> None:
    assert run.measured.b_cubed.f1 >= 0.945
    assert run.measured.pairs.f1 >= 0.89


def test_affairs_are_neither_split_nor_thrown_together(run: Run) -> None:
    assert run.measured.found == pytest.approx(run.measured.gold, rel=0.08)


def test_sure_joins_are_right_and_few_items_are_left_to_people(run: Run) -> None:
    assert run.measured.right >= 0.99
    assert run.measured.grey <= 0.09


@pytest.mark.parametrize("trap", APART["apart"])
def test_what_only_sounds_alike_never_surely_joins(run: Run, trap: str) -> None:
    assert run.surely_met(APART["apart"][trap]) == set()


def test_agency_texts_under_another_headline_stand_with_their_original(run: Run) -> None:
    placed = dict(zip((item["id"] for item in ITEMS), run.placed, strict=True))
    pairs = [(placed[original], placed[copy]) for original, copy in APART["copies"]]

    assert all(copy.sure and copy.story == original.story for original, copy in pairs)
    assert [copy.found for _original, copy in pairs].count(None) >= 2  # seen to be copies
