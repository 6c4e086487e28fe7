"""A writer changes or takes back the own comment."""

from datetime import timedelta

import pytest

from blattwerk.discussion.change import delete_comment, edit_comment
from blattwerk.discussion.decide import refuse
from blattwerk.discussion.errors import (
    AlreadyDecided,
    ClosedNow,
    NoSuchComment,
    NotYours,
    TooLateToEdit,
    TooLong,
)
from blattwerk.discussion.models import Case, Comment, Phrase, Version
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    an_article_to_discuss,
    fresh,
    open_cases,
    published,
    ruled,
    sent,
)

pytestmark = pytest.mark.django_db
State = Comment.State


def edited(comment: Comment, text: str, *, after: timedelta = MINUTE) -> Comment:
    assert comment.writer
    edit_comment(comment_id=comment.pk, by=comment.writer, text=text, now=NOW + after)
    return fresh(comment)


def test_an_edited_comment_keeps_its_former_words_for_the_team(article: Article) -> None:
    comment = edited(sent(article, "Erste Fassung."), "Zweite Fassung.")

    assert (comment.text, comment.state, comment.edited_at) == (
        "Zweite Fassung.",
        State.WAITING,
        None,  # nobody had read the first
    )
    versions = Version.objects.filter(comment=comment).values_list("text", "ended", "by")
    assert list(versions) == [("Erste Fassung.", Version.Ended.EDITED, comment.writer_id)]


def test_what_the_team_let_through_is_read_again_once_edited(article: Article) -> None:
    comment = edited(published(article), "Und jetzt etwas ganz anderes.")

    assert (comment.state, comment.thread.comments) == (State.HELD, 0)
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.EDITED]


def test_where_comments_appear_at_once_an_edited_one_stays_and_says_so(article: Article) -> None:
    ruled(AT_ONCE)

    comment = edited(sent(article), "Genauer gesagt.")

    assert (comment.state, comment.edited_at) == (State.PUBLIC, NOW + MINUTE)


def test_a_listed_word_does_not_come_in_by_editing(article: Article) -> None:
    ruled(AT_ONCE)
    Phrase.objects.create(text="Hornochse", changed_at=NOW)

    comment = edited(sent(article), "Du Hornochse!")

    assert comment.state == State.HELD
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.WORD]


@pytest.mark.parametrize("after", [timedelta(minutes=5), timedelta(days=1), -timedelta(hours=1)])
def test_after_five_minutes_by_any_clock_the_words_stand(
    article: Article, after: timedelta
) -> None:
    comment = sent(article, "So steht es.")

    with pytest.raises(TooLateToEdit):
        edited(comment, "So nicht.", after=after)

    assert fresh(comment).text == "So steht es."


def test_only_its_writer_changes_or_deletes_a_comment(article: Article) -> None:
    comment, other = published(article), a_reader()

    with pytest.raises(NotYours):
        edit_comment(comment_id=comment.pk, by=other, text="Meins!", now=NOW)
    with pytest.raises(NotYours):
        delete_comment(comment_id=comment.pk, by=other, now=NOW)
    with pytest.raises(NoSuchComment):
        delete_comment(comment_id=10**12, by=other, now=NOW)


def test_an_edit_that_cannot_be_leaves_the_words(article: Article) -> None:
    comment = sent(article, "Kurz.")

    with pytest.raises(TooLong):
        edited(comment, "a" * 501)

    assert fresh(comment).text == "Kurz."


def test_nothing_is_edited_once_the_discussion_is_closed(section: Section) -> None:
    article = an_article_to_discuss(section)
    comment = sent(article, "Um drei vor elf.", now=NOW.replace(hour=22, minute=57))
    assert comment.writer

    with pytest.raises(ClosedNow):
        edit_comment(
            comment_id=comment.pk,
            by=comment.writer,
            text="Danach.",
            now=NOW.replace(hour=23, minute=1),
        )


def test_a_deleted_comment_loses_its_text_and_keeps_its_place(article: Article) -> None:
    comment = published(article, "Das hätte ich nicht sagen sollen.")
    assert comment.writer
    reply = published(article, parent_id=comment.pk)

    delete_comment(comment_id=comment.pk, by=comment.writer, now=NOW + MINUTE)

    gone = fresh(comment)
    assert (gone.text, gone.state, gone.public_at) == ("", State.DELETED, comment.public_at)
    assert (fresh(reply).state, gone.thread.comments) == (State.PUBLIC, 1)
    assert open_cases(gone) == []


def test_what_the_team_rejected_its_writer_cannot_make_undone(article: Article) -> None:
    comment = sent(article)
    assert comment.writer
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())

    with pytest.raises(AlreadyDecided):
        delete_comment(comment_id=comment.pk, by=comment.writer, now=NOW)
    with pytest.raises(AlreadyDecided):
        edited(comment, "Besser so?")
