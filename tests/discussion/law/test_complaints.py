"""A second person decides complaints; what they overturn is as it was before."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.sanctions import may_write
from blattwerk.discussion.cutting import CUT_MARK
from blattwerk.discussion.decide import approve, cut, refuse
from blattwerk.discussion.errors import SamePerson
from blattwerk.discussion.law.complaints import (
    complain_about_item,
    complain_about_statement,
    decide_complaint,
)
from blattwerk.discussion.law.deadlines import complaints_until
from blattwerk.discussion.law.errors import (
    ComplainedAlready,
    ComplaintDecided,
    NothingToComplainAbout,
    NoWords,
    TooLateToComplain,
)
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.models import (
    Case,
    Comment,
    Complaint,
    Deed,
    Entry,
    Letter,
    Notice,
    NoticeItem,
    Statement,
)
from blattwerk.discussion.sanction import ban, pause
from blattwerk.discussion.undo import undo
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    MINUTE,
    NOW,
    VIENNA,
    a_moderator,
    a_reader,
    a_reason,
    fresh,
    open_cases,
    published,
    sent,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
Outcome = Complaint.Outcome
WHY = "Das war eine Frage, keine Beleidigung."
BECAUSE = "Die Frage ist scharf, aber erlaubt."


def removed(article: Article, text: str = "") -> tuple[Comment, Statement]:
    comment = published(article, text)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE, reason=a_reason())
    return fresh(comment), Statement.objects.get(comment=comment)


def complained(statement: Statement, now: datetime = NOW + DAY) -> Complaint:
    return complain_about_statement(token=statement.token, text=WHY, now=now)


def overturn(complaint: Complaint) -> Complaint:
    return decide_complaint(
        complaint_id=complaint.pk,
        by=a_moderator(lead=True),
        overturned=True,
        reasons=BECAUSE,
        now=NOW + 2 * DAY,
    )


def test_a_complaint_knows_whom_it_is_against_and_when_it_is_due(article: Article) -> None:
    _comment, statement = removed(article)

    complaint = complained(statement)

    assert (complaint.first_by, complaint.due_at) == (statement.entry.by, NOW + 8 * DAY)
    assert Letter.objects.filter(reader=statement.reader).count() == 2  # reasons, and receipt


def test_who_decided_first_does_not_decide_the_complaint(article: Article) -> None:
    _comment, statement = removed(article)
    complaint = complained(statement)
    assert statement.entry.by

    with pytest.raises(SamePerson):
        decide_complaint(
            complaint_id=complaint.pk,
            by=statement.entry.by,
            overturned=False,
            reasons=BECAUSE,
            now=NOW + 2 * DAY,
        )

    complaint.refresh_from_db()
    assert complaint.outcome == Outcome.OPEN


def test_the_database_refuses_the_same_person_too(article: Article) -> None:
    complaint = complained(removed(article)[1])
    row = Complaint.objects.filter(pk=complaint.pk)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(decided_by=complaint.first_by, decided_at=NOW, outcome=Outcome.UPHELD)


def test_an_overturned_removal_brings_the_comment_back(article: Article) -> None:
    comment, statement = removed(article, "Woher wissen Sie das?")
    place = comment.public_at

    complaint = overturn(complained(statement))

    comment, statement = fresh(comment), Statement.objects.get(pk=statement.pk)
    assert (comment.state, comment.text, comment.public_at, comment.thread.comments) == (
        Comment.State.PUBLIC,
        "Woher wissen Sie das?",
        place,
        1,
    )
    assert (complaint.outcome, statement.withdrawn_at) == (Outcome.OVERTURNED, NOW + 2 * DAY)
    deeds = list(
        Entry.objects.filter(comment=comment).order_by("pk").values_list("deed", flat=True)
    )
    assert deeds == [Deed.APPROVE, Deed.REMOVE, Deed.COMPLAINT, Deed.RESTORE]


def test_an_overturned_rejection_publishes_the_comment(article: Article) -> None:
    comment = sent(article)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())

    overturn(complained(Statement.objects.get(comment=comment)))

    assert fresh(comment).state == Comment.State.PUBLIC


def test_an_overturned_cut_brings_the_words_back(article: Article) -> None:
    comment = published(article, "Sie Trottel, woher wissen Sie das?")
    words = f"{CUT_MARK} woher wissen Sie das?"
    cut(comment_id=comment.pk, by=a_moderator(), now=NOW, text=words, reason=a_reason())

    overturn(complained(Statement.objects.get(comment=comment)))

    comment = fresh(comment)
    assert (comment.text, comment.cut_at) == ("Sie Trottel, woher wissen Sie das?", None)


def test_an_overturned_cut_leaves_a_later_one(article: Article) -> None:
    comment = published(article, "Sie Trottel und Esel, woher wissen Sie das?")
    cuts = (
        f"Sie {CUT_MARK} und Esel, woher {CUT_MARK}?",
        f"Sie {CUT_MARK} und {CUT_MARK}, woher {CUT_MARK}?",
    )
    for text in cuts:
        cut(comment_id=comment.pk, by=a_moderator(), now=NOW, text=text, reason=a_reason())
    first = Statement.objects.filter(comment=comment).earliest("pk")

    overturn(complained(first))

    first.refresh_from_db()
    assert fresh(comment).text == cuts[-1]
    assert first.withdrawn_at == NOW + 2 * DAY


@pytest.mark.parametrize("kind", ["pause", "ban"])
def test_an_overturned_sanction_is_lifted(article: Article, kind: str) -> None:
    reader, team = a_reader(), a_moderator(lead=True)
    if kind == "pause":
        until = NOW + 30 * DAY
        pause(reader=reader, by=team, now=NOW, until=until, reason=a_reason())
    else:
        ban(reader=reader, by=team, now=NOW, reason=a_reason())
    assert not may_write(reader, NOW + DAY)

    overturn(complained(Statement.objects.get(reader=reader)))

    assert may_write(reader, NOW + 2 * DAY)
    assert Statement.objects.get(reader=reader).withdrawn_at == NOW + 2 * DAY


def test_a_complaint_that_fails_changes_nothing_but_is_answered(article: Article) -> None:
    comment, statement = removed(article)
    complaint = complained(statement)

    decide_complaint(
        complaint_id=complaint.pk,
        by=a_moderator(),
        overturned=False,
        reasons=BECAUSE,
        now=NOW + 2 * DAY,
    )

    complaint.refresh_from_db()
    statement.refresh_from_db()
    assert fresh(comment).state == Comment.State.REMOVED
    assert (complaint.outcome, statement.withdrawn_at) == (Outcome.UPHELD, None)
    told = Letter.objects.filter(reader=statement.reader).latest("pk").context["paragraphs"]
    assert told[1] == BECAUSE


def test_those_who_gave_notice_hear_that_it_was_overturned(article: Article) -> None:
    comment = published(article)
    said = Said(Notice.Kind.RULES, why="So nicht.", mail="b@post.example")
    notice = give_notice(comment_ids=[comment.pk], said=said, now=NOW)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())

    overturn(complained(Statement.objects.get(comment=comment)))

    item = notice.items.get()
    assert (item.outcome, item.reasons) == (NoticeItem.Outcome.DECLINED, BECAUSE)
    assert Letter.objects.filter(mail="b@post.example").count() == 4  # came, removed, anew, stays


def test_a_notifier_complains_and_the_comment_is_decided_anew(article: Article) -> None:
    comment = published(article)
    said = Said(Notice.Kind.LAW, "Falsch.", name="B", mail="b@post.example", good_faith=True)
    notice = give_notice(comment_ids=[comment.pk], said=said, now=NOW)
    first = approve(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE)
    item = notice.items.get()

    complaint = complain_about_item(token=notice.token, item_id=item.pk, text=WHY, now=NOW + DAY)
    overturn(complaint)

    item.refresh_from_db()
    assert (complaint.first_by, item.outcome) == (first.by, NoticeItem.Outcome.OPEN)
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.NOTICE]


def test_a_notifier_is_written_to_in_the_language_of_the_notice(article: Article) -> None:
    comment = published(article)
    said = Said(Notice.Kind.RULES, why="Not like this.", mail="b@post.example")
    notice = give_notice(comment_ids=[comment.pk], said=said, now=NOW, language="en")
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW)
    item = notice.items.get()

    complaint = complain_about_item(token=notice.token, item_id=item.pk, text=WHY, now=NOW)
    overturn(complaint)

    letters = Letter.objects.filter(mail="b@post.example").order_by("pk")
    number = complaint.pk
    assert [(letter.language, letter.subject) for letter in letters] == [
        ("en", f"Your notice {notice.pk}"),
        ("en", f"Decided: your notice {notice.pk}"),
        ("en", f"Your complaint {number}"),
        ("en", f"Your notice {notice.pk} is decided anew"),
        ("en", f"Decided: your complaint {number}"),
    ]


def test_nobody_complains_for_another_notifier(article: Article) -> None:
    comment = published(article)
    said = Said(Notice.Kind.RULES, why="So nicht.")
    notices = [give_notice(comment_ids=[comment.pk], said=said, now=NOW) for _ in range(2)]
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE)

    with pytest.raises(NoticeItem.DoesNotExist):
        complain_about_item(
            token=notices[0].token, item_id=notices[1].items.get().pk, text=WHY, now=NOW + DAY
        )


def test_a_decision_taken_back_answers_the_complaint(article: Article) -> None:
    comment, statement = removed(article)
    complaint = complained(statement)
    assert statement.entry.by

    undo(entry_id=statement.entry.pk, by=statement.entry.by, now=NOW + 2 * DAY)

    complaint.refresh_from_db()
    assert fresh(comment).state == Comment.State.PUBLIC
    assert (complaint.outcome, complaint.decided_at) == (Outcome.OVERTURNED, NOW + 2 * DAY)


def test_complaints_are_taken_until_the_last_moment_of_six_months(article: Article) -> None:
    statement = removed(article)[1]
    end = complaints_until(statement.at, VIENNA)

    with pytest.raises(TooLateToComplain):
        complained(statement, end + timedelta(seconds=1))

    assert complained(statement, end).pk


def test_one_decision_is_complained_about_once(article: Article) -> None:
    statement = removed(article)[1]
    complained(statement)

    with pytest.raises(ComplainedAlready):
        complained(statement)


def test_what_no_longer_stands_is_not_complained_about(article: Article) -> None:
    comment, statement = removed(article)
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW + DAY)

    with pytest.raises(NothingToComplainAbout):
        complained(statement)


def test_a_complaint_says_something_and_is_decided_once_with_reasons(article: Article) -> None:
    statement = removed(article)[1]
    with pytest.raises(NoWords):
        complain_about_statement(token=statement.token, text=" \u200b ", now=NOW + DAY)
    complaint = complained(statement)
    with pytest.raises(NoWords):
        decide_complaint(
            complaint_id=complaint.pk, by=a_moderator(), overturned=False, reasons=" ", now=NOW
        )
    overturn(complaint)

    with pytest.raises(ComplaintDecided):
        overturn(complaint)


def test_the_writer_complains_on_the_page_of_the_decision(client: Client, article: Article) -> None:
    comment = published(article, "Woher wissen Sie das?")
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())
    statement = Statement.objects.get(comment=comment)
    page = reverse("statement", args=[statement.token])
    stranger = client.get(page).content.decode()
    assert comment.writer
    client.force_login(comment.writer)

    own = client.get(page).content.decode()

    assert ("Woher wissen Sie das?" in own, "Woher wissen Sie das?" in stranger) == (True, False)
    assert statement.clause in stranger


def test_the_statement_says_all_that_the_act_asks_for(article: Article) -> None:
    comment = sent(article, "Sie Trottel.")
    reason = a_reason(ground="law", clause="§ 115 StGB", category="illegal-or-harmful-speech")
    refuse(
        comment_id=comment.pk,
        by=a_moderator(),
        now=NOW,
        reason=reason,
        facts="„Trottel“\n\nim ersten Satz",
    )

    statement = Statement.objects.get(comment=comment)
    blocks = statement.told.split("\n\n")

    assert len(blocks) == 5  # what, ground, facts, automated means, redress
    assert "§ 115 StGB" in blocks[1]
    assert reason.text in blocks[1]
    assert "„Trottel“\nim ersten Satz" in blocks[2]
    assert "3. August 2026, 12.00 Uhr" in blocks[4]
    assert (statement.category, statement.automated_decision) == (reason.category, False)
    assert comment.writer
    letter = Letter.objects.get(reader=comment.writer)
    assert letter.context["link"] == reverse("statement", args=[statement.token])


def test_a_statement_does_not_say_who_gave_notice(article: Article) -> None:
    comment = published(article)
    said = Said(Notice.Kind.LAW, "Falsch.", name="Berta", mail="b@post.example", good_faith=True)
    give_notice(comment_ids=[comment.pk], said=said, now=NOW)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())

    statement = Statement.objects.get(comment=comment)

    assert statement.from_notice
    assert re.search("Berta|b@post", statement.told) is None
