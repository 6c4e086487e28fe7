"""What readers are told when a discussion is closed, and where they can go on."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page

from blattwerk.discussion import registry
from blattwerk.discussion.models import PinnedLead, Wording
from blattwerk.discussion.pages.closing import leads_of, standing_of
from blattwerk.discussion.threads import thread_of
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import ALWAYS, AT_ONCE, NOW, an_article_to_discuss, published, ruled

BY_DESK = {
    "closed": {"since": "2026-02-03T10:00:00+01:00", "reason": "Zu viele Angriffe auf Personen."}
}


@pytest.fixture(autouse=True)
def own_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """No room above answers but those a test names."""
    monkeypatch.setattr(registry, "_leads", [])


def closed(page: Page) -> None:
    ruled(BY_DESK, scope="page", key=page.pk)


def leads_to(*pages: Page) -> None:
    def source(_page: Page, _is_open: registry.IsOpen, _now: datetime) -> Sequence[Page]:
        return pages

    registry.leads_on(source)


def notice_of(article: Article, now: datetime = NOW) -> BeautifulSoup:
    standing = standing_of(article, now)
    request = RequestFactory().get("/")
    made = render_to_string(
        "discussion/pages/closed.html", {"standing": standing, "page": article}, request
    )
    return BeautifulSoup(made, "html.parser")


def words(page: BeautifulSoup, selector: str) -> list[str]:
    return [each.get_text(" ", strip=True) for each in page.select(selector)]


def test_the_notice_says_why_since_when_and_whom_to_ask(article: Article) -> None:
    closed(article)

    page = notice_of(article)

    assert words(page, ".closing__title") == ["Diese Diskussion ist geschlossen"]
    assert words(page, ".closing__words p") == [
        "Das Community-Team hat diese Diskussion geschlossen. Zu viele Angriffe auf Personen."
    ]
    assert words(page, ".closing__since") == ["Geschlossen seit 3. Februar 2026, 10.00 Uhr"]
    assert [link["href"] for link in page.select(".closing__ways a")] == [
        "/themen/",
        "mailto:forum@probeblatt.example",
    ]


def test_by_age_it_says_how_old_and_since_when(article: Article) -> None:
    page = notice_of(article, NOW + timedelta(days=900))

    assert words(page, ".closing__since") == ["Geschlossen seit 3. August 2027, 8.00 Uhr"]


def test_at_night_it_says_from_when_one_can_write_again(article: Article) -> None:
    page = notice_of(article, NOW.replace(hour=23, minute=30))

    assert words(page, ".closing__title") == ["Die Diskussion ruht"]
    assert "6 Uhr" in words(page, ".closing__words")[0]


def test_the_desks_own_words_take_their_place_and_the_hour_stays(article: Article) -> None:
    Wording.objects.create(
        name="closed-at-night",
        language="de",
        text="Nachts schläft das Team.\n\nAuch Sie vielleicht?",
        changed_at=NOW,
    )

    page = notice_of(article, NOW.replace(hour=23, minute=30))

    said = words(page, ".closing__words p")
    assert said[:2] == ["Nachts schläft das Team.", "Auch Sie vielleicht?"]
    assert "6 Uhr" in said[2]
    assert len(said) == 3


def test_an_hour_before_it_closes_that_is_said(article: Article) -> None:
    assert standing_of(article, NOW.replace(hour=21, minute=59)).soon == ""
    assert "23 Uhr" in standing_of(article, NOW.replace(hour=22, minute=1)).soon


class TestLeads:
    """A closed discussion leads to open ones, and to none that is not."""

    def test_pinned_ones_come_before_what_is_found(
        self, article: Article, section: Section
    ) -> None:
        pinned, found = an_article_to_discuss(section), an_article_to_discuss(section)
        pin(article, pinned)
        leads_to(found, pinned)

        assert pages(article) == [pinned.pk, found.pk]

    def test_closed_and_unpublished_ones_are_left_out(
        self, article: Article, section: Section
    ) -> None:
        shut, gone, living = (an_article_to_discuss(section) for _ in range(3))
        closed(shut)
        gone.unpublish()
        pin(article, shut)
        pin(article, gone)
        leads_to(shut, gone, living, article)

        assert pages(article) == [living.pk]

    def test_each_is_named_with_its_comments(self, article: Article, section: Section) -> None:
        lively = an_article_to_discuss(section)
        comment = published(lively)
        leads_to(lively)

        lead = leads_of(thread_of(article), article, NOW)[0]

        assert (lead.page.pk, lead.comments, lead.last_at) == (lively.pk, 1, comment.public_at)

    def test_no_more_than_four_are_named(self, article: Article, section: Section) -> None:
        leads_to(*(an_article_to_discuss(section) for _ in range(6)))

        assert len(pages(article)) == 4


def pages(article: Article) -> list[int]:
    return [lead.page.pk for lead in leads_of(thread_of(article), article, NOW)]


def pin(article: Article, other: Article) -> None:
    PinnedLead.objects.create(thread=thread_of(article), page=other, at=NOW)


def test_a_thread_page_leads_on(client: Any, article: Article, section: Section) -> None:
    now = timezone.now()
    ruled({**AT_ONCE, **ALWAYS})
    living = an_article_to_discuss(section, published_at=now, headline="Hier geht es weiter")
    closed(article)
    leads_to(living)

    page = BeautifulSoup(client.get(f"/diskussion/{article.pk}/").content, "html.parser")

    assert words(page, ".closing__leads a") == ["Hier geht es weiter"]
    assert page.select_one(".closing__leads a")["href"] == f"{living.url}#kommentare"
    assert page.select("[data-newer], [data-deed=write]") == []
