"""The team decides; every deed can be undone while nothing was decided on top of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from blattwerk.discussion.decide import approve, cut, hold, pick, refuse, unpick
from blattwerk.discussion.errors import AlreadyDecided, NoReason, NotACut, NotUndone
from blattwerk.discussion.log import broken_seals
from blattwerk.discussion.models import Case, Comment, Deed, Entry, Statement
from blattwerk.discussion.undo import undo
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    MINUTE,
    NOW,
    a_moderator,
    a_reason,
    fresh,
    open_cases,
    published,
    sent,
)

pytestmark = pytest.mark.django_db
State = Comment.State


def test_an_approved_comment_is_public_and_needs_nobody(article: Article) -> None:
    comment, team = sent(article), a_moderator()

    entry = approve(comment_id=comment.pk, by=team, now=NOW + MINUTE)

    comment = fresh(comment)
    assert (comment.state, comment.public_at, open_cases(comment)) == (
        State.PUBLIC,
        NOW + MINUTE,
        [],
    )
    assert (entry.deed, entry.by, comment.thread.comments) == (Deed.APPROVE, team, 1)


def test_a_rejected_comment_has_its_reasons(article: Article) -> None:
    comment, reason = sent(article), a_reason()

    entry = refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=reason)

    assert fresh(comment).state == State.REJECTED
    statement = Statement.objects.get(comment=comment)
    assert (statement.entry, statement.clause, statement.reader) == (
        entry,
        reason.clause,
        comment.writer,
    )


def test_a_removed_comment_keeps_its_place_and_is_counted_no_more(article: Article) -> None:
    comment = published(article)
    place = comment.public_at

    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE, reason=a_reason())

    comment = fresh(comment)
    assert (comment.state, comment.public_at, comment.thread.comments) == (State.REMOVED, place, 0)


def test_nothing_is_refused_without_a_reason(article: Article) -> None:
    comment = sent(article)

    with pytest.raises(NoReason):
        refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=None)

    assert fresh(comment).state == State.WAITING


def test_of_two_moderators_the_second_is_told_that_it_is_decided(article: Article) -> None:
    comment = sent(article)
    seen = comment.turn
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW, seen=seen)

    with pytest.raises(AlreadyDecided):
        refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason(), seen=seen)

    assert fresh(comment).is_public


def test_words_edited_out_leave_a_mark_and_can_be_put_back(article: Article) -> None:
    comment, team = sent(article, "Der Depp hat recht."), a_moderator()

    entry = cut(
        comment_id=comment.pk, by=team, now=NOW, text="Der […] hat recht.", reason=a_reason()
    )
    cut_text = fresh(comment).text
    undo(entry_id=entry.pk, by=team, now=NOW + MINUTE)

    comment = fresh(comment)
    assert cut_text == "Der […] hat recht."
    assert (comment.text, comment.cut_at, comment.state) == (
        "Der Depp hat recht.",
        None,
        State.HELD,  # readers saw it: it keeps its place and waits out of sight
    )
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.NEW]


@pytest.mark.parametrize("text", ["Der Kluge […] recht.", "Der Depp hat recht.", "[…] Und mehr."])
def test_no_words_come_in_where_some_are_edited_out(article: Article, text: str) -> None:
    comment = sent(article, "Der Depp hat recht.")

    with pytest.raises(NotACut):
        cut(comment_id=comment.pk, by=a_moderator(), now=NOW, text=text, reason=a_reason())

    assert (fresh(comment).text, Entry.objects.count()) == ("Der Depp hat recht.", 0)


DEEDS: dict[str, Callable[..., Entry]] = {
    "approve": approve,
    "refuse": lambda **known: refuse(reason=a_reason(), **known),
    "hold": hold,
    "pick": pick,
}


@pytest.mark.parametrize(
    ("first", "deed", "back"),
    [
        (sent, "refuse", State.WAITING),
        (sent, "hold", State.WAITING),
        (sent, "approve", State.HELD),
        (published, "refuse", State.PUBLIC),
        (published, "hold", State.PUBLIC),
        (published, "approve", State.PUBLIC),
        (published, "pick", State.PUBLIC),
    ],
)
def test_what_was_decided_is_undone(
    article: Article, first: Callable[..., Comment], deed: str, back: State
) -> None:
    comment, team = first(article), a_moderator()
    cases = len(open_cases(comment))
    known: dict[str, Any] = {"comment_id": comment.pk, "by": team, "now": NOW + MINUTE}
    entry = DEEDS[deed](**known)

    undo(entry_id=entry.pk, by=team, now=NOW + 2 * MINUTE)

    comment = fresh(comment)
    assert (comment.state, comment.picked_at, comment.thread.comments) == (
        back,
        None,
        int(back is State.PUBLIC),
    )
    assert len(open_cases(comment)) >= cases
    assert not Statement.objects.filter(comment=comment, withdrawn_at=None).exists()
    with pytest.raises(NotUndone):
        undo(entry_id=entry.pk, by=team, now=NOW + 3 * MINUTE)


def test_a_comment_that_comes_back_makes_nothing_newer(article: Article) -> None:
    held, removed, team = published(article), published(article), a_moderator()
    newest = published(article, now=NOW + MINUTE)
    hold(comment_id=held.pk, by=team, now=NOW + 2 * MINUTE)
    refuse(comment_id=removed.pk, by=team, now=NOW + 2 * MINUTE, reason=a_reason())

    for comment in (held, removed):
        approve(comment_id=comment.pk, by=team, now=NOW + 3 * MINUTE)

    assert {fresh(held).state, fresh(removed).state} == {State.PUBLIC}
    assert (fresh(held).thread.comments, fresh(held).thread.last_at) == (3, newest.public_at)


def test_a_pick_ends_with_the_comments_publicity(article: Article) -> None:
    comment, team = published(article), a_moderator()
    pick(comment_id=comment.pk, by=team, now=NOW)

    hold(comment_id=comment.pk, by=team, now=NOW)

    assert fresh(comment).picked_at is None
    with pytest.raises(AlreadyDecided):
        unpick(comment_id=comment.pk, by=team, now=NOW)


def test_the_log_cannot_be_edited(article: Article) -> None:
    comment = sent(article)
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW)
    rows = Entry.objects.all()

    for changes in (
        *({"deed": Deed.REJECT}, {"details": {}}),
        *({"by": a_moderator()}, {"at": NOW + MINUTE}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.delete()
    with pytest.raises(TypeError):
        rows.get().delete()


def test_a_row_taken_out_behind_the_databases_back_shows(article: Article) -> None:
    for _turn in range(3):
        published(article)
    numbers = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
    assert list(broken_seals()) == []

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE discussion_entry DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER discussion_log_remains")
        cursor.execute("DELETE FROM discussion_entry WHERE id = %s", [numbers[1]])

    assert list(broken_seals()) == [numbers[2]]
