"""The team sees what is due, decides complaints, and writes down whom it told of a danger."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.discussion.decide import refuse
from blattwerk.discussion.law.abuse import LEAST, notifiers, writers
from blattwerk.discussion.law.complaints import complain_about_statement
from blattwerk.discussion.law.desk import GIVEN_UP_TOLD
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.law.retention import LETTERS_KEPT
from blattwerk.discussion.models import (
    Complaint,
    Danger,
    Deed,
    Entry,
    Letter,
    Notice,
    NoticeItem,
    Order,
    Statement,
)
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import (
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    fresh,
    published,
)

pytestmark = pytest.mark.django_db


def a_complaint(article: Article, *, days_ago: int = 0) -> Complaint:
    now = timezone.now() - timedelta(days=days_ago)
    comment = published(article)
    refuse(comment_id=comment.pk, by=a_moderator(), now=now, reason=a_reason())
    token = Statement.objects.get(comment=comment).token
    return complain_about_statement(token=token, text="Doch erlaubt.", now=now)


def test_what_is_due_first_stands_first_with_its_light(client: Client, article: Article) -> None:
    for days in (0, 8, 5):
        a_complaint(article, days_ago=days)
    client.force_login(a_moderator())

    shown = client.get(reverse("law_desk"))

    assert [due["light"] for due in shown.context["complaints"]] == ["red", "amber", "green"]


def test_a_second_person_overturns_at_the_desk(client: Client, article: Article) -> None:
    complaint = a_complaint(article)
    client.force_login(a_moderator())
    assert client.get(reverse("law_complaint", args=[complaint.pk])).status_code == 200

    client.post(reverse("law_overturn", args=[complaint.pk]), {"reasons": "Scharf, aber erlaubt."})

    complaint.refresh_from_db()
    assert complaint.statement
    assert complaint.statement.comment
    assert (complaint.outcome, fresh(complaint.statement.comment).is_public) == ("overturned", True)


def test_the_first_person_is_refused_and_loses_nothing(client: Client, article: Article) -> None:
    complaint = a_complaint(article)
    assert complaint.first_by
    client.force_login(complaint.first_by)

    answer = client.post(reverse("law_uphold", args=[complaint.pk]), {"reasons": "Bleibt so."})

    complaint.refresh_from_db()
    assert (answer.status_code, complaint.outcome) == (409, "open")


def test_reasons_that_are_missing_are_asked_for(client: Client, article: Article) -> None:
    complaint = a_complaint(article)
    client.force_login(a_moderator())

    answer = client.post(reverse("law_uphold", args=[complaint.pk]), {"reasons": " "})

    assert (answer.status_code, "bw-forum-error" in answer.content.decode()) == (409, True)


def test_a_danger_is_noted_and_told_at_the_desk(client: Client, article: Article) -> None:
    comment, team = published(article), a_moderator()
    client.force_login(team)
    typed = {"comment": str(comment.pk), "facts": "Kündigt eine Tat an."}

    client.post(reverse("law_note_danger"), typed)
    danger = Danger.objects.get()
    client.post(reverse("law_tell_authority", args=[danger.pk]), {"authority": "Polizei\0 Wien"})

    danger.refresh_from_db()
    assert (danger.noted_by, danger.told_by, danger.authority) == (team, team, "Polizei Wien")
    assert client.get(reverse("law_dangers")).status_code == 200


def test_the_lead_enters_an_order_which_the_log_tells(client: Client, section: Section) -> None:
    lead = a_moderator(lead=True)
    client.force_login(lead)
    typed = {
        "kind": "act",
        "authority": "LG Wien",
        "country": "AT",
        "received_at": "2026-11-02T09:00",
    }

    client.post(reverse("law_enter_order"), typed)

    order, entry = Order.objects.get(), Entry.objects.get()
    assert (order.authority, order.entered_by) == ("LG Wien", lead)
    assert (entry.deed, entry.by, entry.details["order"]) == (Deed.ORDER, lead, order.pk)


def test_a_notice_is_read_whole_at_the_desk(client: Client, article: Article) -> None:
    said = Said(Notice.Kind.LAW, "Falsch.", name="Berta", mail="b@post.example", good_faith=True)
    notice = give_notice(comment_ids=[published(article).pk], said=said, now=NOW)
    client.force_login(a_moderator())

    page = client.get(reverse("law_notice", args=[notice.pk])).content.decode()

    assert "Berta b@post.example" in page


def test_mails_that_do_not_go_out_show_red_on_the_first_page(
    client: Client, section: Section
) -> None:
    client.force_login(a_moderator())
    first = reverse("wagtailadmin_home")
    calm = client.get(first).content.decode()
    Letter.objects.create(
        template="decision", subject="S", made_at=NOW, next_at=NOW, attempts=1, error="Weg."
    )

    alarm = client.get(first).content.decode()

    assert ("bw-law-alarm" in calm, "bw-law-alarm" in alarm) == (False, True)
    assert "Weg." in client.get(reverse("law_letters")).content.decode()


def test_a_letter_given_up_alarms_for_days_and_not_for_good(
    client: Client, section: Section
) -> None:
    client.force_login(a_moderator())
    now, days = timezone.now(), timedelta(days=1)
    letter = Letter.objects.create(
        template="decision", subject="S", made_at=now, next_at=now, attempts=1, error="550 unknown"
    )
    alarms, listed = [], []

    for ago in (GIVEN_UP_TOLD - days, GIVEN_UP_TOLD + days, LETTERS_KEPT + days):
        Letter.objects.filter(pk=letter.pk).update(given_up_at=now - ago)
        alarms.append("bw-law-alarm" in client.get(reverse("wagtailadmin_home")).content.decode())
        page = client.get(reverse("law_letters"))
        assert ("bw-law-alarm" in page.content.decode()) == alarms[-1]
        listed.append("550 unknown" in page.content.decode())

    assert (alarms, listed) == ([True, False, False], [True, True, False])


def test_a_writer_whose_comments_are_restricted_often_is_put_before_the_desk(
    article: Article,
) -> None:
    often, seldom = a_reader(), a_reader()
    for writer, times in ((often, LEAST), (seldom, LEAST - 1)):
        for number in range(times):
            at = NOW + number * 2 * MINUTE
            comment = published(article, writer=writer, now=at)
            refuse(comment_id=comment.pk, by=a_moderator(), now=at, reason=a_reason())

    assert [each.reader for each in writers(NOW + timedelta(days=1))] == [often]
    assert writers(NOW + timedelta(days=91)) == []


def test_who_gives_unfounded_notices_often_is_put_before_the_desk(article: Article) -> None:
    reader = a_reader()
    comments = [published(article) for _ in range(LEAST)]
    notice = Notice.objects.create(kind="rules", reader=reader, token="t", at=NOW)
    for number, comment in enumerate(comments):
        outcome = NoticeItem.Outcome.DECLINED
        NoticeItem.objects.create(notice=notice, comment=comment, outcome=outcome, decided_at=NOW)
        flagged = [each.reader_id for each in notifiers(NOW + timedelta(days=1))]
        assert flagged == ([reader.pk] if number == LEAST - 1 else [])
