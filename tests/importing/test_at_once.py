"""Two people, or two commands, at the same moment."""

import pytest

from blattwerk.importing.bring_in import Outcome, Result, bring_in
from blattwerk.importing.complete import complete
from blattwerk.importing.errors import AlreadyDecided
from blattwerk.importing.models import Decision, Item
from blattwerk.importing.piece import Piece
from blattwerk.newsroom.models import Article, Section
from tests.at_once import at_once
from tests.factories import a_chief, a_paper
from tests.importing.dump_texts import OTHER_FURNITURE, a_dump

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("shared_database"),
]


def test_two_imports_of_one_dump_make_one_article() -> None:
    a_paper()
    raw = a_dump().encode()

    outcomes: list[Outcome] = at_once(
        *[lambda place=place: bring_in(raw=raw, origin=f"{place}.txt") for place in range(4)]
    )

    assert sorted(outcome.result for outcome in outcomes) == [
        Result.KNOWN, Result.KNOWN, Result.KNOWN, Result.PUBLISHED,
    ]  # fmt: skip
    assert (Item.objects.count(), Article.objects.count()) == (1, 1)


def test_two_pages_of_one_article_make_one_article() -> None:
    a_paper()
    pages = [a_dump(), a_dump(after=OTHER_FURNITURE)]

    outcomes: list[Outcome] = at_once(
        *[lambda page=page: bring_in(raw=page, origin="seite.txt") for page in pages]
    )

    assert sorted(outcome.result for outcome in outcomes) == [Result.KNOWN, Result.PUBLISHED]
    assert Article.objects.count() == 1


def test_two_editors_complete_one_item_and_the_second_gets_a_sentence() -> None:
    a_paper()
    section = Section.objects.get(slug="politik")
    item = bring_in(raw=a_dump(date=""), origin="seite.txt").item
    assert item is not None
    first, second = a_chief("eins@probeblatt.example"), a_chief("zwei@probeblatt.example")
    piece = Piece(headline="Fährstreit beendet", section=section, lead="Die Städte einigten sich.")

    given = at_once(
        *[
            lambda user=user: complete(number=item.pk, piece=piece, user=user, publish=False)
            for user in (first, second)
        ],
        may_refuse=(AlreadyDecided,),
    )

    assert sorted(type(found).__name__ for found in given) == [
        AlreadyDecided.__name__,
        Article.__name__,
    ]
    assert Article.objects.count() == 1
    assert Decision.objects.count() == 1
