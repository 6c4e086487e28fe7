"""Two of the team in the same moment, and writers beside a writer who is busy."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from blattwerk.discussion.change import edit_comment
from blattwerk.discussion.claim import claim_next
from blattwerk.discussion.decide import approve, refuse
from blattwerk.discussion.errors import AlreadyDecided, ClosedNow
from blattwerk.discussion.models import Case, Comment, Entry, PinnedLead, Statement
from blattwerk.discussion.pages.closing import MOST_LEADS
from blattwerk.discussion.ruling.errors import TooManyLeads
from blattwerk.discussion.ruling.of_page import pin_lead
from blattwerk.discussion.writer import durably
from blattwerk.newsroom.models import Article, Section
from tests.at_once import PATIENCE, at_once
from tests.discussion.forum import (
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    an_article_to_discuss,
    fresh,
    ruled,
    sent,
)
from tests.factories import a_paper

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("shared_database"),
]
TEAM = 8


@pytest.fixture
def article() -> Article:
    a_paper()
    return an_article_to_discuss(Section.objects.get(slug="politik"))


def test_eight_who_take_the_next_case_at_once_each_get_another(article: Article) -> None:
    cases = {Case.objects.get(comment=sent(article)).pk for _number in range(TEAM)}
    team = [a_moderator() for _number in range(TEAM)]

    taken = at_once(*[lambda by=by: claim_next(by=by, now=NOW) for by in team])

    assert sorted(case.pk for case in taken) == sorted(cases)
    assert [case.claimed_by for case in taken] == team


def test_of_two_who_decide_differently_at_once_one_is_told_so(article: Article) -> None:
    comment = sent(article)
    first, second, reason = a_moderator(), a_moderator(), a_reason()
    seen = {"comment_id": comment.pk, "now": NOW, "seen": comment.turn}

    given = at_once(
        lambda: approve(by=first, **seen),
        lambda: refuse(by=second, reason=reason, **seen),
        may_refuse=(AlreadyDecided,),
    )

    assert sorted(type(each).__name__ for each in given) == ["AlreadyDecided", "Entry"]
    assert [each for each in given if isinstance(each, Entry)] == list(Entry.objects.all())
    rejected = fresh(comment).state == Comment.State.REJECTED
    assert Statement.objects.count() == int(rejected)


def test_six_who_pin_at_once_pin_no_more_than_a_discussion_leads_to(article: Article) -> None:
    section, lead = Section.objects.get(slug="politik"), a_moderator(lead=True)
    others = [an_article_to_discuss(section) for _number in range(6)]

    at_once(
        *[lambda to=to: pin_lead(page=article, to=to, by=lead, now=NOW) for to in others],
        may_refuse=(TooManyLeads,),
    )

    assert PinnedLead.objects.filter(thread=article.pk).count() == MOST_LEADS


def test_an_edit_that_is_refused_waits_for_nobody(article: Article) -> None:
    writer = a_reader()
    comment = sent(article, writer=writer)
    ruled({"on": False}, scope="page", key=article.pk)
    begun, go_on = Event(), Event()

    def busy() -> bool:
        begun.set()
        return go_on.wait(PATIENCE)

    def somebody() -> bool:
        try:
            return durably(busy)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as others:
        other = others.submit(somebody)
        assert begun.wait(PATIENCE)
        try:
            with pytest.raises(ClosedNow):
                edit_comment(comment_id=comment.pk, by=writer, text="Anders.", now=NOW + MINUTE)
            assert not other.done()
        finally:
            go_on.set()
        assert other.result(PATIENCE)
