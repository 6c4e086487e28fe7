"""What is over goes, words and persons; what somebody still decides on stays."""

from datetime import datetime, timedelta

import pytest

from blattwerk.accounts.erase import erase_reader
from blattwerk.discussion.change import delete_comment, edit_comment
from blattwerk.discussion.decide import approve, refuse
from blattwerk.discussion.law.complaints import complain_about_statement, decide_complaint
from blattwerk.discussion.law.danger import note_danger, tell_authority
from blattwerk.discussion.law.deadlines import complaints_until
from blattwerk.discussion.law.errors import TextGone, ToldAlready
from blattwerk.discussion.law.notices import settle_gone
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.law.retention import kept_since, purge
from blattwerk.discussion.letters import write_letter
from blattwerk.discussion.models import (
    Comment,
    Danger,
    Deed,
    Entry,
    Letter,
    Notice,
    Statement,
    Switch,
    Version,
)
from blattwerk.discussion.undo import undo
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    MINUTE,
    NOW,
    VIENNA,
    a_moderator,
    a_reason,
    fresh,
    published,
    sent,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
A_YEAR_ON = datetime(2027, 2, 3, 12, 0, tzinfo=VIENNA)


def rejected(article: Article) -> Comment:
    comment = sent(article)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason(), facts="„Esel“")
    return fresh(comment)


def test_a_rejected_text_goes_after_a_year_and_not_before(article: Article) -> None:
    comment = rejected(article)

    purge(A_YEAR_ON - MINUTE)
    assert fresh(comment).text == comment.text
    purge(A_YEAR_ON)

    assert (fresh(comment).text, fresh(comment).state) == ("", Comment.State.REJECTED)
    statement = Statement.objects.get(comment=comment)
    assert (statement.facts, statement.told, statement.clause) == ("", "", "Hausregeln, 2")


def test_the_log_says_that_and_not_what(article: Article) -> None:
    comment = rejected(article)

    purge(A_YEAR_ON)
    purge(A_YEAR_ON + DAY)

    (entry,) = Entry.objects.filter(deed=Deed.PURGE)
    assert (entry.comment, entry.by, entry.details) == (
        comment,
        None,
        {"text": True, "by": None, "reader": None},
    )


def test_a_removed_text_and_former_versions_go_and_public_ones_stay(article: Article) -> None:
    public, gone = published(article, "Erste Fassung, ganz anders."), published(article)
    assert public.writer
    edit_comment(comment_id=public.pk, by=public.writer, text="Zweite Fassung.", now=NOW + MINUTE)
    approve(comment_id=public.pk, by=a_moderator(), now=NOW + MINUTE)
    assert gone.writer
    delete_comment(comment_id=gone.pk, by=gone.writer, now=NOW + MINUTE)

    purge(A_YEAR_ON + DAY)

    assert fresh(public).text == "Zweite Fassung."
    assert list(Version.objects.values_list("text", flat=True)) == ["", ""]


def test_an_open_complaint_holds_the_text_until_it_is_decided(article: Article) -> None:
    comment = rejected(article)
    statement = Statement.objects.get(comment=comment)
    end = complaints_until(statement.at, VIENNA)
    complaint = complain_about_statement(token=statement.token, text="Doch.", now=end)

    purge(A_YEAR_ON)
    assert fresh(comment).text == comment.text
    decide_complaint(
        complaint_id=complaint.pk,
        by=a_moderator(),
        overturned=True,
        reasons="Stimmt.",
        now=A_YEAR_ON,
    )

    assert (fresh(comment).text, fresh(comment).is_public) == (comment.text, True)


def test_texts_are_kept_as_long_as_complaints_may_come(article: Article) -> None:
    Switch.objects.create(pk=1, months_kept=1)
    comment = rejected(article)

    purge(complaints_until(NOW, VIENNA) - MINUTE)
    assert fresh(comment).text == comment.text
    purge(complaints_until(NOW, VIENNA))

    assert fresh(comment).text == ""


def test_a_danger_holds_the_text_until_an_authority_was_told(article: Article) -> None:
    comment, team = rejected(article), a_moderator()
    danger = note_danger(comment_id=comment.pk, facts="Kündigt eine Tat an.", by=team, now=NOW)
    purge(A_YEAR_ON)
    assert fresh(comment).text == comment.text

    tell_authority(danger_id=danger.pk, authority="Polizei Wien", by=team, now=A_YEAR_ON)
    with pytest.raises(ToldAlready):
        tell_authority(danger_id=danger.pk, authority="Polizei", by=team, now=A_YEAR_ON)
    purge(datetime(2028, 2, 4, 12, tzinfo=VIENNA))

    danger = Danger.objects.get()
    assert (fresh(comment).text, danger.facts, danger.authority) == ("", "", "Polizei Wien")


def test_a_purged_comment_does_not_come_back(article: Article) -> None:
    comment = rejected(article)
    purge(A_YEAR_ON)

    with pytest.raises(TextGone):
        approve(comment_id=comment.pk, by=a_moderator(), now=A_YEAR_ON)

    deeds = Entry.objects.filter(comment=comment).order_by("pk").values_list("deed", flat=True)
    assert list(deeds) == [Deed.REJECT, Deed.PURGE]
    assert fresh(comment).state == Comment.State.REJECTED


def test_names_in_notices_go_once_they_were_decided_a_year_ago(article: Article) -> None:
    said = Said(Notice.Kind.LAW, "Falsch.", name="Berta", mail="b@post.example", good_faith=True)
    old, undecided = (
        give_notice(comment_ids=[published(article).pk], said=said, now=NOW) for _ in range(2)
    )
    approve(comment_id=old.items.get().comment_id, by=a_moderator(), now=NOW)

    purge(A_YEAR_ON)

    kept = Notice.objects.order_by("pk").values_list("name", "mail", "why")
    assert list(kept) == [("", "", ""), ("Berta", "b@post.example", "Falsch.")]
    assert undecided.items.get().outcome == "open"


def test_an_erased_writers_text_goes_once_it_is_settled(article: Article) -> None:
    comment = published(article)
    said = Said(Notice.Kind.RULES, why="So nicht.")
    give_notice(comment_ids=[comment.pk], said=said, now=NOW)
    assert comment.writer
    erase_reader(user=comment.writer)
    assert fresh(comment).text == comment.text

    settle_gone(NOW + DAY)
    purge(NOW + DAY)

    assert fresh(comment).text == ""


def test_a_letter_forgets_to_whom_and_what_after_a_month() -> None:
    letter = write_letter(
        template="decision", subject="S", context={"a": 1}, now=NOW, mail="b@post.example"
    )
    Letter.objects.filter(pk=letter.pk).update(sent_at=NOW)
    given_up = write_letter(template="decision", subject="S", context={}, now=NOW)
    Letter.objects.filter(pk=given_up.pk).update(given_up_at=NOW, error="550 unknown")

    purge(NOW + 30 * DAY - MINUTE)
    letter.refresh_from_db()
    assert letter.mail == "b@post.example"
    purge(NOW + 30 * DAY)

    letter.refresh_from_db()
    assert (letter.context, letter.mail, letter.sent_at) == ({}, "", NOW)
    assert Letter.objects.get(pk=given_up.pk).error == ""


def test_an_undo_after_the_purge_is_refused(article: Article) -> None:
    comment = rejected(article)
    Comment.objects.filter(pk=comment.pk).update(text="")
    entry = Entry.objects.get(comment=comment, deed=Deed.REJECT)

    with pytest.raises(TextGone):
        undo(entry_id=entry.pk, by=a_moderator(), now=NOW)


def test_the_period_ends_on_the_same_day_of_the_month() -> None:
    assert kept_since(datetime(2027, 8, 31, 9, tzinfo=VIENNA)) == datetime(
        2026, 8, 31, 9, tzinfo=VIENNA
    )
