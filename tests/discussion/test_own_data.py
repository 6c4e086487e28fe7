"""A reader takes all data of the forum along, or has it erased."""

from typing import Any

import pytest

from blattwerk.accounts.erase import erase_reader
from blattwerk.accounts.holders import everything_about
from blattwerk.accounts.models import User
from blattwerk.discussion.change import edit_comment
from blattwerk.discussion.decide import pick, refuse
from blattwerk.discussion.models import (
    Case,
    Comment,
    Follow,
    Mute,
    Note,
    Notice,
    Recommendation,
    Statement,
    Thread,
    Version,
)
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    fresh,
    published,
    ruled,
    sent,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(article: Article) -> User:
    """Somebody who did all that leaves a row."""
    ruled(AT_ONCE)
    writer, other = a_reader("Zita Zaun"), a_reader()
    comment = sent(article, "Was ich sagte.", writer=writer)
    edit_comment(comment_id=comment.pk, by=writer, text="Was ich sagen wollte.", now=NOW + MINUTE)
    refused = sent(article, "Was nicht ging.", writer=writer, now=NOW + MINUTE)
    refuse(comment_id=refused.pk, by=a_moderator(), now=NOW + MINUTE, reason=a_reason())
    liked = sent(article, writer=other)
    Recommendation.objects.create(comment=liked, reader=writer, at=NOW)
    Comment.objects.filter(pk=liked.pk).update(recommended=1)
    Mute.objects.create(reader=writer, muted=other, at=NOW)
    Mute.objects.create(reader=other, muted=writer, at=NOW)
    Follow.objects.create(reader=writer, thread_id=article.pk, since=NOW)
    Note.objects.create(reader=writer, text="Schreibt oft spät.", at=NOW)
    notice = Notice.objects.create(
        kind="rules",
        why="Grob.",
        name="Zita",
        mail="z@example.org",
        reader=writer,
        token="t",
        at=NOW,
    )
    notice.items.create(comment=liked)
    return writer


def test_all_of_it_is_given_out(writer: User, article: Article) -> None:
    data: Any = everything_about(writer)["discussion"]

    assert [row["text"] for row in data["comments"]] == ["Was ich sagen wollte.", "Was nicht ging."]
    assert data["comments"][0]["before"][0]["text"] == "Was ich sagte."
    assert data["notes_of_the_team"][0]["text"] == "Schreibt oft spät."
    assert (data["followed"], len(data["recommended"]), len(data["muted"])) == ([article.pk], 1, 1)
    assert [row["why"] for row in data["notices"]] == ["Grob."]
    assert len(data["decisions"]) == 1


def test_nobody_else_is_in_it(writer: User, article: Article) -> None:
    told = str(everything_about(a_reader())["discussion"])

    assert "Was ich sagen wollte." not in told
    assert "Schreibt oft spät." not in told


def test_erasing_takes_texts_and_wishes_and_keeps_places_and_decisions(
    writer: User, article: Article
) -> None:
    reply = published(article, parent_id=Comment.objects.get(text="Was ich sagen wollte.").pk)
    before = Thread.objects.get(pk=article.pk)

    erase_reader(user=writer)

    mine = Comment.objects.filter(writer=writer)
    assert set(mine.values_list("text", "state")) == {("", Comment.State.ERASED)}
    assert mine.placed().count() == 2
    thread = Thread.objects.get(pk=article.pk)
    assert (thread.comments, thread.turn > before.turn) == (before.comments - 1, True)
    assert thread.comments == Comment.objects.public().count()
    assert fresh(reply).is_public
    assert not Version.objects.filter(comment__writer=writer).exists()
    assert not Mute.objects.exists()
    assert not Note.objects.exists()
    assert not Follow.objects.exists()
    assert set(Comment.objects.values_list("recommended", flat=True)) == {0}
    assert list(Notice.objects.values_list("why", "name", "mail")) == [("Grob.", "", "")]
    assert Statement.objects.filter(reader=writer).count() == 1
    assert not Case.objects.filter(comment__writer=writer, closed_at=None).exists()


def test_a_text_that_somebody_reported_stays_with_the_team_until_decided(
    writer: User, article: Article
) -> None:
    reported = Comment.objects.get(text="Was ich sagen wollte.")
    notice = Notice.objects.create(kind="law", why="§ 283.", token="u", at=NOW)
    notice.items.create(comment=reported)

    erase_reader(user=writer)

    reported = fresh(reported)
    assert (reported.text, reported.state) == ("Was ich sagen wollte.", Comment.State.ERASED)
    assert Case.objects.filter(comment=reported, closed_at=None).exists()


def test_an_erased_pick_is_none(article: Article) -> None:
    comment = published(article)
    pick(comment_id=comment.pk, by=a_moderator(), now=NOW)
    assert comment.writer

    erase_reader(user=comment.writer)

    assert fresh(comment).picked_at is None
