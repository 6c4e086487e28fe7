"""The lead's own words stand wherever readers are told how a discussion is."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from blattwerk.discussion.change import edit_comment
from blattwerk.discussion.current import state_now
from blattwerk.discussion.errors import ClosedNow
from blattwerk.discussion.models import Wording
from blattwerk.discussion.rules.state import Cause, Kind, State
from blattwerk.discussion.ruling.editor_panel import standing
from blattwerk.discussion.told import told
from blattwerk.discussion.worded import own_words, worded
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import (
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    an_article_to_discuss,
    browser,
    ruled,
    sent,
)

NIGHT = NOW.replace(hour=23, minute=30)
WORDS = "Nachts schläft das Team.\n\nAb 6 Uhr können Sie wieder schreiben."
IN_A_LINE = "Nachts schläft das Team. Ab 6 Uhr können Sie wieder schreiben."


@pytest.fixture
def article(section: Section) -> Article:
    wording("closed-at-night", "Nachts schläft das Team.")
    return an_article_to_discuss(section)


@pytest.fixture
def night() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NIGHT, tick=False) as clock:
        yield clock


def wording(name: str, text: str) -> None:
    Wording.objects.create(name=name, language="de", text=text, changed_at=NOW)


def said(article: Article, now: datetime = NIGHT) -> str:
    return worded(state_now(article, now), now)


def line(html: str | bytes, selector: str) -> str:
    """What stands there, in a line as a browser shows it."""
    part = BeautifulSoup(html, "html.parser").select_one(selector)
    assert part
    return " ".join(part.get_text(" ").split())


def test_own_words_tell_from_when_one_can_write_again(article: Article) -> None:
    assert said(article) == WORDS


def test_own_words_tell_the_desks_reason(article: Article) -> None:
    wording("closed-by-desk", "Hier ist Schluss.")
    closed = {"since": "2026-02-03T10:00:00+01:00", "reason": "Zu viele Angriffe."}
    ruled({"closed": closed}, scope="page", key=article.pk)

    assert said(article, NOW) == "Hier ist Schluss.\n\nZu viele Angriffe."


def test_other_states_and_languages_are_told_as_delivered(article: Article) -> None:
    with override("en"):
        assert said(article) == told(state_now(article, NIGHT), NIGHT)
    assert said(article, NOW) == told(state_now(article, NOW), NOW)


@pytest.mark.usefixtures("night")
class TestPlaces:
    """Where it is told."""

    def test_under_the_article(self, article: Article) -> None:
        template = Template("{% load discussion %}{% discussion_under page %}")

        page = template.render(Context({"page": article}))

        assert line(page, ".discussion__state") == IN_A_LINE

    def test_in_the_form(self, article: Article) -> None:
        page = browser().get(reverse("thread_form", args=[article.pk]))

        assert line(page.content, ".write__told") == IN_A_LINE

    def test_to_who_writes_too_late(self, article: Article) -> None:
        with pytest.raises(ClosedNow) as refused:
            sent(article, now=NIGHT)

        assert str(refused.value) == WORDS

    def test_to_who_edits_too_late(self, article: Article) -> None:
        writer, closing = a_reader(), NOW.replace(hour=23, minute=0)
        comment = sent(article, writer=writer, now=closing - MINUTE)

        with pytest.raises(ClosedNow) as refused:
            edit_comment(comment_id=comment.pk, by=writer, text="Anders.", now=closing + MINUTE)

        assert str(refused.value) == WORDS

    def test_in_the_articles_editor(self, article: Article) -> None:
        assert standing(article, a_moderator())["sentence"] == WORDS


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_own_words_are_read_once_a_second_and_changed_ones_hold_at_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    resting = State(Kind.NIGHT, Cause.HOURS, ZoneInfo("Europe/Vienna"))
    own_words("rules")
    wording("closed-at-night", "Gute Nacht!")

    with django_assert_num_queries(1):
        assert [worded(resting, NIGHT), worded(resting, NIGHT)] == ["Gute Nacht!"] * 2
    Wording.objects.update_or_create(
        name="closed-at-night", language="de", defaults={"text": "Schlafen Sie wohl!"}
    )
    assert worded(resting, NIGHT) == "Schlafen Sie wohl!"
    Wording.objects.all().delete()
    assert worded(resting, NIGHT) == told(resting, NIGHT)
