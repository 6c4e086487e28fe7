"""A reader says which mails are wanted, follows no longer, and hears again."""

import pytest
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.discussion.follow import follow
from blattwerk.discussion.models import Follow, Mute
from blattwerk.discussion.mute import mute
from blattwerk.discussion.wish import wants_mail_on_reply
from blattwerk.newsroom.models import Article
from tests.discussion.forum import NOW, a_reader, sent
from tests.discussion.own.test_comments import soup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wanted", [True, False])
def test_mail_on_replies_is_a_choice(at_home: Client, anna: User, wanted: bool) -> None:
    address = reverse("own_notifications")
    at_home.post(address, {"antworten": "1"} if wanted else {})

    (box,) = soup(at_home.get(address)).select("input[name=antworten]")

    assert (wants_mail_on_reply(anna), box.has_attr("checked")) == (wanted, wanted)


def test_one_stops_following(at_home: Client, anna: User, article: Article) -> None:
    follow(page=article, reader=anna, now=NOW)
    follow(page=article, reader=a_reader(), now=NOW)
    address = reverse("own_unfollow", args=[article.pk])
    assert soup(at_home.get(reverse("own_notifications"))).select(f"form[action='{address}']")

    answer = at_home.post(address)

    assert answer["Location"] == reverse("own_notifications")
    assert not Follow.objects.filter(reader=anna).exists()
    assert Follow.objects.count() == 1


def test_one_stops_following_what_is_gone(at_home: Client, anna: User, article: Article) -> None:
    follow(page=article, reader=anna, now=NOW)
    number = article.pk
    article.delete()
    page = soup(at_home.get(reverse("own_notifications")))
    assert "Der See sinkt" in page.select("main li")[0].get_text()
    assert not page.select("main li a")

    at_home.post(reverse("own_unfollow", args=[number]))

    assert not Follow.objects.exists()


def test_one_hears_again(at_home: Client, anna: User, article: Article) -> None:
    loud = a_reader("Lothar Laut")
    comment = sent(article, writer=loud)
    mute(comment_id=comment.pk, reader=anna, now=NOW)
    mute(comment_id=comment.pk, reader=a_reader(), now=NOW)
    address = reverse("own_unmute", args=[loud.pk])
    page = soup(at_home.get(reverse("own_notifications")))
    assert [name.get_text() for name in page.select("main li > bdi")] == ["Lothar Laut"]

    at_home.post(address)

    assert not Mute.objects.filter(reader=anna).exists()
    assert Mute.objects.count() == 1


@pytest.mark.parametrize("name", ["own_unmute", "own_unfollow"])
@pytest.mark.parametrize("number", [0, 10**17])
def test_numbers_of_nothing_change_nothing(
    at_home: Client, anna: User, article: Article, name: str, number: int
) -> None:
    follow(page=article, reader=anna, now=NOW)

    assert at_home.post(reverse(name, args=[number])).status_code == 302
    assert Follow.objects.count() == 1
