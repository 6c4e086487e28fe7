"""Comments come out one after another, also where requests overtake each other."""

from datetime import datetime, timedelta

import pytest

from blattwerk.discussion.queries import newer
from blattwerk.newsroom.models import Article
from tests.discussion.forum import NOW, fresh, published, sent

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("late", [timedelta(0), SECOND, 9 * SECOND])
def test_who_is_stored_out_of_turn_is_still_news(article: Article, late: timedelta) -> None:
    seen = published(article, now=NOW)
    overtaken = published(article, now=NOW - late)

    assert [each.comment.pk for each in newer(article.pk, seen.pk).replies] == [overtaken.pk]
    assert overtaken.public_at == NOW + datetime.resolution
    assert fresh(overtaken).thread.last_at == overtaken.public_at


def test_a_reply_out_of_turn_is_still_news(article: Article) -> None:
    top, seen = published(article, now=NOW - SECOND), published(article, now=NOW)
    reply = published(article, now=NOW - SECOND, parent_id=top.pk)

    assert [each.comment.pk for each in newer(article.pk, seen.pk).replies] == [reply.pk]
    assert reply.place == 1


def test_who_comes_later_comes_out_at_its_own_moment(article: Article) -> None:
    published(article, now=NOW)

    assert published(article, now=NOW + SECOND).public_at == NOW + SECOND


def test_a_clock_that_was_wrong_for_long_is_not_followed(article: Article) -> None:
    published(article, now=NOW + timedelta(hours=2))

    assert published(article, now=NOW).public_at == NOW


def test_what_is_not_public_moves_nothing(article: Article) -> None:
    first = published(article, now=NOW)
    sent(article, now=NOW + SECOND)

    assert fresh(first).thread.last_at == NOW
