"""Two clicks in the same moment."""

from uuid import uuid4

import pytest

from blattwerk.discussion.follow import follow
from blattwerk.discussion.models import Comment, Follow, Letter, Mute
from blattwerk.discussion.mute import mute
from blattwerk.discussion.recommend import recommend
from blattwerk.discussion.wish import wish_mail_on_reply
from blattwerk.discussion.writing.mails import tell_followers, tell_writer
from blattwerk.discussion.writing.send import send
from blattwerk.discussion.writing.sent import Sent
from blattwerk.newsroom.models import Article
from tests.at_once import at_once
from tests.discussion.forum import (
    NOW,
    a_reader,
    fresh,
    published,
)

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("shared_database"),
]


def test_a_form_sent_four_times_at_once_is_one_comment(article: Article) -> None:
    writer = a_reader()
    sent = Sent("Ein Wort zur Sache.", uuid4())

    given = at_once(*[lambda: send(page=article, writer=writer, sent=sent, now=NOW)] * 4)

    assert [each.pk for each in given] == [Comment.objects.get().pk] * 4


def test_clicks_of_many_readers_are_all_counted_and_of_one_reader_once(article: Article) -> None:
    comment = published(article)
    readers = [a_reader() for _number in range(3)]

    at_once(
        *[
            lambda reader=reader: recommend(
                comment_id=comment.pk, reader=reader, now=NOW, wanted=True
            )
            for reader in [*readers, readers[0], readers[0]]
        ]
    )

    assert (fresh(comment).recommended, comment.recommendations.count()) == (3, 3)


def test_muting_and_following_twice_at_once_is_once(article: Article) -> None:
    reader, comment = a_reader(), published(article)

    at_once(
        *[lambda: mute(comment_id=comment.pk, reader=reader, now=NOW, wanted=True)] * 3,
        *[lambda: follow(page=article, reader=reader, now=NOW, wanted=True)] * 3,
    )

    assert (Mute.objects.count(), Follow.objects.count()) == (1, 1)


def test_two_workers_write_one_mail_to_each(article: Article) -> None:
    reader, follower = a_reader(), a_reader()
    wish_mail_on_reply(reader=reader, wanted=True)
    follow(page=article, reader=follower, now=NOW)
    own = published(article, writer=reader, now=NOW)
    later = NOW.replace(minute=1)
    answer = published(article, parent_id=own.pk, now=later)

    at_once(
        *[lambda: tell_writer(answer.pk, now=later)] * 3,
        *[lambda: tell_followers(article.pk, now=later)] * 3,
    )

    told = Letter.objects.order_by("template").values_list("template", "reader")
    assert list(told) == [
        ("followed", follower.pk),
        ("reply", reader.pk),
    ]
