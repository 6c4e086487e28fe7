"""Whatever somebody types is refused with a sentence, or stands there as typed, as text alone."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from pytest_django import DjangoDbBlocker

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.models import User
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.law.complaints import complain_about_statement
from blattwerk.discussion.law.errors import NoWords
from blattwerk.discussion.law.forms import Complain, FullNotice
from blattwerk.discussion.law.notify import give_notice
from blattwerk.discussion.models import Comment, Complaint
from blattwerk.discussion.text import cleaned
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article, Section
from blattwerk.search.query import LONGEST_QUERY, read_query
from tests.discussion.forum import (
    AT_ONCE,
    NOW,
    a_moderator,
    a_reader,
    an_article_to_discuss,
    ruled,
    sent,
)
from tests.discussion.hostile import MADE, naughty_strings
from tests.discussion.own.rows import comments_of, statements_for
from tests.printed_paper import plate

pytestmark = [pytest.mark.proof, pytest.mark.django_db]

STRINGS = naughty_strings()
IN_FULL = os.environ.get("HYPOTHESIS_PROFILE") == "proof"
SOME = STRINGS if IN_FULL else STRINGS[::6]  # where each costs a page
WRITERS = 20
Element = tuple[str, frozenset[str]]


@dataclass
class Forum:
    """A thread with all strings that are taken, by number of the comment; half of them replies."""

    article: Article
    opening: Comment
    written: dict[int, str]
    replies: set[int] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def tops(self) -> dict[int, str]:
        return {each: text for each, text in self.written.items() if each not in self.replies}

    @property
    def some(self) -> list[int]:
        """The comments to be looked at one by one."""
        return list(self.written)[:: 1 if IN_FULL else 40]


@pytest.fixture(scope="module")
def forum(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Forum]:
    """Written once for all who look at it; gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        plate().print()
        ruled(AT_ONCE)
        article = an_article_to_discuss(Section.objects.get(slug="ausland"))
        opening = sent(article, "Ich fange an.", writer=a_reader("Anna Amsel"))
        forum = Forum(article, opening, {})
        writers = [a_reader() for _number in range(WRITERS)]
        for number, text in enumerate(STRINGS):
            write(forum, writers[number % WRITERS], number, text)
        yield forum
        transaction.set_rollback(True)


def write(forum: Forum, writer: User, number: int, text: str) -> None:
    """Each writer sends one a minute; every second string answers the opening."""
    above = forum.opening.pk if number % 2 else None
    now = NOW + timedelta(minutes=number // WRITERS)
    try:
        comment = write_comment(
            page=forum.article, writer=writer, text=text, key=uuid4(), now=now, parent_id=above
        )
    except DiscussionError as refusal:
        forum.refused[text] = str(refusal)
        return
    forum.written[comment.pk] = text
    if above:
        forum.replies.add(comment.pk)


def soup(client: Client, address: str) -> BeautifulSoup:
    """The page, once it is there."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content.decode(), "html.parser")


def pages(client: Client, address: str, further: str = "a[rel=next]") -> Iterator[BeautifulSoup]:
    """A page and all that it leads on to."""
    here = address
    while here:
        page = soup(client, here)
        yield page
        link = page.select_one(further)
        here = f"{address.split('?')[0]}?{str(link['href']).split('?')[1]}" if link else ""


def lines(body: Tag) -> list[str]:
    """What can be read in a comment's body, line by line."""
    for end in body.select("br"):
        end.replace_with("\n")
    read = [line for part in body.select("p") for line in part.get_text().split("\n")]
    return [line for line in read if line]


def lines_kept(text: str) -> list[str]:
    """The same of what was kept: signs of quoting at the beginning of a line are shown as a bar."""
    kept = (
        line[1:].removeprefix(" ") if line.startswith(">") else line for line in text.split("\n")
    )
    return [line for line in kept if line]


def foreign(body: Tag) -> list[str]:
    """Elements and attributes that the paper does not make."""
    return [str(each) for each in body.find_all(True) if not _is_ours(each)]


def _is_ours(element: Tag) -> bool:
    if set(element.attrs) != MADE.get(element.name):
        return False
    if element.name == "a":
        address = element["href"]
        return address == element.get_text() and str(address).lower().startswith("http")
    return element.name != "p" or element["dir"] == "auto"


def visible(text: str) -> str:
    """Letters, digits, signs: what nobody may take out of a text."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LNPSM")


def cards(page: BeautifulSoup) -> dict[int, Tag]:
    """The comments' bodies on a public page, by number."""
    found = {}
    for card in page.select("article.comment"):
        (body,) = card.select(".comment__text")
        found[int(str(card["data-comment"]))] = body
    return found


def assert_as_typed(bodies: dict[int, Tag], written: dict[int, str]) -> None:
    """Each is shown as text alone, and says what was typed."""
    assert {number: foreign(body) for number, body in bodies.items() if foreign(body)} == {}
    said = {number: lines(body) for number, body in bodies.items()}
    assert said == {number: lines_kept(cleaned(text)) for number, text in written.items()}


def test_a_refused_text_is_refused_with_a_sentence(forum: Forum) -> None:
    assert len(forum.written) > 0.9 * len(STRINGS)
    assert {text for text, sentence in forum.refused.items() if not sentence} == set()


def test_nothing_that_can_be_seen_is_lost(forum: Forum) -> None:
    kept = dict(Comment.objects.filter(pk__in=forum.written).values_list("pk", "text"))

    assert {number: visible(text) for number, text in kept.items()} == {
        number: visible(unicodedata.normalize("NFC", text))
        for number, text in forum.written.items()
    }


def test_the_thread_shows_them_as_typed(client: Client, forum: Forum) -> None:
    shown: dict[int, Tag] = {}
    for page in pages(client, reverse("thread", args=[forum.article.pk])):
        shown |= cards(page)
    del shown[forum.opening.pk]

    below = {number: forum.written[number] for number in shown if number in forum.replies}
    assert_as_typed(shown, forum.tops | below)


def test_a_branch_shows_them_as_typed(client: Client, forum: Forum) -> None:
    shown: dict[int, Tag] = {}
    for page in pages(client, forum.opening.get_absolute_url()):
        shown |= cards(page)
    del shown[forum.opening.pk]

    assert_as_typed(shown, {number: forum.written[number] for number in forum.replies})


def test_what_is_fetched_later_shows_them_as_typed(client: Client, forum: Forum) -> None:
    shown: dict[int, Tag] = {}
    last, address = forum.opening.pk, reverse("thread_newer", args=[forum.article.pk])
    while found := cards(soup(client, f"{address}?after={last}")):
        shown |= found
        last = max(found)

    assert_as_typed(shown, forum.written)


def test_permalinks_show_them_as_typed(client: Client, forum: Forum) -> None:
    for number in forum.some:
        bodies = cards(soup(client, reverse("comment", args=[number])))
        assert_as_typed({number: bodies[number]}, {number: forum.written[number]})


def test_the_writers_own_pages_show_them_as_typed(client: Client, forum: Forum) -> None:
    shown: dict[int, Tag] = {}
    for writer in User.objects.filter(comments__in=forum.written).distinct():
        client.force_login(writer)
        shown |= own_bodies(client, "own_comments")

    assert_as_typed(shown, forum.written)


def test_who_is_answered_reads_them_as_typed(client: Client, forum: Forum) -> None:
    assert forum.opening.writer
    client.force_login(forum.opening.writer)

    shown = own_bodies(client, "own_replies")

    assert_as_typed(shown, {number: forum.written[number] for number in forum.replies})


def own_bodies(client: Client, name: str) -> dict[int, Tag]:
    found = {}
    for page in pages(client, reverse(name)):
        for card in page.select("article.own-comment"):
            (body,) = card.select(".comment__text")
            found[int(str(card["aria-labelledby"])[1:])] = body
    return found


def test_the_desks_queue_shows_them_as_text(client: Client, forum: Forum) -> None:
    client.force_login(a_moderator())
    said: dict[int, str] = {}
    for page in pages(client, reverse("forumdesk:index"), "a[href*='nach=']"):
        for row in page.select("[data-row]"):
            (text,) = row.select(".bw-forum-said")
            assert [child.name for child in text.find_all(True)] == ["a"]
            said[int(str(row.select("[name=comment]")[0]["value"]))] = text.get_text()
    del said[forum.opening.pk]

    assert said == {
        number: Truncator(cleaned(text)).chars(320) for number, text in forum.written.items()
    }


def test_the_desk_opens_them_as_text(client: Client, forum: Forum) -> None:
    client.force_login(a_moderator(lead=True))

    for number in forum.some:
        page = soup(client, reverse("forumdesk:comment", args=[number]))
        (text,) = page.select("#bw-text")
        assert {child.name for child in text.find_all(True)} <= {"mark"}
        assert text.get_text() == cleaned(forum.written[number])


def test_in_a_notice_they_are_text_for_the_team(client: Client, forum: Forum) -> None:
    given = []
    for text in SOME:
        fields = {"kind": "rules", "why": text, "name": text, "law": text}
        form = FullNotice(fields, ticked=[forum.opening.pk])
        if form.is_valid() and form.cleaned_data["why"]:
            said, now = form.said(), timezone.now()
            given.append(give_notice(comment_ids=[forum.opening.pk], said=said, now=now))
    assert len(given) > 0.8 * len(SOME)
    client.force_login(a_moderator())

    page = soup(client, reverse("forumdesk:comment", args=[forum.opening.pk]))

    items = page.select(".bw-forum-reports li")
    made = {child.name for item in items for child in item.find_all(True)}
    assert made == {"strong", "br", "span"}
    told = [
        each
        for notice, item in zip(given, items, strict=True)
        if (each := f"({notice.law}): {notice.why}") not in item.get_text()
    ]
    assert told == []


def test_in_a_complaint_they_are_text(client: Client, forum: Forum) -> None:
    assert forum.opening.writer
    rows = comments_of(forum.opening.writer, forum.opening.thread, len(SOME))
    statements = statements_for(forum.opening.writer, rows)
    forms = [Complain({"text": text}) for text in SOME]
    tokens = [
        (statement.token, form.cleaned_data["text"])
        for statement, form in zip(statements, forms, strict=True)
        if form.is_valid()
    ]
    made = [complaint for token, text in tokens if (complaint := complained(token, text))]
    assert len(made) > 0.8 * len(SOME)

    for complaint in made:
        page = soup(client, reverse("complaint_state", args=[complaint.token]))
        (quoted,) = page.select("blockquote")
        assert {child.name for child in quoted.find_all(True)} <= {"p", "br"}
        assert quoted.get_text().split() == complaint.text.split()


def complained(token: str, text: str) -> Complaint | None:
    """None where it says nothing."""
    try:
        return complain_about_statement(token=token, text=text, now=NOW)
    except NoWords:
        return None


def test_a_search_for_them_says_what_was_searched_for_as_text(client: Client, forum: Forum) -> None:
    ours: set[Element] = set()
    for harmless in ("Schlagzeile", "gibtesnicht", "gibtesnicht " * 30, '"', ""):
        ours |= elements(searched(client, harmless))

    for text in SOME:
        page = searched(client, text)
        assert elements(page) <= ours, text
        told = [str(field["value"]) for field in page.select("input[name=q]")]
        assert set(told) == {read_query(text).text}
        if len(text) <= LONGEST_QUERY:
            assert visible(told[0]) == visible(text)


def searched(client: Client, text: str) -> BeautifulSoup:
    answer = client.get("/suche/", {"q": text})
    assert answer.status_code == 200, text
    return BeautifulSoup(answer.content.decode(), "html.parser")


def elements(page: BeautifulSoup) -> set[Element]:
    """What a page is made of: names with the attributes they have."""
    return {(each.name, frozenset(each.attrs)) for each in page.find_all(True)}


def test_as_public_names_they_are_taken_or_refused(client: Client, forum: Forum) -> None:
    taken: list[str] = []
    refusals: set[str] = set()
    reader = User.objects.create_user("neu@example.org")
    for text in STRINGS:
        try:
            taken.append(choose_name(user=reader, text=text, now=NOW))
        except NameRefused as refusal:
            refusals.add(str(refusal))
        else:
            reader = named(forum.article, reader, len(taken))
    assert (len(taken) > 20, "" in refusals) == (True, False)

    names: dict[str, Tag] = {}
    last, address = max(forum.written), reverse("thread_newer", args=[forum.article.pk])
    while found := soup(client, f"{address}?after={last}").select("article.comment"):
        names |= {str(card["data-comment"]): card.select(".comment__name")[0] for card in found}
        last = max(int(number) for number in names)
    assert [name.get_text() for name in names.values()] == taken
    assert [name for name in names.values() if name.find_all(True)] == []


def named(article: Article, reader: User, count: int) -> User:
    """Has who took a name write; the next one without a name."""
    now = NOW + timedelta(hours=1, seconds=count)
    sent(article, f"Hier schreibt Nummer {count}.", writer=reader, now=now)
    return User.objects.create_user(f"neu-{count}@example.org")
