"""What the team decided becomes verdicts: the newest decision, with nothing of persons."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest

from blattwerk.discussion.change import delete_comment, edit_comment
from blattwerk.discussion.decide import approve, cut, hold, refuse
from blattwerk.discussion.help.train import Verdict
from blattwerk.discussion.law.complaints import complain_about_statement, decide_complaint
from blattwerk.discussion.law.retention import purge
from blattwerk.discussion.models import Comment, Statement
from blattwerk.discussion.own_data import erase_forum
from blattwerk.discussion.undo import undo
from blattwerk.discussion.verdicts import verdicts
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reason,
    published,
    ruled,
    sent,
)

pytestmark = pytest.mark.django_db
RUDE = "Der Minister ist ein Trottel, mit Verlaub."
KIND = "Danke für den Bericht aus Schärding."
DAY = datetime(2026, 2, 3, tzinfo=UTC)


def told() -> list[tuple[str, bool]]:
    return [(each.text, each.rejected) for each in verdicts()]


def refused(comment: Comment, after: int = 1) -> int:
    """The entry's number."""
    entry = refuse(
        comment_id=comment.pk, by=a_moderator(), now=NOW + after * MINUTE, reason=a_reason()
    )
    return entry.pk


def approved(comment: Comment, after: int = 1) -> int:
    return approve(comment_id=comment.pk, by=a_moderator(), now=NOW + after * MINUTE).pk


def shortened(comment: Comment, text: str, after: int = 1) -> int:
    entry = cut(
        comment_id=comment.pk,
        by=a_moderator(),
        now=NOW + after * MINUTE,
        text=text,
        reason=a_reason(),
    )
    return entry.pk


def test_what_was_let_through_is_approved_and_what_was_not_is_refused(article: Article) -> None:
    published(article, KIND)
    refused(sent(article, RUDE))
    removed = published(article, "Alle Wiener gehören heim.")
    refused(removed)

    assert told() == [(KIND, False), (RUDE, True), ("Alle Wiener gehören heim.", True)]


def test_a_verdict_is_text_answer_and_the_day_it_was_given(article: Article) -> None:
    comment = sent(article, RUDE)
    late = NOW.replace(hour=23, minute=30) + timedelta(hours=1)  # UTC still has the day before
    refuse(comment_id=comment.pk, by=a_moderator(), now=late, reason=a_reason())

    assert list(verdicts()) == [Verdict(text=RUDE, rejected=True, at=DAY + timedelta(days=1))]
    assert [field.name for field in fields(Verdict)] == ["text", "rejected", "at"]


def test_what_nobody_looked_at_has_no_verdict(article: Article) -> None:
    sent(article, KIND)
    ruled(AT_ONCE)
    sent(article, "Das steht gleich da.")

    assert told() == []


def test_the_newest_decision_counts(article: Article) -> None:
    restored, gone = sent(article, KIND), published(article, RUDE)
    refused(restored)
    approved(restored, after=2)
    approved(gone, after=1)  # reported, and left standing
    refused(gone, after=2)

    assert told() == [(KIND, False), (RUDE, True)]


def test_a_decision_that_was_undone_does_not_count(article: Article) -> None:
    waiting, standing = sent(article, RUDE), published(article, KIND)
    for entry in (refused(waiting), refused(standing)):
        undo(entry_id=entry, by=a_moderator(), now=NOW + 2 * MINUTE)

    assert told() == [(KIND, False)]


def test_of_what_was_cut_the_text_before_is_refused_whatever_came_later(article: Article) -> None:
    once, left, gone = sent(article, RUDE), sent(article, f"{RUDE} Ja."), sent(article, f"{RUDE}!")
    for comment in (once, left, gone):
        shortened(comment, "Der Minister ist […]")
    shortened(once, "[…] ist […]", after=2)
    approved(left, after=2)
    refused(gone, after=2)

    assert told() == [(RUDE, True), (f"{RUDE} Ja.", True), (f"{RUDE}!", True)]


def test_a_cut_that_was_undone_leaves_the_verdict_before(article: Article) -> None:
    comment = published(article, KIND)
    entry = shortened(comment, "Danke für […]")

    undo(entry_id=entry, by=a_moderator(), now=NOW + 2 * MINUTE)

    assert told() == [(KIND, False)]


def test_a_cut_that_a_complaint_overturned_is_an_approval_of_the_whole(article: Article) -> None:
    comment = published(article, RUDE)
    shortened(comment, "Der Minister ist […]")
    token = Statement.objects.get(comment=comment).token
    complaint = complain_about_statement(token=token, text="Das stimmt.", now=NOW + 2 * MINUTE)

    decide_complaint(
        complaint_id=complaint.pk,
        by=a_moderator(),
        overturned=True,
        reasons="Das darf man sagen.",
        now=NOW + 3 * MINUTE,
    )

    assert told() == [(RUDE, False)]


def test_what_is_held_to_be_looked_at_again_has_no_verdict(article: Article) -> None:
    comment = published(article, KIND)

    hold(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE)

    assert told() == []


def test_a_text_changed_after_it_was_approved_has_no_verdict(article: Article) -> None:
    ruled(AT_ONCE)
    before, after = sent(article, "Vorher geändert."), sent(article, "Nachher geändert.")

    def edit(comment: Comment, text: str, minutes: int) -> None:
        moment = NOW + minutes * MINUTE
        assert comment.writer is not None
        edit_comment(comment_id=comment.pk, by=comment.writer, text=text, now=moment)

    edit(before, KIND, 1)
    approved(before, after=2)
    approved(after, after=2)
    edit(after, RUDE, 3)

    assert told() == [(KIND, False)]


def test_deleted_erased_and_purged_texts_are_gone(article: Article) -> None:
    deleted, erased = published(article, KIND), published(article, "Wird gelöscht.")
    old, shorter = sent(article, RUDE), sent(article, f"{RUDE} Ja.")
    refused(old)
    shortened(shorter, "Der Minister […]")
    assert deleted.writer is not None
    assert erased.writer is not None
    before = len(told())

    delete_comment(comment_id=deleted.pk, by=deleted.writer, now=NOW + MINUTE)
    erase_forum(erased.writer)
    purge(NOW + timedelta(days=800))

    assert (before, told()) == (4, [])


def test_the_verdict_outlives_the_login_of_who_gave_it(article: Article) -> None:
    comment, team = sent(article, KIND), a_moderator()
    approve(comment_id=comment.pk, by=team, now=NOW)

    team.delete()

    assert told() == [(KIND, False)]


def test_more_comments_than_are_read_at_once_keep_their_texts(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blattwerk.discussion.verdicts.AT_ONCE", 2)
    texts = [f"{RUDE} {'Ja. ' * number}Nein." for number in range(5)]
    for text in texts:
        shortened(sent(article, text), "Der Minister […]")

    assert told() == [(text, True) for text in texts]
