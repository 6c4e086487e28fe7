"""The second look by meaning: after publishing, and only where nobody minds."""

import pytest
from django.db import connection

from blattwerk.newsroom.models import Section
from blattwerk.stories.detect.meaning import FEWEST
from blattwerk.stories.detect.shelf import Shelf
from blattwerk.stories.meaning import can_read_meaning, weigh_meaning
from blattwerk.stories.models import Membership, Proposal
from blattwerk.stories.place import place
from tests.stories.household import NOW, picture, placed, story_of

pytestmark = pytest.mark.django_db


def test_the_encoder_is_here_for_tests() -> None:
    assert can_read_meaning()


def test_what_an_article_means_is_kept_and_survives_another_run(section: Section) -> None:
    dam, later = placed(section, "dam"), placed(section, "later", hours=20)
    for article in (dam, later):
        weigh_meaning(article.pk, now=NOW)
    place(later.pk, now=NOW)

    known = Shelf(connection).known(later.pk)
    assert known
    assert len(known.vector) == 512
    assert story_of(later) == story_of(dam)


def test_read_twice_it_changes_nothing(section: Section) -> None:
    dam = placed(section, "dam")
    weigh_meaning(dam.pk, now=NOW)
    before = picture()
    weigh_meaning(dam.pk, now=NOW)
    assert picture() == before


def test_a_lone_article_is_looked_at_anew_with_its_meaning(section: Section) -> None:
    dam = placed(section, "dam")
    placed(section, "later", hours=20)
    vague = placed(
        section,
        "last",
        hours=30,
        headline="Beton für die Talsperre",
        lead="Die Landeskraftwerke bessern die Mauer am Stausee aus.",
        body=[],
    )
    others = [placed(section, "choir", headline=f"Chor {n}", hours=n) for n in range(FEWEST)]
    asked = Proposal.objects.get(article=vague, story=story_of(dam))
    assert "meaning" not in asked.evidence["numbers"]

    for article in (dam, *others, vague):
        weigh_meaning(article.pk, now=NOW)

    asked.refresh_from_db()
    told = Membership.objects.get(article=vague).evidence or asked.evidence
    assert told["numbers"]["meaning"] > 0


def test_withdrawn_meanwhile_it_is_left_alone(section: Section) -> None:
    dam = placed(section, "dam")
    dam.unpublish()
    place(dam.pk, now=NOW)
    before = picture()
    weigh_meaning(dam.pk, now=NOW)
    assert picture() == before
