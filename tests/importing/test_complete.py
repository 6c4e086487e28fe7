"""The deed behind the form refuses by itself what the form would refuse."""

from datetime import UTC, datetime
from typing import Any

import pytest

from blattwerk.importing.bring_in import bring_in
from blattwerk.importing.complete import complete
from blattwerk.importing.errors import Incomplete, MayNotPublishThere, SameArticle
from blattwerk.importing.models import Item
from blattwerk.importing.piece import Piece
from blattwerk.importing.reject import reject
from blattwerk.newsroom.models import Article, Section
from tests.factories import a_chief, an_editor
from tests.importing.dump_texts import OTHER_FURNITURE, a_dump

pytestmark = pytest.mark.django_db


def a_piece(section: Section | None, **changes: Any) -> Piece:
    fields: dict[str, Any] = {
        "headline": "Fährstreit beendet",
        "section": section,
        "published_at": datetime(2021, 4, 13, 18, 25, tzinfo=UTC),
        "lead": "Die Städte einigten sich.",
    }
    return Piece(**{**fields, **changes})


def waiting(**parts: str) -> Item:
    item = bring_in(raw=a_dump(date="", **parts), origin="seite.txt").item
    assert item is not None
    return item


def test_a_section_of_another_desk_is_refused(section: Section) -> None:
    item, user = waiting(), an_editor(section)
    politics = Section.objects.get(slug="politik")

    with pytest.raises(MayNotPublishThere):
        complete(number=item.pk, piece=a_piece(politics), user=user, publish=True)

    assert Article.objects.count() == 0
    assert Item.objects.get().state == Item.State.WAITING


@pytest.mark.parametrize(
    "changes", [{"headline": ""}, {"section": None}, {"lead": ""}, {"published_at": None}]
)
def test_what_lacks_something_is_not_published(section: Section, changes: dict[str, Any]) -> None:
    item = waiting()

    with pytest.raises(Incomplete):
        complete(
            number=item.pk,
            piece=a_piece(**{"section": section, **changes}),
            user=a_chief(),
            publish=True,
        )

    assert Article.objects.count() == 0


def test_of_two_items_of_one_article_the_second_is_refused(section: Section) -> None:
    first, second = (
        waiting(headline="", kicker=""),
        waiting(headline="", kicker="", after=OTHER_FURNITURE),
    )
    chief = a_chief()
    complete(number=first.pk, piece=a_piece(section), user=chief, publish=True)

    with pytest.raises(SameArticle):
        complete(number=second.pk, piece=a_piece(section), user=chief, publish=True)

    assert Article.objects.count() == 1


def test_a_rejected_item_gives_way_to_the_better_one(section: Section) -> None:
    chief = a_chief()
    poor = bring_in(raw=a_dump(section=""), origin="arm.txt").item
    better = bring_in(raw=a_dump(headline="", kicker=""), origin="besser.txt").item
    assert poor is not None
    assert better is not None
    reject(number=poor.pk, user=chief)
    piece = a_piece(section, headline=poor.reading["headline"], lead=poor.reading["lead"])

    article = complete(number=better.pk, piece=piece, user=chief, publish=True)

    assert Article.objects.live().get() == article
