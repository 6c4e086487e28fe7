"""Warning, pausing and banning readers from the desk, and letting them write again."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.sanctions import may_write
from blattwerk.discussion.models import Deed, Entry, Letter, Note, Statement, Trust
from tests.discussion.admin.conftest import at
from tests.discussion.forum import a_moderator, a_reader, a_reason, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> User:
    return a_reader("Erika Amsel")


def days(count: int) -> date:
    return timezone.localdate() + timedelta(days=count)


def deeds() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("deed", flat=True))


def test_a_pause_ends_with_its_day_and_has_its_reasons(desk: Client, reader: User) -> None:
    form = {"reason": a_reason().pk, "until": days(3).isoformat(), "facts": "Dreimal gewarnt."}

    desk.post(at("pause", reader.pk), form)

    sanction, statement = Sanction.objects.get(), Statement.objects.get()
    assert sanction.ends_at is not None
    ends = timezone.localtime(sanction.ends_at)
    assert (ends.date(), ends.hour) == (days(4), 0)
    assert (statement.restriction, statement.until, statement.reader) == (
        Statement.Restriction.PAUSED,
        sanction.ends_at,
        reader,
    )
    assert may_write(reader, timezone.now()) is False
    assert deeds() == [Deed.PAUSE]


@pytest.mark.parametrize(
    "until", ["", "gestern", "2020-01-01", "0001-01-01", "2099-01-01", "9999-12-31"]
)
def test_a_pause_without_a_fit_end_keeps_what_was_typed(
    desk: Client, reader: User, until: str
) -> None:
    form = {"reason": a_reason().pk, "until": until, "facts": "Lang überlegt."}

    page = desk.post(at("pause", reader.pk), form)

    assert (page.status_code, Sanction.objects.count()) == (422, 0)
    assert "Lang überlegt." in page.content.decode()


def test_a_ban_is_for_the_lead(desk: Client, lead_desk: Client, reader: User) -> None:
    form = {"reason": a_reason().pk}

    refused = desk.post(at("ban", reader.pk), form)
    before = Sanction.objects.count()
    lead_desk.post(at("ban", reader.pk), form)

    assert (refused.status_code, before) == (302, 0)
    assert Sanction.objects.get().kind == Sanction.Kind.BAN
    assert Statement.objects.get().restriction == Statement.Restriction.BANNED


def test_a_moderator_cannot_lift_a_ban_and_the_lead_can(
    desk: Client, lead_desk: Client, reader: User
) -> None:
    lead_desk.post(at("ban", reader.pk), {"reason": a_reason().pk})

    refused = desk.post(at("lift", reader.pk))
    kept = may_write(reader, timezone.now())
    lead_desk.post(at("lift", reader.pk))

    assert (refused.status_code, kept) == (409, False)
    assert may_write(reader, timezone.now()) is True
    assert Statement.objects.get().withdrawn_at is not None


def test_lifting_what_does_not_hold_is_said(desk: Client, reader: User) -> None:
    page = desk.post(at("lift", reader.pk))

    assert (page.status_code, deeds()) == (409, [])


def test_a_shorter_pause_on_top_is_refused(desk: Client, reader: User) -> None:
    reason = a_reason().pk
    desk.post(at("pause", reader.pk), {"reason": reason, "until": days(9).isoformat()})

    page = desk.post(at("pause", reader.pk), {"reason": reason, "until": days(2).isoformat()})

    assert (page.status_code, Sanction.objects.count()) == (409, 1)


def test_a_warning_is_a_mail_and_an_entry_and_no_sanction(desk: Client, reader: User) -> None:
    desk.post(at("warn", reader.pk), {"reason": a_reason().pk, "facts": "Der Ton."})

    assert [letter.reader for letter in Letter.objects.all()] == [reader]
    assert (deeds(), may_write(reader, timezone.now())) == ([Deed.WARN], True)


@pytest.mark.parametrize("deed", ["warn", "pause"])
def test_nothing_is_done_to_a_reader_without_a_reason(
    desk: Client, reader: User, deed: str
) -> None:
    page = desk.post(at(deed, reader.pk), {"until": days(3).isoformat()})

    assert (page.status_code, deeds(), Letter.objects.count()) == (422, [], 0)


def test_nobody_decides_about_themselves() -> None:
    moderator = a_moderator()

    page = browser(moderator).post(at("warn", moderator.pk), {"reason": a_reason().pk})

    assert (page.status_code, deeds()) == (409, [])


def test_trust_is_given_once_and_taken_back(desk: Client, reader: User) -> None:
    desk.post(at("trust", reader.pk))
    desk.post(at("trust", reader.pk))
    trusted = Trust.objects.filter(reader=reader).count()
    desk.post(at("distrust", reader.pk))

    assert (trusted, Trust.objects.count()) == (1, 0)
    assert deeds() == [Deed.TRUST, Deed.DISTRUST]


def test_a_note_about_a_reader_is_on_their_page(desk: Client, reader: User) -> None:
    desk.post(at("jot_reader", reader.pk), {"text": "Ist Lehrerin in Linz."})

    record = desk.get(at("reader", reader.pk)).context["record"]

    assert [note.text for note in record.notes] == ["Ist Lehrerin in Linz."]
    assert Note.objects.get().reader == reader
