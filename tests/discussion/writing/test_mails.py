"""Mails about answers and followed threads: to whom, how often, and how they end."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.discussion.change import delete_comment
from blattwerk.discussion.decide import approve, hold
from blattwerk.discussion.follow import follow
from blattwerk.discussion.models import Comment, Follow, Letter
from blattwerk.discussion.mute import mute
from blattwerk.discussion.posting import send as post
from blattwerk.discussion.wish import wants_mail_on_reply, wish_mail_on_reply
from blattwerk.discussion.writing.mails import tell_followers, tell_late_followers, tell_writer
from blattwerk.discussion.writing.unsubscribe import Subscription
from blattwerk.newsroom.models import Article
from tests.discussion.forum import NOW, a_moderator, a_reader, published, sent
from tests.discussion.writing.at_the_form import browser, soup

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def reader() -> User:
    """Who wants mail about answers."""
    reader = a_reader()
    wish_mail_on_reply(reader=reader, wanted=True)
    return reader


@pytest.fixture
def own(article: Article, reader: User) -> Comment:
    return published(article, writer=reader, now=NOW - MINUTE)


def letters(reader: User) -> list[str]:
    return [row.template for row in Letter.objects.filter(reader=reader).order_by("pk")]


def test_an_answer_is_told_to_who_wished_it(
    article: Article, reader: User, own: Comment, mailoutbox: list[object]
) -> None:
    answer = published(article, "Da haben Sie recht.", parent_id=own.pk)

    letter = tell_writer(answer.pk, now=NOW)

    assert letter
    assert letter.reader == reader
    post(letter.pk, now=NOW)
    (mail,) = mailoutbox
    assert mail.to == [reader.email]  # type: ignore[attr-defined]
    assert "Da haben Sie recht." in mail.body  # type: ignore[attr-defined]
    assert reverse("comment", args=[answer.pk]) in mail.body  # type: ignore[attr-defined]
    way_out = Subscription(reader.pk).address
    assert mail.extra_headers["List-Unsubscribe"] == f"<{way_out}>"  # type: ignore[attr-defined]


def test_an_answer_is_told_once_however_often_it_comes_out(
    article: Article, reader: User, own: Comment
) -> None:
    answer = published(article, parent_id=own.pk)
    tell_writer(answer.pk, now=NOW)
    hold(comment_id=answer.pk, by=a_moderator(), now=NOW)
    approve(comment_id=answer.pk, by=a_moderator(), now=NOW)

    tell_writer(answer.pk, now=NOW + MINUTE)

    assert letters(reader) == ["reply"]


def test_no_mail_goes_out_that_was_not_wished(article: Article, own: Comment, reader: User) -> None:
    wish_mail_on_reply(reader=reader, wanted=False)

    assert tell_writer(published(article, parent_id=own.pk).pk, now=NOW) is None


def test_no_mail_about_ones_own_answer(article: Article, own: Comment, reader: User) -> None:
    answer = published(article, parent_id=own.pk, writer=reader, now=NOW + HOUR)

    assert tell_writer(answer.pk, now=NOW + HOUR) is None


def test_no_mail_about_an_answer_of_somebody_muted(
    article: Article, own: Comment, reader: User
) -> None:
    answer = published(article, parent_id=own.pk)
    mute(comment_id=answer.pk, reader=reader, now=NOW)

    assert tell_writer(answer.pk, now=NOW) is None


def test_no_mail_about_an_answer_that_waits_or_is_gone(
    article: Article, own: Comment, reader: User
) -> None:
    waiting = sent(article, parent_id=own.pk)
    gone = published(article, parent_id=own.pk)
    assert gone.writer
    delete_comment(comment_id=gone.pk, by=gone.writer, now=NOW)

    assert [tell_writer(each.pk, now=NOW) for each in (waiting, gone)] == [None, None]


def test_no_mail_about_what_came_out_days_ago(article: Article, own: Comment, reader: User) -> None:
    answer = published(article, parent_id=own.pk)

    assert tell_writer(answer.pk, now=NOW + 2 * DAY) is None


def test_what_waits_of_an_answer_that_is_taken_back_is_mailed_to_nobody(
    article: Article, reader: User, own: Comment, django_capture_on_commit_callbacks: Any
) -> None:
    answers = [published(article, parent_id=own.pk) for _number in range(2)]
    waits, given_up = (tell_writer(answer.pk, now=NOW) for answer in answers)
    assert waits
    assert given_up
    Letter.objects.filter(pk=given_up.pk).update(given_up_at=NOW)

    for answer in answers:
        assert answer.writer
        with django_capture_on_commit_callbacks(execute=True):
            delete_comment(comment_id=answer.pk, by=answer.writer, now=NOW)

    assert list(Letter.objects.filter(reader=reader)) == [given_up]


def test_followers_are_told_once_an_hour_and_later_of_the_rest(
    article: Article, reader: User
) -> None:
    follow(page=article, reader=reader, now=NOW - MINUTE)
    told = []
    for minutes in (0, 20, 40):
        now = NOW + minutes * MINUTE
        published(article, now=now)
        told.append(tell_followers(article.pk, now=now))

    late = [tell_late_followers(NOW + minutes * MINUTE) for minutes in (50, 70, 80, 140)]

    assert (told, late) == ([1, 0, 0], [0, 1, 0, 0])
    counts = [row.context["count"] for row in Letter.objects.order_by("pk")]
    assert counts == [1, 2]


def test_following_tells_of_nothing_older(article: Article, reader: User) -> None:
    published(article)
    follow(page=article, reader=reader, now=NOW + MINUTE)

    assert tell_followers(article.pk, now=NOW + HOUR) == 0


def test_followers_hear_nothing_of_their_own_of_muted_ones_and_of_answers_told_already(
    article: Article, reader: User, own: Comment
) -> None:
    follow(page=article, reader=reader, now=NOW - HOUR)
    published(article, parent_id=own.pk)
    mute(comment_id=published(article).pk, reader=reader, now=NOW)

    assert tell_followers(article.pk, now=NOW) == 0
    published(article)
    assert tell_followers(article.pk, now=NOW) == 1


def test_a_clock_set_back_keeps_followers_from_nothing(article: Article, reader: User) -> None:
    follow(page=article, reader=reader, now=NOW - MINUTE)
    Follow.objects.update(told_at=NOW + DAY)
    published(article)

    assert tell_followers(article.pk, now=NOW + MINUTE) == 1
    assert tell_followers(article.pk, now=NOW + 2 * HOUR) == 0  # once is enough


def test_a_clock_set_back_keeps_nothing_from_those_whose_job_was_lost(
    article: Article, reader: User
) -> None:
    follow(page=article, reader=reader, now=NOW + DAY)
    Follow.objects.update(told_at=NOW + DAY)
    published(article)

    assert tell_late_followers(NOW + MINUTE) == 1


def test_an_erased_reader_is_told_nothing(article: Article, reader: User, own: Comment) -> None:
    User.objects.filter(pk=reader.pk).update(is_active=False)

    assert tell_writer(published(article, parent_id=own.pk).pk, now=NOW) is None


def path_of(subscription: Subscription) -> str:
    return "/" + subscription.address.split("/", 3)[3]


def test_the_way_out_asks_first_and_ends_by_one_click(reader: User) -> None:
    address = path_of(Subscription(reader.pk))
    client = browser()

    asked = client.get(address)
    before = wants_mail_on_reply(reader)
    ended = client.post(address, {"List-Unsubscribe": "One-Click"})

    assert soup(asked).select_one("form[method=post] button")
    assert (asked.status_code, ended.status_code) == (200, 200)
    assert (before, wants_mail_on_reply(reader)) == (True, False)


def test_each_kind_of_mail_ends_by_itself(article: Article, reader: User) -> None:
    follow(page=article, reader=reader, now=NOW)

    browser().post(path_of(Subscription(reader.pk, article.pk)))

    assert (Follow.objects.count(), wants_mail_on_reply(reader)) == (0, True)


@pytest.mark.parametrize("token", ["x", "WzEsbnVsbF0:falsch", "a:b:c"])
def test_a_forged_way_out_ends_nothing(reader: User, token: str) -> None:
    answer = browser().post(reverse("unsubscribe", args=[token]))

    assert (answer.status_code, wants_mail_on_reply(reader)) == (404, True)


def test_the_way_out_of_an_account_that_is_gone_does_no_harm(reader: User) -> None:
    address = path_of(Subscription(reader.pk))
    reader.delete()

    assert browser().post(address).status_code == 200
