"""The database refuses what would overrule a person, whoever asks."""

import pytest
from django.db import IntegrityError, connection, transaction

from blattwerk.newsroom.models import Section
from blattwerk.stories.fences import FENCES, raise_fences
from blattwerk.stories.forbid import forbid
from blattwerk.stories.lock import lock
from blattwerk.stories.models import Decision, Membership, Story
from blattwerk.stories.move import move
from tests.stories.household import NOW, placed, story_of, written

pytestmark = pytest.mark.django_db


def refused() -> pytest.RaisesExc[IntegrityError]:
    return pytest.raises(IntegrityError)


def test_an_article_a_person_placed_cannot_be_moved_by_the_system(section: Section) -> None:
    dam, choir = placed(section, "dam"), placed(section, "choir")
    move(article_id=choir.pk, story_id=story_of(dam).pk, by=None, now=NOW)
    elsewhere = Story.objects.create(title="Anderswo", made_at=NOW)

    with refused(), transaction.atomic():
        Membership.objects.filter(article=choir).update(story=elsewhere)
    with refused(), transaction.atomic():
        Membership.objects.filter(article=choir).update(decision=None)

    assert story_of(choir) == story_of(dam)


def test_a_deleted_place_is_not_filled_by_the_system(section: Section) -> None:
    dam, choir = placed(section, "dam"), placed(section, "choir")
    move(article_id=choir.pk, story_id=story_of(dam).pk, by=None, now=NOW)
    elsewhere = Story.objects.create(title="Anderswo", made_at=NOW)
    Membership.objects.filter(article=choir).delete()

    with refused(), transaction.atomic():
        Membership.objects.create(article=choir, story=elsewhere, at=NOW)


def test_nothing_automatic_goes_into_or_out_of_a_locked_story(section: Section) -> None:
    dam, choir = placed(section, "dam"), placed(section, "choir")
    lock(story_id=story_of(dam).pk, by=None, now=NOW)
    late = written(section, "later")

    with refused(), transaction.atomic():
        Membership.objects.create(article=late, story=story_of(dam), at=NOW)
    with refused(), transaction.atomic():
        Membership.objects.filter(article=choir).update(story=story_of(dam))
    with refused(), transaction.atomic():
        Membership.objects.filter(article=dam).update(story=story_of(choir))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Anders"),
        ("standfirst", "Anders"),
        ("locked", False),
        ("pinned", True),
        ("public_by_hand", False),
    ],
)
def test_a_locked_story_keeps_its_words_and_its_readers(
    section: Section, field: str, value: object
) -> None:
    story = story_of(placed(section, "dam"))
    lock(story_id=story.pk, by=None, now=NOW)

    with refused(), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(**{field: value})


def test_an_article_kept_out_of_a_story_stays_out(section: Section) -> None:
    dam, choir = placed(section, "dam"), placed(section, "choir")
    forbid(article_id=choir.pk, story_id=story_of(dam).pk, by=None, now=NOW)

    with refused(), transaction.atomic():
        Membership.objects.filter(article=choir).update(story=story_of(dam))


def test_a_decision_is_never_rewritten(section: Section) -> None:
    dam, choir = placed(section, "dam"), placed(section, "choir")
    decision = move(article_id=choir.pk, story_id=story_of(dam).pk, by=None, now=NOW, why="Ja.")

    changes: tuple[dict[str, object], ...] = (
        {"deed": "lock"},
        {"why": "Nein."},
        {"article_id": dam.pk},
        {"articles": [1]},
        {"before": {}},
    )
    for change in changes:
        with refused(), transaction.atomic():
            Decision.objects.filter(pk=decision.pk).update(**change)
    with pytest.raises(TypeError, match="never deleted"):
        decision.delete()
    with refused(), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).delete()


def test_fences_stand_again_after_a_migration_has_lost_them(section: Section) -> None:
    dam, choir = placed(section, "dam"), placed(section, "choir")
    lock(story_id=story_of(dam).pk, by=None, now=NOW)
    name = "stories_locked_story_keeps_its_articles"
    with connection.cursor() as cursor:
        on_table = " ON stories_membership" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {name}{on_table}")

    raise_fences()

    with refused(), transaction.atomic():
        Membership.objects.filter(article=choir).update(story=story_of(dam))


def test_every_fence_has_a_name_of_its_own() -> None:
    assert len({fence[0] for fence in FENCES}) == len(FENCES)
