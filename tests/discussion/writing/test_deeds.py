"""What readers do with comments: change and delete the own, recommend, mute, follow."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.discussion.decide import refuse
from blattwerk.discussion.models import Comment, Follow, Mute, Recommendation
from blattwerk.discussion.writing import reader_views
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    AT_ONCE,
    NOW,
    a_moderator,
    a_reason,
    fresh,
    published,
    ruled,
    sent,
)
from tests.discussion.writing.at_the_form import (
    FRAME,
    SCRIPT,
    a_member,
    browser,
    form_at,
    soup,
)

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
DEEDS = ("comment_edit", "comment_delete", "comment_recommend", "writer_mute")


@pytest.fixture
def reader() -> User:
    return a_member()


def at(name: str, number: int) -> str:
    return reverse(name, args=[number])


def script(client: Client, name: str, number: int, **fields: str) -> HttpResponse:
    return client.post(at(name, number), fields, headers=SCRIPT)


def place(article: Article, comment: Comment) -> str:
    return f"{at('thread', article.pk)}#k{comment.pk}"


def test_a_comment_is_edited_and_its_writer_sees_the_new_words(
    article: Article, reader: User
) -> None:
    comment = sent(article, "Mit Tippfeler.", writer=reader)
    client = browser(reader)

    page = soup(client.get(at("comment_edit", comment.pk)))
    answer = client.post(at("comment_edit", comment.pk), {"text": "Ohne Tippfehler."})

    field = page.select_one("textarea[name=text]")
    assert field
    assert field.text == "\nMit Tippfeler."
    assert answer["Location"] == form_at(article, f"?gesendet={comment.pk}")
    assert fresh(comment).text == "Ohne Tippfehler."


def test_after_five_minutes_a_comment_is_no_longer_edited_and_the_words_come_back(
    article: Article, reader: User, clock: time_machine.Traveller
) -> None:
    comment = sent(article, "So war es.", writer=reader)
    client = browser(reader)
    clock.shift(301)

    asked = client.get(at("comment_edit", comment.pk))
    answer = client.post(at("comment_edit", comment.pk), {"text": "Doch anders."})

    field = soup(answer).select_one("textarea")
    assert field
    assert (asked.status_code, answer.status_code) == (409, 409)
    assert field.text == "\nDoch anders."
    assert fresh(comment).text == "So war es."


def test_a_comment_is_deleted_after_a_question(article: Article, reader: User) -> None:
    ruled(AT_ONCE)
    comment = sent(article, writer=reader)
    client = browser(reader)

    asked = client.get(at("comment_delete", comment.pk))
    standing = fresh(comment).state
    answer = client.post(at("comment_delete", comment.pk))

    assert (asked.status_code, standing) == (200, Comment.State.PUBLIC)
    assert (fresh(comment).state, fresh(comment).text) == (Comment.State.DELETED, "")
    assert answer["Location"] == form_at(article, f"?geloescht={comment.pk}")
    news = soup(client.get(answer["Location"])).select_one("comment-news")
    assert news
    assert (news["data-state"], news["data-id"]) == ("deleted", str(comment.pk))


def test_what_was_decided_meanwhile_is_neither_edited_nor_deleted(
    article: Article, reader: User
) -> None:
    comment = sent(article, writer=reader)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())
    client = browser(reader)

    edited = script(client, "comment_edit", comment.pk, text="Anders.")
    deleted = script(client, "comment_delete", comment.pk)

    assert (edited.status_code, deleted.status_code) == (409, 409)


def test_a_comment_is_recommended_and_taken_back(article: Article, reader: User) -> None:
    comment = published(article)
    client = browser(reader)

    given = [script(client, "comment_recommend", comment.pk).json() for _time in range(3)]

    assert given == [
        {"recommended": True, "count": 1},
        {"recommended": False, "count": 0},
        {"recommended": True, "count": 1},
    ]


def test_the_same_wish_twice_counts_once(article: Article, reader: User) -> None:
    comment = published(article)
    turn = comment.thread.turn
    client = browser(reader)

    given = [script(client, "comment_recommend", comment.pk, an="1").json() for _time in range(2)]

    assert given == [{"recommended": True, "count": 1}] * 2
    assert (fresh(comment).recommended, fresh(comment).thread.turn) == (1, turn)


def test_without_a_script_a_page_asks_and_the_button_does(article: Article, reader: User) -> None:
    comment = published(article)
    client = browser(reader)
    address = at("comment_recommend", comment.pk)

    button = soup(client.get(address)).select_one("form.account__form [name=an]")
    answer = client.post(address, {"an": "1"})
    undo = soup(client.get(address)).select_one("form.account__form [name=an]")

    assert button
    assert undo
    assert (button["value"], undo["value"]) == ("1", "0")
    assert (answer.status_code, answer["Location"]) == (303, place(article, comment))


def test_closed_discussions_are_still_recommended_in(article: Article, reader: User) -> None:
    comment = published(article)
    ruled({"closed": {"since": NOW.isoformat()}}, scope="page", key=article.pk)

    answer = script(browser(reader), "comment_recommend", comment.pk, an="1")

    assert answer.json() == {"recommended": True, "count": 1}


def test_a_writer_is_muted_and_heard_again(article: Article, reader: User) -> None:
    comment = published(article)
    client = browser(reader)

    muted = script(client, "writer_mute", comment.pk, an="1").json()
    again = script(client, "writer_mute", comment.pk, an="1").json()
    heard = script(client, "writer_mute", comment.pk, an="0").json()

    assert (muted, again) == ({"muted": True, "writer": comment.writer_id},) * 2
    assert heard == {"muted": False, "writer": comment.writer_id}
    assert Mute.objects.count() == 0


def test_a_thread_is_followed_before_anybody_wrote(article: Article, reader: User) -> None:
    client = browser(reader)
    address = at("thread_follow", article.pk)

    asked = client.get(address)
    answer = client.post(address, {"an": "1"})

    assert asked.status_code == 200
    assert (answer.status_code, answer["Location"]) == (303, at("thread", article.pk))
    assert Follow.objects.get().thread_id == article.pk
    assert script(client, "thread_follow", article.pk, an="0").json() == {"following": False}


def test_ones_own_affairs_in_a_thread_come_in_one_answer(article: Article, reader: User) -> None:
    other = published(article)
    own = sent(article, writer=reader)
    client = browser(reader)
    for name in ("comment_recommend", "writer_mute"):
        script(client, name, other.pk, an="1")
    script(client, "thread_follow", article.pk, an="1")

    told = client.get(at("thread_own", article.pk)).json()

    until = told["comments"][0].pop("editable_until")
    assert datetime.fromisoformat(until) == NOW + 5 * MINUTE
    assert told.pop("token")
    assert told == {
        "comments": [{"id": own.pk, "state": "waiting"}],
        "recommended": [other.pk],
        "muted": [other.writer_id],
        "following": True,
        "signed_in": True,
    }


def own_part(client: Client, article: Article) -> tuple[list[int], int]:
    """The comments that are the reader's own, and how much was asked for them."""
    with CaptureQueriesContext(connection) as asked:
        told = client.get(at("thread_own", article.pk)).json()
    return [each["id"] for each in told["comments"]], len(asked)


def test_for_three_own_comments_as_little_is_asked_as_for_one(
    article: Article, reader: User
) -> None:
    client = browser(reader)
    own = [sent(article, writer=reader)]
    own_part(client, article)
    one, asked_for_one = own_part(client, article)
    own += [sent(article, writer=reader, now=NOW + n * MINUTE) for n in (1, 2)]

    three, asked_for_three = own_part(client, article)

    assert (one, three) == ([own[0].pk], [each.pk for each in own])
    assert asked_for_three == asked_for_one


def test_of_very_many_own_comments_the_newest_are_marked(
    article: Article, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_views, "MOST_OWN", 2)
    own = [sent(article, writer=reader, now=NOW + n * MINUTE).pk for n in range(3)]

    marked, _asked = own_part(browser(reader), article)

    assert marked == own[1:]


def test_a_stranger_has_no_own_affairs_and_gets_no_cookie(article: Article) -> None:
    client = browser()

    answer = client.get(at("thread_own", article.pk))

    assert answer.json() == {
        "comments": [],
        "recommended": [],
        "muted": [],
        "following": False,
        "signed_in": False,
    }
    assert not client.cookies
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("name", [*DEEDS, "thread_follow"])
def test_signed_out_a_script_is_told_and_a_person_is_sent_to_sign_in(
    article: Article, name: str
) -> None:
    number = article.pk if name == "thread_follow" else published(article).pk
    client = browser()

    told = script(client, name, number)
    away = client.get(at(name, number))

    door = f"{reverse('account_login')}?{urlencode({'next': at(name, number)})}"
    assert (told.status_code, told.json()["next"]) == (401, door)
    assert (away.status_code, away["Location"]) == (303, door)


@pytest.mark.parametrize("name", DEEDS)
@pytest.mark.parametrize("number", [0, 99_999_999, 2**63, 10**30])
def test_forged_numbers_are_told_as_such(paper: object, name: str, number: int) -> None:
    client = browser(a_member())

    answers = [
        client.get(f"/diskussion/kommentar/{number}/{word(name)}/"),
        client.post(f"/diskussion/kommentar/{number}/{word(name)}/", headers=SCRIPT),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]


def word(name: str) -> str:
    return at(name, 1).rstrip("/").rpartition("/")[2]


@pytest.mark.parametrize("name", DEEDS)
def test_of_what_only_its_writer_can_read_others_learn_nothing(article: Article, name: str) -> None:
    hidden = sent(article, "Geheim, solange es wartet.")
    client = browser(a_member())

    answers = [client.get(at(name, hidden.pk)), script(client, name, hidden.pk)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert "Geheim" not in answers[0].content.decode()


@pytest.mark.parametrize("name", ["comment_edit", "comment_delete"])
def test_others_comments_are_neither_edited_nor_deleted(article: Article, name: str) -> None:
    comment = published(article, "Bleibt.")
    client = browser(a_member())

    answers = [client.get(at(name, comment.pk)), script(client, name, comment.pk, text="Fort.")]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert fresh(comment).text == "Bleibt."


@pytest.mark.parametrize("name", ["comment_recommend", "writer_mute"])
def test_nobody_recommends_or_mutes_oneself(article: Article, reader: User, name: str) -> None:
    comment = published(article, writer=reader)
    client = browser(reader)

    answers = [client.get(at(name, comment.pk)), script(client, name, comment.pk)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert (Recommendation.objects.count(), Mute.objects.count()) == (0, 0)


def test_in_its_frame_an_edit_stays_in_its_frame(article: Article, reader: User) -> None:
    comment = sent(article, writer=reader)

    page = soup(browser(reader, **FRAME).get(at("comment_edit", comment.pk)))

    assert [tag.name for tag in page.find_all(recursive=False)] == ["turbo-frame"]
