"""What the forum leaves to the background: how often, and when somebody waits for it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from blattwerk.common.clock import periodics
from blattwerk.discussion.decide import approve
from blattwerk.discussion.follow import follow
from blattwerk.discussion.models import Comment
from blattwerk.discussion.wish import wish_mail_on_reply
from blattwerk.discussion.writing.tasks import tell_of
from blattwerk.newsroom.models import Article
from tests.discussion.forum import NOW, a_moderator, a_reader, published, sent

pytestmark = pytest.mark.django_db

Capture = Callable[..., AbstractContextManager[list[Any]]]
EVERY = {
    "discussion.figures": timedelta(hours=1),
    "discussion.followers": timedelta(minutes=10),
    "discussion.gone": timedelta(minutes=10),
    "discussion.letters": timedelta(minutes=1),
    "discussion.retention": timedelta(days=1),
    "discussion.seals": timedelta(days=1),
    "discussion.urgent": timedelta(minutes=5),
}


@pytest.fixture
def let_through(
    django_capture_on_commit_callbacks: Capture,
) -> Callable[[Comment], list[list[int]]]:
    """Have the team publish a comment; with what `tell_of` was queued then."""

    def let(comment: Comment) -> list[list[int]]:
        before = DBTaskResult.objects.count()
        with django_capture_on_commit_callbacks(execute=True):
            approve(comment_id=comment.pk, by=a_moderator(), now=NOW)
        queued = DBTaskResult.objects.filter(task_path=tell_of.module_path)
        assert queued.count() == DBTaskResult.objects.count() - before
        return [task.args_kwargs["args"] for task in queued]

    return let


def test_the_clock_strikes_for_the_forum_as_often_as_it_must() -> None:
    ours = {each.name: each.interval for each in periodics() if each.name.startswith("discussion.")}

    assert ours == EVERY


def test_an_answer_to_who_wished_for_mail_is_told_once(
    article: Article, let_through: Callable[[Comment], list[list[int]]]
) -> None:
    reader = a_reader()
    own = published(article, writer=reader)
    wish_mail_on_reply(reader=reader, wanted=True)
    answer = sent(article, parent_id=own.pk)

    assert let_through(answer) == [[answer.pk, article.pk]]


def test_a_comment_in_a_followed_discussion_is_told_once(
    article: Article, let_through: Callable[[Comment], list[list[int]]]
) -> None:
    follow(page=article, reader=a_reader(), now=NOW)
    comment = sent(article)

    assert let_through(comment) == [[comment.pk, article.pk]]


def test_where_nobody_wants_to_be_told_nothing_is_queued(
    article: Article, let_through: Callable[[Comment], list[list[int]]]
) -> None:
    own, wishing = published(article), a_reader()
    wish_mail_on_reply(reader=wishing, wanted=True)

    assert let_through(sent(article, parent_id=own.pk)) == []
