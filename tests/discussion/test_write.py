"""A reader writes: what is kept, what is refused and with which sentence."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from blattwerk.accounts.sanctions import sanction_reader
from blattwerk.discussion.decide import approve
from blattwerk.discussion.errors import (
    CannotReply,
    ClosedNow,
    NoName,
    NoText,
    SaidAlready,
    Sanctioned,
    TooLong,
    TooManyLinks,
    TooSoon,
)
from blattwerk.discussion.models import Case, Comment, Phrase, Trust
from blattwerk.discussion.rules.hours import WEEKDAYS
from blattwerk.discussion.text import MOST_LINKS
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    an_article_to_discuss,
    fresh,
    open_cases,
    published,
    ruled,
    sent,
)

pytestmark = pytest.mark.django_db


def test_a_comment_waits_for_the_team_where_nothing_is_set(article: Article) -> None:
    comment = fresh(sent(article, "Ein Wort zur Sache."))

    assert (comment.text, comment.state, comment.public_at) == (
        "Ein Wort zur Sache.",
        Comment.State.WAITING,
        None,
    )
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.NEW]
    assert comment.thread.comments == 0


def test_what_appears_at_once_is_read_afterwards(article: Article) -> None:
    ruled(AT_ONCE)

    comment = fresh(sent(article))

    assert comment.is_public
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.AFTERWARDS]
    assert (comment.thread.comments, comment.thread.last_at) == (1, NOW)


def test_a_trusted_readers_comment_appears_at_once_where_trust_counts(article: Article) -> None:
    ruled({"moderation": {"policy": "trusted"}})
    trusted, other = a_reader(), a_reader()
    Trust.objects.create(reader=trusted, at=NOW)

    assert fresh(sent(article, writer=trusted)).is_public
    assert not fresh(sent(article, writer=other)).is_public


def test_after_so_many_approved_ones_a_readers_comments_appear_at_once(article: Article) -> None:
    ruled({"moderation": {"policy": "first-2"}})
    writer = a_reader()
    came_out = []
    for turn in range(4):
        comment = sent(article, f"Gedanke {'abcd'[turn]}", writer=writer, now=NOW + turn * MINUTE)
        came_out.append(comment.is_public)
        if not comment.is_public:
            approve(comment_id=comment.pk, by=a_moderator(), now=NOW + turn * MINUTE)

    assert came_out == [False, False, True, True]


def test_a_listed_word_brings_a_comment_to_a_person_whatever_the_policy(article: Article) -> None:
    ruled(AT_ONCE)
    Phrase.objects.create(text="Hornochse", changed_at=NOW)

    comment = fresh(sent(article, "Du Hornochse!"))

    assert comment.state == Comment.State.WAITING
    assert [(case.cause, case.words) for case in open_cases(comment)] == [
        (Case.Cause.WORD, ["Hornochse"])
    ]


def test_the_same_form_sent_twice_is_one_comment(article: Article) -> None:
    writer, key = a_reader(), uuid4()
    send: dict[str, Any] = {"page": article, "writer": writer, "text": "Einmal.", "key": key}

    first = write_comment(**send, now=NOW)
    second = write_comment(**send, now=NOW + MINUTE)

    assert first.pk == second.pk
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\u200d", "\x00\x01", "\u202e\u2066"])
def test_nothing_to_read_is_refused(article: Article, text: str) -> None:
    with pytest.raises(NoText):
        write_comment(page=article, writer=a_reader(), text=text, key=uuid4(), now=NOW)


def test_length_counts_what_people_see(article: Article) -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"

    assert sent(article, family * 62 + "a" * 438).state == Comment.State.WAITING
    with pytest.raises(TooLong, match="um 1 Zeichen zu lang"):
        sent(article, "a" * 501)


def test_a_heap_of_accents_is_too_long_however_few_letters_carry_it(article: Article) -> None:
    with pytest.raises(TooLong):
        sent(article, "z" + "\u0336" * 5000)


def test_more_links_than_a_comment_takes_are_refused(article: Article) -> None:
    with pytest.raises(TooManyLinks):
        sent(article, "http://a.at " * (MOST_LINKS + 1))


def test_five_hundred_links_are_refused(article: Article) -> None:
    with pytest.raises((TooLong, TooManyLinks)):
        sent(article, "http://a.at " * 500)


def test_who_wrote_it_already_is_told_so(article: Article) -> None:
    writer = a_reader()
    sent(article, "Immer dasselbe!", writer=writer)

    with pytest.raises(SaidAlready):
        sent(article, "immer  DASSELBE", writer=writer, now=NOW + MINUTE)
    assert sent(article, "immer dasselbe").state == Comment.State.WAITING  # somebody else


def test_a_pace_is_kept_even_when_the_clock_jumps_back(article: Article) -> None:
    writer = a_reader()
    sent(article, "Eins.", writer=writer)

    with pytest.raises(TooSoon) as soon:
        sent(article, "Zwei.", writer=writer, now=NOW + timedelta(seconds=4))
    assert soon.value.seconds == 6
    with pytest.raises(TooSoon) as back:
        sent(article, "Drei.", writer=writer, now=NOW - timedelta(hours=2))
    assert back.value.seconds == 10
    assert sent(article, "Vier.", writer=writer, now=NOW + timedelta(seconds=10)).pk


def test_where_it_is_slow_the_pace_is_the_rules(article: Article) -> None:
    ruled({"outside": "slow", "pace": 90, "week": {day: [] for day in WEEKDAYS}})
    writer = a_reader()
    sent(article, "Eins.", writer=writer)

    with pytest.raises(TooSoon) as soon:
        sent(article, "Zwei.", writer=writer, now=NOW + MINUTE)

    assert soon.value.seconds == 30


def test_nobody_writes_at_night_or_under_an_old_article(section: Section) -> None:
    article = an_article_to_discuss(section)
    old = an_article_to_discuss(section, published_at=NOW - timedelta(days=730))

    with pytest.raises(ClosedNow):
        sent(article, now=NOW.replace(hour=23))
    with pytest.raises(ClosedNow):
        sent(old)
    assert not Comment.objects.exists()


def test_a_paused_reader_is_told_why_and_until_when(article: Article) -> None:
    writer = a_reader()
    sanction_reader(
        user=writer, kind="pause", reason="Spam.", by=None, now=NOW, ends_at=NOW + 60 * MINUTE
    )

    with pytest.raises(Sanctioned, match=r"Spam\."):
        sent(article, writer=writer, now=NOW + MINUTE)


def test_a_reader_without_a_name_chooses_one_first(article: Article) -> None:
    writer = a_reader()
    writer.public_name = None

    with pytest.raises(NoName):
        sent(article, writer=writer)


def test_replies_stand_below_one_root_however_deep_they_reply(article: Article) -> None:
    top = published(article)
    first = published(article, parent_id=top.pk)
    second = published(article, parent_id=first.pk)

    assert [(reply.root_id, reply.parent_id, reply.place) for reply in (first, second)] == [
        (top.pk, top.pk, 1),
        (top.pk, first.pk, 2),
    ]
    assert (fresh(top).replies, fresh(top).thread.comments) == (2, 3)


def test_what_is_gone_or_elsewhere_takes_no_reply(section: Section) -> None:
    here, there = an_article_to_discuss(section), an_article_to_discuss(section)
    waiting, elsewhere = sent(here), published(there)

    for number in (waiting.pk, elsewhere.pk, 10**9):
        with pytest.raises(CannotReply):
            sent(here, parent_id=number)
