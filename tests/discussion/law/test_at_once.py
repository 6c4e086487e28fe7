"""A complaint decided in the very moment when somebody else decides about the same thing."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from django.db import transaction

from blattwerk.accounts.sanctions import may_write
from blattwerk.discussion.decide import refuse
from blattwerk.discussion.law.complaints import complain_about_statement, decide_complaint
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Comment, Complaint, Deed, Statement
from blattwerk.discussion.sanction import ban
from blattwerk.newsroom.models import Article
from tests.at_once import at_once
from tests.discussion.forum import (
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    fresh,
    published,
)

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("shared_database"),
]
DAY = timedelta(days=1)
A_WHILE = 1  # seconds in which the other comes as far as it can


def decided_while(complaint: Complaint, locked: Callable[[], Any], **told: Any) -> None:
    """It is overturned while another deed has locked what it is about and comes to the log."""
    lead, other = a_moderator(lead=True), a_moderator()
    holds, overturned = Event(), Event()

    def another_deed() -> None:
        with transaction.atomic():
            locked()
            holds.set()
            overturned.wait(A_WHILE)
            write_down(Deed.UNPICK, by=other, at=NOW + DAY, **told)

    def overturn() -> None:
        holds.wait()
        decide_complaint(
            complaint_id=complaint.pk, by=lead, overturned=True, reasons="Ja.", now=NOW + DAY
        )
        overturned.set()

    at_once(another_deed, overturn)


def complained(statement: Statement) -> Complaint:
    return complain_about_statement(token=statement.token, text="Doch.", now=NOW)


def test_a_complaint_waits_for_whoever_decides_about_the_comment(article: Article) -> None:
    comment = published(article)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())
    complaint = complained(Statement.objects.get())

    rows = Comment.objects.select_for_update().filter(pk=comment.pk)
    decided_while(complaint, rows.get, comment=comment)

    assert fresh(comment).is_public


def test_a_complaint_waits_for_whoever_decides_about_the_pause() -> None:
    reader = a_reader()
    ban(reader=reader, by=a_moderator(lead=True), now=NOW, reason=a_reason())
    complaint = complained(Statement.objects.get())

    decided_while(complaint, reader.sanctions.select_for_update().get, reader=reader)

    assert may_write(reader, NOW + DAY)
