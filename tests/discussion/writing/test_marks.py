"""The marks in a form that tell people from machines, and one sending from two."""

from datetime import timedelta

import pytest
import time_machine

from blattwerk.discussion.models import Comment
from blattwerk.discussion.writing.errors import Outdated
from blattwerk.discussion.writing.sent import HOLDS
from blattwerk.newsroom.models import Article
from tests.discussion.writing.at_the_form import (
    WORDS,
    a_member,
    browser,
    fields_of,
    form_at,
    only_comment,
    soup,
    typed,
)

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def test_a_form_sent_twice_is_one_comment(article: Article, clock: time_machine.Traveller) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(30)

    answers = [typed(article, client, page, text=WORDS) for _time in range(2)]

    assert [answer["Location"] for answer in answers] == [
        form_at(article, f"?gesendet={only_comment().pk}")
    ] * 2


def test_other_words_in_the_same_form_are_another_comment(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    for words in ("Zuerst dies.", "Nach dem Zurückgehen das."):
        clock.shift(30)
        typed(article, client, page, text=words)

    texts = Comment.objects.order_by("pk").values_list("text", flat=True)
    assert list(texts) == ["Zuerst dies.", "Nach dem Zurückgehen das."]


def test_a_quick_machine_is_asked_to_send_again(article: Article) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))

    answer = typed(article, client, page, text=WORDS)

    assert (answer.status_code, answer["Retry-After"]) == (429, "2")
    assert (fields_of(answer)["text"], Comment.objects.count()) == (WORDS, 0)


def test_a_form_that_stood_open_too_long_is_sent_again_with_one_press(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(HOLDS + SECOND)

    answer = typed(article, client, page, text=WORDS)

    assert (answer.status_code, Comment.objects.count()) == (422, 0)
    told = soup(answer).select_one("#text_fehler")
    assert told
    assert told.text.strip() == str(Outdated())
    clock.shift(30)
    assert typed(article, client, answer).status_code == 303
    assert only_comment().text == WORDS


def test_a_form_holds_for_a_day(article: Article, clock: time_machine.Traveller) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(timedelta(days=1))

    assert typed(article, client, page, text=WORDS).status_code == 303


def test_an_old_stamp_sends_nothing_more_in_other_forms(
    article: Article, clock: time_machine.Traveller
) -> None:
    old = fields_of(browser(a_member()).get(form_at(article)))["stempel"]
    clock.shift(HOLDS + SECOND)
    client = browser(a_member())

    answer = typed(article, client, client.get(form_at(article)), text=WORDS, stempel=old)

    assert (answer.status_code, Comment.objects.count()) == (422, 0)


def test_a_clock_set_back_keeps_nobody_from_sending(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(-3600)

    assert typed(article, client, page, text=WORDS).status_code == 303


@pytest.mark.parametrize(
    "fields",
    [{"betreff": "Uhren billig"}, {"stempel": ""}, {"stempel": "1:falsch"}, {"key": "kein"}],
    ids=["trap", "no stamp", "forged stamp", "no key"],
)
def test_a_form_that_is_not_ours_is_refused_and_keeps_the_text(
    article: Article, clock: time_machine.Traveller, fields: dict[str, str]
) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(30)

    answer = typed(article, client, page, text=WORDS, **fields)

    assert (answer.status_code, Comment.objects.count()) == (422, 0)
    assert fields_of(answer)["text"] == WORDS
    clock.shift(30)
    assert typed(article, client, answer, betreff="").status_code == 303
    assert only_comment().text == WORDS
