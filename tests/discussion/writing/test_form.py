"""The form: what each reader finds there, and what comes of what is typed into it."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.choose_name import drop_names
from blattwerk.accounts.sanctions import sanction_reader
from blattwerk.discussion.decide import refuse
from blattwerk.discussion.models import Comment, Wishes, Wording
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    AT_ONCE,
    NOW,
    PASSWORD,
    a_moderator,
    a_reason,
    published,
    ruled,
    sent,
)
from tests.discussion.writing.at_the_form import (
    FRAME,
    SCRIPT,
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
EVENING, MORNING = NOW.replace(hour=23, minute=30), NOW.replace(hour=7) + timedelta(days=1)


def test_a_comment_is_sent_and_its_writer_sees_that_it_waits(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(30)

    answer = typed(article, client, page, text=WORDS)

    comment = only_comment()
    assert (comment.text, comment.state) == (WORDS, Comment.State.WAITING)
    assert answer.status_code == 303
    assert answer["Location"] == form_at(article, f"?gesendet={comment.pk}")
    told = soup(client.get(answer["Location"])).select_one("comment-news")
    assert told
    preview = told.select_one(".write__preview")
    assert preview
    assert preview.text.strip() == WORDS
    assert [link["href"] for link in told.select(".write__deeds a")] == [
        reverse("comment_edit", args=[comment.pk]),
        reverse("comment_delete", args=[comment.pk]),
    ]


def test_what_is_public_at_once_leads_to_its_place(
    article: Article, clock: time_machine.Traveller
) -> None:
    ruled(AT_ONCE)
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(30)

    answer = typed(article, client, page, text=WORDS)

    place = f"{reverse('thread', args=[article.pk])}#k{only_comment().pk}"
    assert (answer.status_code, answer["Location"]) == (303, place)


def test_the_frame_holds_the_form_alone(article: Article) -> None:
    answer = browser(a_member(), **FRAME).get(form_at(article))

    top = [tag.name for tag in soup(answer).find_all(recursive=False)]
    assert top == ["turbo-frame"]
    assert "no-store" in answer["Cache-Control"]


def test_signed_out_the_frame_asks_to_sign_in_and_sets_no_cookie(article: Article) -> None:
    client = browser(**FRAME)

    page = soup(client.get(form_at(article, "?antwort=77")))

    form = page.select_one("comment-form form")
    assert form
    assert (form["method"], form["action"]) == ("get", reverse("account_login"))
    assert [each["name"] for each in form.select("[name]")] == ["next"]
    assert not client.cookies


def test_who_types_signed_out_finds_the_text_after_signing_in(article: Article) -> None:
    above = published(article)
    reader = a_member()
    reader.emailaddress_set.create(email=reader.email, verified=True, primary=True)
    client = browser()
    page = client.get(form_at(article, f"?antwort={above.pk}"))

    away = typed(article, client, page, text=WORDS)
    form = client.get(away["Location"])
    door = reverse("account_login")
    back = client.post(
        door,
        {
            "login": reader.email,
            "password": PASSWORD,
            "next": soup(form).select_one("input[name=next]")["value"],  # type: ignore[index]
        },
    )

    assert (away.status_code, away["Location"].partition("?")[0]) == (303, door)
    fields = fields_of(client.get(back["Location"]))
    assert (fields["text"], fields["antwort"]) == (WORDS, str(above.pk))


def test_without_a_public_name_one_chooses_it_and_comes_back(article: Article) -> None:
    reader = a_member()
    drop_names(user=reader)
    client = browser(reader)

    page = soup(client.get(form_at(article)))
    away = typed_without_form(client, article)
    back = client.post(away["Location"], {"public_name": "Neue Amsel"})

    assert page.select_one(f"a[href^='{reverse('account_name')}?next=']")
    assert back["Location"] == form_at(article)
    assert fields_of(client.get(back["Location"]))["text"] == WORDS


def test_without_the_terms_one_agrees_and_comes_back(article: Article) -> None:
    reader = a_member()
    reader.consents.all().delete()
    client = browser(reader)

    page = soup(client.get(form_at(article)))
    away = typed_without_form(client, article)
    back = client.post(away["Location"])

    assert page.select_one(f"a[href^='{reverse('account_terms')}?next=']")
    assert back["Location"] == form_at(article)
    assert fields_of(client.get(back["Location"]))["text"] == WORDS


def test_a_paused_reader_reads_why_and_until_when(article: Article) -> None:
    reader = a_member()
    until = NOW + timedelta(days=2)
    sanction_reader(
        user=reader, kind="pause", reason="Beleidigung.", by=None, now=NOW, ends_at=until
    )

    page = soup(browser(reader).get(form_at(article)))

    told = page.select_one(".write__told")
    assert told
    assert told.text.strip().endswith("Beleidigung.")
    assert page.select("textarea") == []


def test_text_typed_at_closing_time_stands_in_the_form_in_the_morning(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser(a_member())
    clock.move_to(NOW.replace(hour=22, minute=59))
    page = client.get(form_at(article))
    clock.move_to(EVENING)

    late = typed(article, client, page, text=WORDS)
    night = client.get(form_at(article))
    clock.move_to(MORNING)
    morning = client.get(form_at(article))

    assert late.status_code == 409
    shown = [soup(each).select_one(".write__preview") for each in (late, night)]
    assert [each.text for each in shown if each] == [WORDS, WORDS]
    assert Comment.objects.count() == 0
    assert fields_of(morning)["text"] == WORDS


def test_what_was_kept_is_offered_until_it_is_sent(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser(a_member())
    clock.move_to(EVENING)
    typed_without_form(client, article)
    clock.move_to(MORNING)
    page = client.get(form_at(article))
    clock.shift(10)

    typed(article, client, page)

    assert only_comment().text == WORDS
    assert fields_of(client.get(form_at(article)))["text"] == ""


@pytest.mark.parametrize(
    ("text", "status"), [("", 422), ("a" * 501, 422), ("https://a.at " * 4, 422)]
)
def test_a_refused_text_comes_back_with_the_reason_at_its_field(
    article: Article, clock: time_machine.Traveller, text: str, status: int
) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(30)

    answer = typed(article, client, page, text=text)

    field = soup(answer).select_one("textarea")
    assert field
    assert answer.status_code == status
    assert field.text.removeprefix("\n") == text
    assert str(field["aria-describedby"]).split() == ["text_fehler", "text_hinweis", "text_platz"]
    assert fields_of(answer)["key"] == fields_of(page)["key"]


def test_a_reply_names_whom_it_answers_and_brings_a_quote(article: Article) -> None:
    above = published(article, "Erste Zeile\n\n> fremd zitiert\nzweite Zeile")

    page = browser(a_member()).get(form_at(article, f"?antwort={above.pk}&zitat=1"))

    fields = fields_of(page)
    assert fields["antwort"] == str(above.pk)
    assert fields["text"] == "> Erste Zeile\n>\n> zweite Zeile\n\n"


def test_a_reply_to_what_was_removed_meanwhile_keeps_the_text(
    article: Article, clock: time_machine.Traveller
) -> None:
    above = published(article)
    client = browser(a_member())
    page = client.get(form_at(article, f"?antwort={above.pk}"))
    refuse(comment_id=above.pk, by=a_moderator(), now=NOW, reason=a_reason())
    clock.shift(30)

    answer = typed(article, client, page, text=WORDS)

    fields = fields_of(answer)
    assert answer.status_code == 409
    assert (fields["text"], "antwort" in fields) == (WORDS, False)


def test_null_bytes_and_other_unseen_signs_do_no_harm(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser(a_member())
    page = client.get(form_at(article))
    clock.shift(30)

    answer = typed(article, client, page, text="Ein\0 Wo\x07rt", betreff="", antwort="\0")

    assert answer.status_code == 409  # no such comment to answer
    clock.shift(30)
    typed(article, client, page, text="Ein\0 Wo\x07rt")
    assert only_comment().text == "Ein Wort"


def test_the_wish_for_mail_is_noted_with_the_comment(
    article: Article, clock: time_machine.Traveller
) -> None:
    reader = a_member()
    client = browser(reader)
    page = client.get(form_at(article))
    clock.shift(30)

    typed(article, client, page, text=WORDS, antworten="on")

    assert Wishes.objects.get().mail_on_reply
    box = soup(client.get(form_at(article))).select_one("[name=antworten]")
    assert box
    assert box.has_attr("checked")


def test_own_comments_that_wait_stand_below_the_form(article: Article) -> None:
    reader = a_member()
    sent(article, "Wartet noch.", writer=reader)
    sent(article, "Eines anderen.")

    page = soup(browser(reader).get(form_at(article)))

    assert [each.text.strip() for each in page.select(".write__own .write__preview")] == [
        "Wartet noch."
    ]


def test_the_house_rules_stand_above_in_the_desks_words(article: Article) -> None:
    words = "Bleiben Sie sachlich.\n\nUnd vieles mehr."
    Wording.objects.create(name="rules", language="de", text=words, changed_at=NOW)

    page = soup(browser(a_member()).get(form_at(article)))

    rules = page.select_one(".write__rules")
    assert rules
    assert rules.text.strip().startswith("Bleiben Sie sachlich.")
    link = rules.select_one("a")
    assert link
    assert link["href"] == reverse("forum_rules")


@pytest.mark.parametrize("number", [0, 99_999_999, 2**63, 10**30])
def test_no_form_where_there_is_no_article(article: Article, number: int) -> None:
    client = browser(a_member())

    form = client.get(f"/diskussion/{number}/formular/")
    written = client.post(f"/diskussion/{number}/kommentare/", {"text": WORDS}, headers=SCRIPT)

    assert (form.status_code, written.status_code) == (404, 404)


def typed_without_form(client: Client, article: Article) -> HttpResponse:
    """Sent with what a form has beside its text left out."""
    return client.post(
        reverse("comment_write", args=[article.pk]),
        {"text": WORDS, "key": "0f1e2d3c-4b5a-4968-8776-655443322110"},
    )
