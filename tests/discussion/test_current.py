"""The state of a page is asked of rows: site, section, topics, page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blattwerk.discussion import registry
from blattwerk.discussion.current import state_now, states_of
from blattwerk.discussion.models import RuleSet
from blattwerk.discussion.rules.state import Cause, Kind
from blattwerk.newsroom.models import Section, StandingPage
from blattwerk.newsroom.queries import the_paper
from tests.discussion.forum import NOW, an_article_to_discuss, ruled, sent

pytestmark = pytest.mark.django_db
Scope = RuleSet.Scope


def test_each_layer_goes_before_the_one_below(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = an_article_to_discuss(section)
    monkeypatch.setattr(registry, "_topics", [lambda pages: {page: [71, 72] for page in pages}])
    kinds = [state_now(article, NOW).kind]

    for scope, key, plain in (
        (Scope.SITE, 0, {"moderation": {"policy": "post"}}),
        (Scope.SECTION, section.pk, {"moderation": {"policy": "pre"}}),
        (Scope.TOPIC, 72, {"moderation": {"policy": "post"}}),
        (Scope.PAGE, article.pk, {"on": False}),
    ):
        ruled(plain, scope=scope, key=key)
        kinds.append(state_now(article, NOW).kind)

    assert kinds == [Kind.PRE_MODERATED, Kind.OPEN, Kind.PRE_MODERATED, Kind.OPEN, Kind.OFF]


def test_rules_of_another_section_topic_or_page_say_nothing(section: Section) -> None:
    article = an_article_to_discuss(section)
    for scope in (Scope.SECTION, Scope.TOPIC, Scope.PAGE):
        ruled({"on": False}, scope=scope, key=article.pk + 1)
    ruled({"on": False}, scope=Scope.SECTION, key=article.pk)  # a section of the page's number
    ruled({"on": False}, scope=Scope.PAGE, key=section.pk)

    assert state_now(article, NOW).kind is Kind.PRE_MODERATED


def test_an_article_of_2021_brought_in_today_is_closed(section: Section) -> None:
    old = an_article_to_discuss(section, published_at=NOW.replace(year=2021, month=4, day=13))

    assert state_now(old, NOW).kind is Kind.AGED


def test_a_draft_and_a_withdrawn_article_have_no_discussion(section: Section) -> None:
    draft = an_article_to_discuss(section, publish=False)
    withdrawn = an_article_to_discuss(section)
    withdrawn.unpublish()

    assert state_now(draft, NOW).cause is Cause.PUBLICATION
    assert state_now(withdrawn, NOW).cause is Cause.PUBLICATION


def test_an_article_known_as_a_mere_page_has_the_same_state(section: Section) -> None:
    article = an_article_to_discuss(section, published_at=NOW - timedelta(days=700))

    assert state_now(article.page_ptr, NOW) == state_now(article, NOW)


def test_of_three_articles_known_as_mere_pages_as_little_is_asked_as_of_one(
    section: Section,
) -> None:
    pages = [an_article_to_discuss(section).page_ptr for _number in range(3)]
    states_of(pages[:1], NOW)  # Django learns what kinds of pages there are
    asked = []
    for some in (pages[:1], pages):
        with CaptureQueriesContext(connection) as questions:
            found = states_of(some, NOW)
        assert [found[page.pk].kind for page in some] == [Kind.PRE_MODERATED] * len(some)
        asked.append(len(questions))

    assert asked[0] == asked[1]


def test_any_page_can_be_discussed(section: Section) -> None:
    imprint = StandingPage.objects.descendant_of(the_paper()).get()
    imprint.first_published_at = NOW - timedelta(days=3)

    assert state_now(imprint, NOW).kind is Kind.PRE_MODERATED


def test_a_full_queue_closes_when_the_rules_say_so(section: Section) -> None:
    article = an_article_to_discuss(section)
    ruled({"queue": {"limit": 1, "then": "closed"}})
    sent(article)
    before = state_now(article, NOW).kind
    sent(article)

    assert (before, state_now(article, NOW).kind) == (Kind.PRE_MODERATED, Kind.FULL)
