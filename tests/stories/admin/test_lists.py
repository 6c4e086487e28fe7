"""The list of stories, and a story begun by hand."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Membership, Story
from tests.factories import an_article
from tests.stories.admin.conftest import a_story, said

LIST, NEW, BEGIN = "storydesk:stories", "storydesk:new", "storydesk:begin"


@pytest.fixture
def stories(flood: Story, lone: Article, section: Section) -> dict[str, Story]:
    """One of each kind."""
    long_ago = timedelta(days=40)
    ended = a_story(
        an_article(section, age=long_ago, headline="Brücke gesperrt"),
        an_article(section, age=long_ago, headline="Brücke offen"),
        title="Die Brücke",
    )
    Story.objects.filter(pk=ended.pk).update(pinned=True)
    Story.objects.filter(pk=flood.pk).update(locked=True)
    return {"flood": flood, "lone": Membership.objects.get(article=lone).story, "ended": ended}


def listed(client: Client, **asked: str) -> list[Story]:
    return list(client.get(reverse(LIST), asked).context["object_list"])


ASKED: list[tuple[dict[str, str], list[str]]] = [
    ({}, ["flood"]),
    ({"state": "running"}, ["flood"]),
    ({"state": "public"}, ["flood", "ended"]),
    ({"state": "hidden"}, ["lone"]),
    ({"state": "locked"}, ["flood"]),
    ({"state": "pinned"}, ["ended"]),
    ({"q": "brücke"}, ["ended"]),
    ({"q": "BRÜCKE gesperrt"}, ["ended"]),
    ({"q": "pegel"}, ["lone"]),
    ({"q": "damm pegel"}, []),
    ({"q": "pegel", "state": "locked"}, []),
]


def test_the_list_is_asked_by_state_title_and_headline(
    desk: Client, stories: dict[str, Story]
) -> None:
    for asked, found in ASKED:
        assert (asked, listed(desk, **asked)) == (asked, [stories[name] for name in found])


def test_a_story_is_found_by_its_number(desk: Client, stories: dict[str, Story]) -> None:
    lone = stories["lone"]

    assert lone in listed(desk, q=f"#{lone.pk}")


def test_the_newest_stands_first_and_merged_ones_nowhere(
    desk: Client, stories: dict[str, Story]
) -> None:
    Story.objects.filter(pk=stories["lone"].pk).update(merged_into=stories["flood"])

    assert listed(desk, state="any") == [stories["flood"], stories["ended"]]


def begin(client: Client, title: str, *numbers: Any) -> Any:
    return client.post(reverse(BEGIN), {"title": title, "article": numbers}, follow=True)


def test_what_is_found_is_added_and_stays_chosen(
    desk: Client, section: Section, lone: Article
) -> None:
    other = an_article(section, headline="Regen lässt nach")

    page = desk.get(reverse(NEW), {"article": lone.pk, "q": "regen", "title": "Das Wetter"})

    assert [line.number for line in page.context["chosen"]] == [lone.pk]
    assert [each["line"].number for each in page.context["found"]] == [other.pk]
    assert page.context["title"] == "Das Wetter"


def test_a_story_begun_by_hand_is_public_with_one_article(desk: Client, lone: Article) -> None:
    begin(desk, "Das Wetter", lone.pk)

    story = Story.objects.get(title="Das Wetter")
    assert story.is_public
    assert Membership.objects.get(article=lone).story == story


@pytest.mark.parametrize(
    ("title", "chosen", "sentence"),
    [
        ("", True, "A story needs a title; write a few words that name the affair."),
        ("Das Wetter", False, "Choose at least one article for the new story."),
        ("x" * 161, True, "The title is too long: at most 160 characters."),
    ],
)
def test_a_beginning_that_lacks_something_keeps_the_rest(
    title: str, chosen: bool, sentence: str, desk: Client, lone: Article
) -> None:
    answer = begin(desk, title, *([lone.pk] if chosen else []))

    assert said(answer) == [("error", _(sentence))]
    assert [line.number for line in answer.context["chosen"]] == ([lone.pk] if chosen else [])
    assert Story.objects.count() == 1


def test_articles_that_are_gone_or_nonsense_begin_nothing(desk: Client, lone: Article) -> None:
    begin(desk, "Das Wetter", lone.pk, 999_999)
    begin(desk, "Das Wetter", "abc", "-1", "9" * 40)

    assert Story.objects.count() == 1


def test_a_desk_is_offered_its_own_articles_only(strangers: Client, lone: Article) -> None:
    page = strangers.get(reverse(NEW), {"article": lone.pk})

    assert (page.context["chosen"], page.context["found"]) == ([], [])
