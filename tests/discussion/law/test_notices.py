"""Anybody may give notice of a comment, gets a receipt, and is told what was decided."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blattwerk.discussion.change import delete_comment
from blattwerk.discussion.decide import approve, refuse
from blattwerk.discussion.errors import NoSuchComment, OwnComment
from blattwerk.discussion.law.categories import Category
from blattwerk.discussion.law.complaints import complain_about_item, complain_about_statement
from blattwerk.discussion.law.errors import IncompleteNotice
from blattwerk.discussion.law.mails import decided
from blattwerk.discussion.law.notices import settle_gone
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.models import (
    Case,
    Complaint,
    Letter,
    Notice,
    NoticeItem,
    Statement,
)
from blattwerk.discussion.undo import undo
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    open_cases,
    published,
    sent,
)
from tests.discussion.law.at_the_notice import ILLEGAL, a_form, letters_to, outcomes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_has_asked_yet")]
Outcome = NoticeItem.Outcome


def a_reason_told(notice: Notice) -> str:
    return notice.items.get().reasons


@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        (Notice.Kind.RULES, Case.Cause.REPORT),
        (Notice.Kind.LAW, Case.Cause.NOTICE),
        (Notice.Kind.DANGER, Case.Cause.DANGER),
    ],
)
def test_a_notice_about_an_approved_comment_reaches_a_person(
    article: Article, kind: str, cause: str
) -> None:
    comments = [published(article), published(article)]
    said = Said(kind, why="So nicht.", name="B", mail="b@post.example", good_faith=True)

    notice = give_notice(comment_ids=[each.pk for each in comments], said=said, now=NOW)

    assert [[case.cause for case in open_cases(each)] for each in comments] == [[cause], [cause]]
    assert outcomes(notice) == [Outcome.OPEN, Outcome.OPEN]


def test_who_gives_notice_gets_a_receipt_and_then_the_decision(article: Article) -> None:
    comment = published(article)
    notice = give_notice(comment_ids=[comment.pk], said=ILLEGAL, now=NOW)

    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE, reason=a_reason())

    notice.refresh_from_db()
    assert (outcomes(notice), notice.decided_at) == ([Outcome.UPHELD], NOW + MINUTE)
    receipt, decision = letters_to(ILLEGAL.mail)
    address = reverse("notice_state", args=[notice.token])
    assert (receipt.context["link"], decision.context["link"]) == (address, address)
    assert str(notice.pk) in receipt.context["paragraphs"][0]
    assert a_reason_told(notice) in decision.context["paragraphs"]


def test_a_notice_is_done_when_all_its_comments_are_decided(article: Article) -> None:
    one, other = published(article), published(article)
    notice = give_notice(comment_ids=[one.pk, other.pk], said=ILLEGAL, now=NOW)

    approve(comment_id=one.pk, by=a_moderator(), now=NOW + MINUTE, why="Noch erlaubt.")
    notice.refresh_from_db()
    assert notice.decided_at is None
    refuse(comment_id=other.pk, by=a_moderator(), now=NOW + 2 * MINUTE, reason=a_reason())

    notice.refresh_from_db()
    assert (outcomes(notice), notice.decided_at) == (
        [Outcome.DECLINED, Outcome.UPHELD],
        NOW + 2 * MINUTE,
    )


def test_a_decision_taken_back_opens_the_notice_again(article: Article) -> None:
    comment, team = published(article), a_moderator()
    notice = give_notice(comment_ids=[comment.pk], said=ILLEGAL, now=NOW)
    entry = approve(comment_id=comment.pk, by=team, now=NOW + MINUTE)

    undo(entry_id=entry.pk, by=team, now=NOW + 2 * MINUTE)

    notice.refresh_from_db()
    assert (outcomes(notice), notice.decided_at) == ([Outcome.OPEN], None)
    assert len(letters_to(ILLEGAL.mail)) == 3  # it came, it stays, it is decided anew


def test_a_comment_that_its_writer_takes_away_closes_the_notice(article: Article) -> None:
    comment = published(article)
    rude = Said(kind="rules", why="Grob.")
    notice = give_notice(comment_ids=[comment.pk], said=rude, now=NOW)
    assert comment.writer
    delete_comment(comment_id=comment.pk, by=comment.writer, now=NOW + MINUTE)

    assert settle_gone(NOW + 2 * MINUTE) == 1

    assert outcomes(notice) == [Outcome.GONE]


@pytest.mark.parametrize("field", ["why", "name", "mail", "good_faith"])
def test_a_notice_of_illegal_content_says_what_the_act_asks_for(
    article: Article, field: str
) -> None:
    comment = published(article)
    fields = {name: getattr(ILLEGAL, name) for name in Said.__slots__}
    gap = Said(**{**fields, field: False if field == "good_faith" else ""})

    with pytest.raises(IncompleteNotice) as refusal:
        give_notice(comment_ids=[comment.pk], said=gap, now=NOW)

    assert refusal.value.field == field
    assert Notice.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "category"),
    [
        (Notice.Kind.LAW, Category.ABUSE),
        (Notice.Kind.RULES, ""),
        (Notice.Kind.DANGER, ""),
    ],
)
def test_some_notices_need_no_name(article: Article, kind: str, category: str) -> None:
    said = Said(kind, why="Bitte ansehen.", category=category, good_faith=True)

    notice = give_notice(comment_ids=[published(article).pk], said=said, now=NOW)

    assert (notice.name, notice.mail, Letter.objects.filter(reader=None).count()) == ("", "", 0)


def test_the_same_reader_reports_a_comment_once(article: Article) -> None:
    comment, reader = published(article), a_reader()
    said = Said(Notice.Kind.RULES)
    first = give_notice(comment_ids=[comment.pk], said=said, now=NOW, reader=reader)

    again = give_notice(comment_ids=[comment.pk], said=said, now=NOW + MINUTE, reader=reader)

    assert (again, Notice.objects.count()) == (first, 1)


def test_nobody_reports_their_own_comment(article: Article) -> None:
    comment = published(article)

    with pytest.raises(OwnComment):
        give_notice(
            comment_ids=[comment.pk],
            said=Said(Notice.Kind.RULES),
            now=NOW,
            reader=comment.writer,
        )


def test_what_nobody_can_read_cannot_be_told_from_what_is_not_there(article: Article) -> None:
    waiting = sent(article)

    for number in (waiting.pk, 10**9):
        with pytest.raises(NoSuchComment):
            give_notice(comment_ids=[number], said=ILLEGAL, now=NOW)


def test_a_stranger_gives_notice_and_sees_its_state(client: Client, article: Article) -> None:
    comment = published(article)

    answer = client.post(reverse("notice"), a_form(comment))

    notice = Notice.objects.get()
    assert answer["Location"] == reverse("notice_state", args=[notice.token])
    shown = client.get(answer["Location"])
    text = shown.content.decode()
    assert (shown.status_code, "no-store" in shown["Cache-Control"]) == (200, True)
    assert decided(notice.items.get()) in text
    assert "Berta" not in text
    assert "berta@" not in text


def test_a_refused_notice_loses_nothing(client: Client, article: Article) -> None:
    answer = client.post(reverse("notice"), a_form(published(article), name=""))

    assert answer.status_code == 422
    assert "Das ist üble Nachrede." in answer.content.decode()
    assert list(answer.context["form"].errors) == ["name"]
    assert Notice.objects.count() == 0


def test_several_comments_go_into_one_notice_by_their_addresses(
    client: Client, article: Article
) -> None:
    comments = [published(article) for _ in range(3)]
    one, two, three = comments
    further = f"https://zeitung.example{two.get_absolute_url()}\n{three.pk}"

    client.post(reverse("notice"), a_form(one, further=further))

    named = Notice.objects.get().items.order_by("comment").values_list("comment", flat=True)
    assert list(named) == [each.pk for each in comments]


def test_what_fills_in_the_hidden_field_is_no_notice(client: Client, article: Article) -> None:
    answer = client.post(reverse("notice"), a_form(published(article), website="https://x.example"))

    assert (answer.status_code, Notice.objects.count()) == (422, 0)


def test_a_flood_from_one_place_stops(client: Client, article: Article) -> None:
    comment = published(article)
    codes = [client.post(reverse("notice"), a_form(comment)).status_code for _ in range(7)]

    assert (codes, Notice.objects.count()) == ([302] * 6 + [429], 6)


def test_a_signed_in_reader_reports_with_one_press(client: Client, article: Article) -> None:
    comment, reader = published(article), a_reader()
    client.force_login(reader)
    page = client.get(reverse("notice"), {"kommentar": comment.pk}).content.decode()

    client.post(reverse("notice"), {"kommentar": comment.pk, "why": "", "website": ""})

    assert 'name="mail"' not in page
    notice = Notice.objects.get()
    assert (notice.reader, notice.kind, notice.name) == (reader, Notice.Kind.RULES, "")
    assert Letter.objects.get(reader=reader).mail == ""


def test_tokens_are_long_and_never_the_same(article: Article) -> None:
    comment = published(article)
    made = {give_notice(comment_ids=[comment.pk], said=ILLEGAL, now=NOW).token for _ in range(9)}

    assert len(made) == 9
    assert all(re.fullmatch(r"[\w-]{43}", token) for token in made)  # 256 bits


@pytest.mark.parametrize("name", ["notice_state", "statement", "complain", "complaint_state"])
def test_an_address_that_is_no_secret_opens_nothing(
    client: Client, article: Article, name: str
) -> None:
    comment = published(article)
    notice = give_notice(comment_ids=[comment.pk], said=ILLEGAL, now=NOW)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())
    statement = Statement.objects.get()
    complaint = complain_about_statement(token=statement.token, text="Doch.", now=NOW)
    opened = {"notice_state": notice, "complaint_state": complaint}.get(name, statement)
    token = opened.token
    address = reverse(name, args=[token])

    tried = (token, token[:-1], f"{token}x", token.swapcase(), str(opened.pk), f"{token}%00")
    found = [client.get(address.replace(token, each)).status_code for each in tried]

    assert found == [302 if name == "complain" else 200, *[404] * 5]


def test_a_notice_of_many_comments_asks_as_much_as_one_of_a_few(
    client: Client, article: Article
) -> None:
    asked = []
    for many in (2, 5):
        comments = [published(article) for _number in range(many)]
        numbers = [comment.pk for comment in comments]
        notice = give_notice(comment_ids=numbers, said=ILLEGAL, now=NOW)
        for number in numbers:
            approve(comment_id=number, by=a_moderator(), now=NOW)
        item = notice.items.latest("pk")
        complain_about_item(token=notice.token, item_id=item.pk, text="Doch.", now=NOW)
        address = reverse("notice_state", args=[notice.token])
        client.get(address)  # what is remembered of the paper is asked for now
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address)
        asked.append(len(queries))
        complaints = [line["complaint"] for line in page.context["lines"]]
        assert complaints == [*[None] * (many - 1), Complaint.objects.get(item=item)]

    assert asked[1] == asked[0]


def test_a_hidden_comments_words_are_not_shown_on_the_form(
    client: Client, article: Article
) -> None:
    hidden = sent(article, "Das hat noch niemand gelesen.")

    page = client.get(reverse("notice"), {"kommentar": hidden.pk}).content.decode()
    other = client.get(reverse("notice"), {"kommentar": 10**9}).content.decode()

    assert "noch niemand gelesen" not in page
    assert without_tokens(page) == without_tokens(other)


def without_tokens(page: str) -> str:
    return re.sub(r'value="\w{64}"', "", page)
