"""Nobody has a stranger's mailbox filled by giving notice in their name."""

from datetime import datetime, timedelta
from itertools import count

import pytest
from django.test import Client
from django.urls import reverse

from blattwerk.discussion.decide import approve
from blattwerk.discussion.law.complaints import complain_about_item
from blattwerk.discussion.law.mails import decided
from blattwerk.discussion.law.notify import give_notice
from blattwerk.discussion.models import Comment, Letter, Notice, NoticeItem
from blattwerk.newsroom.models import Article
from tests.discussion.forum import MINUTE, NOW, a_moderator, a_reader, published
from tests.discussion.law.at_the_notice import ILLEGAL, a_form, letters_to, outcomes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_has_asked_yet")]
Outcome = NoticeItem.Outcome
AN_HOUR, A_DAY = 5, 12  # notices mailed about to an address that nobody has proved


def given_from_many_places(client: Client, comment: Comment, *mails: str) -> list[Notice]:
    """One notice of each address after the other."""
    places = count(1)
    answers = [
        client.post(reverse("notice"), a_form(comment, mail=mail), REMOTE_ADDR=f"10.0.0.{place}")
        for mail, place in zip(mails, places, strict=False)
    ]
    tokens = [answer["Location"].strip("/").split("/")[-1] for answer in answers]
    return [Notice.objects.get(token=token) for token in tokens]


def is_said_to_be_unmailed(client: Client, notice: Notice) -> bool:
    page = client.get(reverse("notice_state", args=[notice.token])).content.decode()
    return "account__note" in page


def test_a_strangers_mailbox_is_not_filled_and_who_gives_notice_is_told_so(
    client: Client, article: Article
) -> None:
    comment = published(article)

    notices = given_from_many_places(client, comment, *[ILLEGAL.mail] * (AN_HOUR + 2))

    assert len(letters_to(ILLEGAL.mail)) == AN_HOUR
    assert [is_said_to_be_unmailed(client, each) for each in notices] == [
        *[False] * AN_HOUR,
        True,
        True,
    ]
    assert [outcomes(each) for each in notices] == [[Outcome.OPEN]] * (AN_HOUR + 2)


@pytest.mark.parametrize(
    "other", ["BERTA@post.example", "berta@POST.example", "berta+neu@post.example"]
)
def test_a_mailbox_is_the_same_however_it_is_written(
    client: Client, article: Article, other: str
) -> None:
    given_from_many_places(client, published(article), *[ILLEGAL.mail] * AN_HOUR, other)

    assert [Letter.objects.count(), len(letters_to(other))] == [AN_HOUR, 0]


def test_another_mailbox_of_the_same_house_is_written_to(client: Client, article: Article) -> None:
    bob = "bertas-bruder@post.example"

    given_from_many_places(client, published(article), *[ILLEGAL.mail] * (AN_HOUR + 1), bob)

    assert len(letters_to(bob)) == 1


def test_hours_later_a_mailbox_is_written_to_again_but_a_dozen_times_a_day(
    article: Article,
) -> None:
    comment, day = published(article), timedelta(days=1)

    def mailed(at: datetime) -> int:
        """Of as many notices as an hour allows, and one."""
        for _turn in range(AN_HOUR + 1):
            give_notice(comment_ids=[comment.pk], said=ILLEGAL, now=at)
        return Letter.objects.filter(made_at=at).count()

    hours = [NOW + timedelta(hours=number) for number in range(4)]
    assert [mailed(at) for at in hours] == [AN_HOUR, AN_HOUR, A_DAY - 2 * AN_HOUR, 0]
    assert mailed(NOW + day) == AN_HOUR


def test_of_a_notice_that_is_not_mailed_about_the_decision_stands_on_its_page(
    client: Client, article: Article
) -> None:
    comment = published(article)
    given_from_many_places(client, comment, *[ILLEGAL.mail] * AN_HOUR)
    other = published(article)
    (unmailed,) = given_from_many_places(client, other, ILLEGAL.mail)
    before = len(letters_to(ILLEGAL.mail))

    approve(comment_id=other.pk, by=a_moderator(), now=NOW + MINUTE)
    item = unmailed.items.get()
    complain_about_item(token=unmailed.token, item_id=item.pk, text="Doch.", now=NOW + MINUTE)

    assert len(letters_to(ILLEGAL.mail)) == before
    page = client.get(reverse("notice_state", args=[unmailed.token])).content.decode()
    assert decided(item) in page


def test_a_readers_own_proved_address_is_always_written_to(article: Article) -> None:
    reader = a_reader()
    comments = [published(article) for _number in range(AN_HOUR + 1)]

    for comment in comments:
        give_notice(comment_ids=[comment.pk], said=ILLEGAL, now=NOW, reader=reader)

    assert Letter.objects.filter(reader=reader).count() == AN_HOUR + 1


def test_the_team_sees_who_is_not_mailed(client: Client, article: Article) -> None:
    notices = given_from_many_places(client, published(article), *[ILLEGAL.mail] * (AN_HOUR + 1))
    client.force_login(a_moderator())

    addresses = [reverse("law_notice", args=[each.pk]) for each in (notices[0], notices[-1])]
    told = [client.get(address).content.decode() for address in addresses]

    assert [f"{ILLEGAL.mail} (" in page for page in told] == [False, True]
