"""A reader finds what was decided about them and about what they reported."""

from datetime import timedelta

import pytest
from bs4 import Tag
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.discussion.decide import approve, refuse
from blattwerk.discussion.law.complaints import complain_about_item, complain_about_statement
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.models import Complaint, NoticeItem, Statement
from blattwerk.discussion.sanction import pause
from blattwerk.discussion.threads import thread_of
from blattwerk.newsroom.models import Article
from tests.discussion.forum import MINUTE, NOW, a_moderator, a_reader, a_reason, sent
from tests.discussion.own.rows import comments_of, notices_by, statements_for
from tests.discussion.own.test_comments import soup

pytestmark = pytest.mark.django_db


def lists(browser: Client, query: str = "") -> list[list[Tag]]:
    """The rows of both lists: decisions, reports."""
    page = soup(browser.get(reverse("own_decisions") + query))
    return [found.select("li") for found in page.select("main .account__rows")]


def refused(article: Article, writer: User) -> Statement:
    comment = sent(article, writer=writer)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())
    return Statement.objects.get(comment=comment)


def test_decisions_lead_to_their_reasons(at_home: Client, anna: User, article: Article) -> None:
    statement = refused(article, anna)
    pause(reader=anna, by=a_moderator(), now=NOW, until=NOW + timedelta(days=2), reason=a_reason())
    paused = Statement.objects.get(restriction="paused")

    (rows,) = lists(at_home)

    assert [row.select("a.button")[0]["href"] for row in rows] == [
        reverse("statement", args=[each.token]) for each in (paused, statement)
    ]
    assert len(rows[0].select("time")) == 3  # when, until when, and once more for the ears
    assert "Der See sinkt" in rows[1].get_text()


def test_a_complaint_and_what_came_of_it_are_told(
    at_home: Client, anna: User, article: Article
) -> None:
    statement = refused(article, anna)
    complaint = complain_about_statement(token=statement.token, text="Doch.", now=NOW + MINUTE)
    address = reverse("complaint_state", args=[complaint.token])

    told = []
    for outcome in Complaint.Outcome:
        Complaint.objects.update(outcome=outcome)
        ((row,),) = lists(at_home)
        told += [link.get_text().split(": ")[1] for link in row.select(f"a[href='{address}']")]

    assert told == [outcome.label for outcome in Complaint.Outcome]


def test_a_lifted_restriction_says_so(at_home: Client, anna: User, article: Article) -> None:
    refused(article, anna)
    Statement.objects.update(withdrawn_at=NOW)

    ((row,),) = lists(at_home)

    assert len(row.select(".account__badge")) == 1


def test_reports_tell_what_was_decided_of_each_comment(
    at_home: Client, anna: User, article: Article
) -> None:
    bad, fine, waiting = (sent(article) for _number in range(3))
    notice = give_notice(
        comment_ids=[bad.pk, fine.pk, waiting.pk], said=Said("rules"), now=NOW, reader=anna
    )
    refuse(comment_id=bad.pk, by=a_moderator(), now=NOW, reason=a_reason())
    approve(comment_id=fine.pk, by=a_moderator(), now=NOW)
    item = NoticeItem.objects.get(comment=fine)
    complain_about_item(token=notice.token, item_id=item.pk, text="Lest noch einmal.", now=NOW)

    ((row,),) = lists(at_home)

    outcomes = NoticeItem.Outcome
    said = row.get_text(" ")
    for outcome in (outcomes.UPHELD, outcomes.DECLINED, outcomes.OPEN):
        assert said.count(str(outcome.label)) == (2 if outcome == outcomes.OPEN else 1)
    assert row.select("a.button")[0]["href"] == reverse("notice_state", args=[notice.token])


def test_both_lists_go_on_by_themselves(at_home: Client, anna: User, article: Article) -> None:
    thread = thread_of(article)
    statements = statements_for(anna, comments_of(anna, thread, 31))
    notices = notices_by(anna, comments_of(a_reader(), thread, 31))

    page = soup(at_home.get(reverse("own_decisions")))
    onward = [str(link["href"]) for link in page.select("a[rel=next]")]

    assert onward == [f"?vor={statements[1].pk}", f"?gemeldet={notices[1].pk}#gemeldet"]
    assert [len(rows) for rows in lists(at_home, onward[0])] == [1, 30]
    assert [len(rows) for rows in lists(at_home, onward[1].split("#")[0])] == [30, 1]
