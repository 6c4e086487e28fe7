"""A container of stories: those an editor has pinned, then the liveliest; how one is named."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from blattwerk.fronts.compose import Container, compose_front
from blattwerk.fronts.models import Front
from blattwerk.fronts.story_number import StoryNumberBlock
from blattwerk.newsroom.models import Paper, Section
from blattwerk.stories.models import Story
from tests.factories import an_article


def affair(section: Section, title: str, *, days: float = 0, public: bool = True) -> Story:
    """A story of one article, so many days old."""
    article = an_article(section, age=timedelta(days=days, minutes=1))
    now = timezone.now()
    story = Story.objects.create(
        title=title,
        made_at=now,
        public_at=now if public else None,
        parts=1,
        first_at=article.published_at,
        last_at=article.published_at,
    )
    story.memberships.create(article=article, at=now)
    return story


def compose(page: Page, *pins: int, size: int = 3) -> list[Container]:
    """What stands in the page's one container."""
    front = Front.objects.get(page_id=page.pk)
    value = {"stories": [str(pin) for pin in pins], "size": size}
    field = front._meta.get_field("containers")
    front.containers = field.to_python([{"type": "stories", "value": value}])
    front.save()
    return compose_front(page)


def titles(containers: list[Container]) -> list[str]:
    return [card.story.title for container in containers for card in container.stories]


def test_the_liveliest_stories_fill_the_container(paper: Paper, section: Section) -> None:
    for days, title in ((3, "Dritte"), (1, "Erste"), (2, "Zweite"), (60, "Vergangen")):
        affair(section, title, days=days)

    assert titles(compose(paper)) == ["Erste", "Zweite", "Dritte"]


def test_pinned_stories_come_first_and_stand_once(paper: Paper, section: Section) -> None:
    old, new = affair(section, "Alt", days=60), affair(section, "Neu")
    hidden = affair(section, "Verborgen", public=False)

    found = compose(paper, hidden.pk, old.pk, old.pk, 99_999)

    assert titles(found) == ["Alt", "Neu"]
    assert titles(compose(paper, old.pk, new.pk, size=1)) == ["Alt"]


def test_a_pinned_story_that_was_merged_stands_for_where_it_went(
    paper: Paper, section: Section
) -> None:
    whole, part = affair(section, "Das Ganze", days=60), affair(section, "Ein Teil", days=60)
    Story.objects.filter(pk=part.pk).update(merged_into=whole, public_at=None)

    assert titles(compose(paper, part.pk)) == ["Das Ganze"]


def test_without_stories_there_is_no_container(paper: Paper, section: Section) -> None:
    affair(section, "Verborgen", public=False)

    assert compose(paper) == []


@pytest.mark.parametrize(
    "typed", ["{}", " {} ", "/story/der-gruensee-{}/", "https://x.at/story/b-2-{}/?a#b"]
)
def test_a_story_is_named_by_its_number_or_its_address(section: Section, typed: str) -> None:
    story = affair(section, "Der Grünsee")

    assert StoryNumberBlock().clean(typed.format(story.pk)) == str(story.pk)


@pytest.mark.parametrize("typed", ["Grünsee", "-", "/story/", "99999999", "9" * 40])
def test_what_names_no_story_is_refused_in_a_sentence(section: Section, typed: str) -> None:
    affair(section, "Verborgen", public=False)

    with pytest.raises(ValidationError) as refused:
        StoryNumberBlock().clean(typed)
    assert len(refused.value.messages[0]) > 40
