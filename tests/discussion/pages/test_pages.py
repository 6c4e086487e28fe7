"""The public pages of a discussion: the same bytes for every reader, whatever was typed."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.common.made_of import noted
from blattwerk.discussion.change import delete_comment
from blattwerk.discussion.decide import cut, hold, pick, refuse
from blattwerk.discussion.models import Comment, Thread
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    ALWAYS,
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    published,
    ruled,
    sent,
)
from tests.discussion.pages.rows import below, many

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{% load x %}{{ request.user }}",
    "</turbo-frame></template><turbo-frame id=diskussion>",
    "\u202eegatsirhe nehcsirut\u202d",
    "Z" + "\u0300\u0301\u0302" * 2 + "algo",
    "]]>&lt;b&gt;",
)


def shown(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "html.parser")


def thread_page(client: Client, article: Article, **asked: str) -> BeautifulSoup:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return shown(client, f"/diskussion/{article.pk}/?{query}")


def addresses(article: Article, comment: Comment) -> list[str]:
    return [
        article.url,
        reverse("thread", args=[article.pk]),
        reverse("thread_frame", args=[article.pk]),
        reverse("thread_newer", args=[article.pk]) + "?after=0",
        reverse("comment", args=[comment.pk]),
    ]


def test_a_signed_in_reader_gets_the_same_bytes(client: Client, article: Article) -> None:
    writer = a_reader("Amsel am Abend")
    comment = published(article, writer=writer)
    sent(article, "Das wartet noch auf seine Prüfung.", writer=writer, now=NOW + MINUTE)
    plain = {address: client.get(address).content for address in addresses(article, comment)}
    client.force_login(writer, backend="django.contrib.auth.backends.ModelBackend")

    signed_in = {address: client.get(address).content for address in plain}

    assert signed_in == plain


def test_every_answer_says_of_which_discussion_it_is_made(client: Client, article: Article) -> None:
    comment = published(article)

    for address in addresses(article, comment):
        answer = client.get(address)
        ingredients = noted(answer.wsgi_request)
        assert ingredients
        assert f"thread-{article.pk}" in ingredients.tags
        assert "public" in answer.headers["Cache-Control"]
        assert not answer.cookies


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_was_typed_is_text_on_every_page(client: Client, article: Article, typed: str) -> None:
    comment = published(article, f"Ich sage {typed}")
    pick(comment_id=comment.pk, by=a_moderator(), now=NOW)

    for address in addresses(article, comment)[1:]:
        page = shown(client, address)
        texts = {box.get_text("\n") for box in page.select(".comment__text")}
        assert texts == {comment.text}, address
        assert page.select("script:not([src], [type='application/ld+json']), img[src=x]") == []


def test_structured_data_holds_what_was_typed_and_cannot_be_left(
    client: Client, article: Article
) -> None:
    published(article, "Schluss </script><script>alert(1)</script>")

    page = thread_page(client, article)

    posting = json.loads(page.select_one("script[type='application/ld+json']").string)["@graph"][0]
    assert posting["@type"] == "DiscussionForumPosting"
    assert posting["commentCount"] == 1
    assert [each["text"] for each in posting["comment"]] == [
        "Schluss </script><script>alert(1)</script>"
    ]
    assert posting["sharedContent"]["url"].endswith(article.url)


def test_the_article_tells_machines_how_many_comments_it_has(
    client: Client, article: Article
) -> None:
    published(article)

    page = shown(client, article.url)

    data = json.loads(page.select_one("script[type='application/ld+json']").string)
    news = data["@graph"][0]
    assert news["commentCount"] == 1
    assert news["interactionStatistic"]["userInteractionCount"] == 1
    assert news["discussionUrl"].endswith(f"/diskussion/{article.pk}/")


def test_the_article_shows_count_state_and_a_plain_link(client: Client, article: Article) -> None:
    ruled(AT_ONCE)
    published(article)

    page = shown(client, article.url)

    part = page.select_one("#kommentare")
    assert part.select_one("h2").get_text(" ", strip=True) == "Kommentare 1"
    assert part.select_one("turbo-frame")["data-from"] == f"/diskussion/{article.pk}/rahmen/"
    assert part.select_one("a.button")["href"] == f"/diskussion/{article.pk}/"
    assert [link["href"] for link in page.select("a.skip")] == ["#inhalt", "#kommentare"]


def test_what_is_gone_keeps_its_place_with_a_line_alone(client: Client, article: Article) -> None:
    writer = a_reader("Distel am Zaun")
    comments = [
        published(article, f"Geheimes Wort Nummer {n}.", writer=writer, now=NOW + n * MINUTE)
        for n in range(4)
    ]
    team, reason = a_moderator(), a_reason()
    refuse(comment_id=comments[0].pk, by=team, now=NOW, reason=reason)
    delete_comment(comment_id=comments[1].pk, by=writer, now=NOW)
    hold(comment_id=comments[2].pk, by=team, now=NOW)
    Comment.objects.filter(pk=comments[3].pk).update(
        state=Comment.State.ERASED, writer=None, text=""
    )

    page = thread_page(client, article)

    lines = [each.p.find(string=True).strip() for each in page.select("[data-comment]")]
    assert lines == [
        "Dieser Kommentar wurde gemeinsam mit dem Konto gelöscht.",
        "Das Community-Team sieht sich diesen Kommentar noch einmal an.",
        "Wer diesen Kommentar geschrieben hat, hat ihn gelöscht.",
        "Das Community-Team hat diesen Kommentar entfernt.",
    ]
    assert "Geheimes" not in page.text
    assert "Distel" not in page.text


def test_a_cut_is_explained(client: Client, article: Article) -> None:
    comment = published(article, "Der ist ein Esel, sage ich.")
    cut(
        comment_id=comment.pk,
        by=a_moderator(),
        now=NOW,
        text="Der ist ein […], sage ich.",
        reason=a_reason(),
    )

    page = thread_page(client, article)

    assert page.select_one(".comment__text").text == "Der ist ein […], sage ich."
    assert page.select_one(".comment__cut").text == (
        "[…] Hier hat das Community-Team etwas gekürzt."
    )


def test_a_comments_deeds_are_plain_links(client: Client, article: Article) -> None:
    ruled({**AT_ONCE, **ALWAYS})
    comment = published(article)
    room = f"/diskussion/{article.pk}/"

    page = thread_page(client, article)

    links = [link["href"] for link in page.select(".comment__deeds a")]
    assert links == [
        f"/diskussion/kommentar/{comment.pk}/empfehlen/",
        f"{room}formular/?antwort={comment.pk}",
        f"{room}formular/?antwort={comment.pk}&zitat=1",
        f"/diskussion/melden/?kommentar={comment.pk}",
        f"/diskussion/kommentar/{comment.pk}/stumm/",
        f"/diskussion/kommentar/{comment.pk}/",
    ]


def test_one_page_leads_to_the_next_in_every_order(client: Client, article: Article) -> None:
    comments = many(article, 60)

    for order in ("neueste", "aelteste", "empfohlen"):
        first = thread_page(client, article, reihung=order)
        second = shown(client, first.select_one("a[rel=next]")["href"])
        numbers = [
            int(each["data-comment"])
            for page in (first, second)
            for each in page.select(".discussion__list [data-comment]")
        ]
        assert sorted(numbers) == [comment.pk for comment in comments], order


@pytest.mark.parametrize(
    "asked", ["reihung=zufall", "nach=x", "nach=1-1", "nach=" + "9" * 18 + "-1", "nach=%00"]
)
def test_an_address_that_nobody_gave_is_not_found(
    client: Client, article: Article, asked: str
) -> None:
    many(article, 2)

    assert client.get(f"/diskussion/{article.pk}/?{asked}").status_code == 404


@pytest.mark.parametrize(
    "address", ["{n}/neu/?after=x", "{n}/neu/?after=5", "99999999999999999999/"]
)
def test_numbers_of_nothing_are_not_found(client: Client, article: Article, address: str) -> None:
    many(article, 2)

    assert client.get(f"/diskussion/{address.format(n=article.pk)}").status_code == 404


def test_under_an_article_taken_back_there_is_nothing(client: Client, article: Article) -> None:
    comment = published(article)
    article.unpublish()

    codes = [client.get(address).status_code for address in addresses(article, comment)]

    assert codes == [404, 404, 404, 200, 404]
    assert client.get(addresses(article, comment)[3]).content.count(b"data-comment") == 0


class TestNewer:
    """What is asked again and again."""

    def test_is_answered_unchanged_until_something_comes(
        self, client: Client, article: Article
    ) -> None:
        first = published(article)
        address = reverse("thread_newer", args=[article.pk]) + f"?after={first.pk}"
        answer = client.get(address)
        etag = {"if-none-match": answer.headers["ETag"]}

        unchanged = client.get(address, headers=etag)
        second = published(article, now=NOW + MINUTE)
        changed = client.get(address, headers=etag)

        assert (answer.content.count(b"data-comment"), unchanged.status_code) == (0, 304)
        assert "public" in unchanged.headers["Cache-Control"]
        assert changed.status_code == 200
        page = BeautifulSoup(changed.content, "html.parser")
        assert [each["id"] for each in page.select("article")] == [f"k{second.pk}"]
        assert page.ol["data-newest"] == str(second.pk)

    def test_costs_one_question_when_nothing_came(
        self, client: Client, article: Article, django_assert_num_queries: object
    ) -> None:
        first = published(article)
        address = reverse("thread_newer", args=[article.pk]) + f"?after={first.pk}"
        etag = {"if-none-match": client.get(address).headers["ETag"]}

        with django_assert_num_queries(1):  # type: ignore[operator]
            assert client.get(address, headers=etag).status_code == 304


@pytest.mark.parametrize("size", [3, 300])
def test_a_page_costs_ten_questions_at_most(
    client: Client, article: Article, django_assert_max_num_queries: object, size: int
) -> None:
    writer: User = a_reader()
    tops = many(article, size, writer=writer)
    below(tops[-1], min(size, 30), writer=writer)
    pick(comment_id=tops[0].pk, by=a_moderator(), now=NOW)
    ruled({**AT_ONCE, **ALWAYS})
    client.get(f"/diskussion/{article.pk}/")  # remembers where the site stands

    for address in (
        f"/diskussion/{article.pk}/",
        f"/diskussion/{article.pk}/rahmen/",
        f"/diskussion/{article.pk}/neu/?after={tops[0].pk}",
        f"/diskussion/kommentar/{tops[-1].pk}/",
    ):
        with django_assert_max_num_queries(10):  # type: ignore[operator]
            assert client.get(address).status_code == 200


def test_a_comments_page_shows_its_branch_and_the_way_back(
    client: Client, article: Article
) -> None:
    top = published(article, "Oben steht das.")
    reply = published(article, "Darunter steht dies.", parent_id=top.pk, now=NOW + MINUTE)

    page = shown(client, reverse("comment", args=[reply.pk]))

    assert [each["id"] for each in page.select("article.comment")] == [f"k{top.pk}", f"k{reply.pk}"]
    assert [each["id"] for each in page.select(".comment--here")] == [f"k{reply.pk}"]
    ways = [link["href"] for link in page.select(".discussion__ways a")]
    assert ways[1:] == [f"/diskussion/{article.pk}/", f"{article.url}#kommentare"]
    place = shown(client, ways[0].split("#")[0])
    assert place.select_one(".discussion__list article")["id"] == f"k{top.pk}"


def test_a_page_without_comments_has_a_thread_and_none_is_made(
    client: Client, article: Article
) -> None:
    page = thread_page(client, article)

    assert page.select("[data-comment]") == []
    assert not Thread.objects.exists()
