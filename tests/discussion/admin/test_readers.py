"""Readers found by name or address, and all who are kept from writing."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.sanctions import lift_sanction, sanction_reader
from tests.discussion.admin.conftest import at, in_an_hour
from tests.discussion.forum import a_moderator, a_reader

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def found(desk: Client, query: str) -> list[str | None]:
    """The names, as they are listed."""
    listed = desk.get(at("readers"), {"q": query}).context["found"]
    return [reader.public_name for reader, _address in listed]


def named(*names: str) -> None:
    User.objects.bulk_create(
        User(email=f"{number}-lang@example.org", public_name=name)
        for number, name in enumerate(names)
    )


def kept(reader: User, **fields: Any) -> Sanction:
    """Banned by somebody, or paused where `ends_at` is given."""
    kind = Sanction.Kind.PAUSE if "ends_at" in fields else Sanction.Kind.BAN
    usual = {"reason": "Hetze.", "by": None, "now": timezone.now() - DAY}
    return sanction_reader(user=reader, kind=kind, **{**usual, **fields})


def rows(desk: Client, query: str = "") -> list[list[str]]:
    """The table of those who cannot write, cell by cell."""
    page = BeautifulSoup(desk.get(at("readers") + query).content, "html.parser")
    cells = [row.select("td") for row in page.select("tbody tr")]
    return [[cell.get_text(" ", strip=True) for cell in row] for row in cells]


def test_a_reader_is_found_by_a_part_of_the_name_and_leads_to_their_page(desk: Client) -> None:
    named("Erika Amsel", "Ämilia Öller", "Amsel im Regen")

    assert found(desk, "amsel") == ["Amsel im Regen", "Erika Amsel"]
    assert found(desk, "  ÖLL ") == ["Ämilia Öller"]
    assert found(desk, "ämilia öller") == ["Ämilia Öller"]
    assert found(desk, "fink") == []
    page = BeautifulSoup(desk.get(at("readers"), {"q": "erika"}).content, "html.parser")
    number = User.objects.get(public_name="Erika Amsel").pk
    assert [link["href"] for link in page.select("ul.bw-forum-history a")] == [at("reader", number)]


def test_an_address_finds_its_reader_and_is_shown_only_then(desk: Client) -> None:
    named("Erika Amsel")

    def addresses(query: str) -> list[str]:
        listed = desk.get(at("readers"), {"q": query}).context["found"]
        return [address for _reader, address in listed]

    assert addresses("0-LANG@") == ["0-lang@example.org"]
    assert addresses("erika") == [""]
    assert addresses("lang@example.org") == []
    assert addresses("0-") == []


@pytest.mark.parametrize("query", ["%", "_", "\0", "  ", "'", "\\", "e\0%", "a" * 5000])
def test_signs_that_databases_read_otherwise_find_nobody(desk: Client, query: str) -> None:
    named("Erika Amsel")

    assert found(desk, query) == []


def test_who_was_erased_is_not_found(desk: Client) -> None:
    named("Erika Amsel")
    User.objects.filter(public_name="Erika Amsel").update(erased_at=timezone.now())

    assert found(desk, "erika") == []


def test_fifty_are_shown_and_that_there_are_more_is_said(desk: Client) -> None:
    named(*(f"Meise {number}" for number in range(51)))

    page = desk.get(at("readers"), {"q": "meise"}).context

    assert (len(page["found"]), page["more"]) == (50, True)


def test_what_holds_is_listed_with_its_reason_and_who_decided_it(desk: Client) -> None:
    by, until = a_moderator(), timezone.now() + 3 * DAY
    kept(a_reader("Erika Amsel"), ends_at=until, by=by, reason="Dreimal gewarnt.")
    banned = a_reader("Bruno Buche")
    kept(banned)

    ban, pause = rows(desk)

    assert [ban[0], ban[1], ban[4], ban[5]] == ["Bruno Buche", "Sperre", "Hetze.", "–"]
    assert [pause[0], pause[1], pause[4], pause[5]] == [
        "Erika Amsel",
        "Pause",
        "Dreimal gewarnt.",
        str(by),
    ]
    assert timezone.localtime(until).strftime("%d.%m.%Y") in pause[3]
    page = BeautifulSoup(desk.get(at("readers")).content, "html.parser")
    assert page.select("tbody a")[0]["href"] == at("reader", banned.pk)


def test_what_is_over_or_lifted_is_not_listed(desk: Client) -> None:
    now = timezone.now()
    kept(a_reader(), ends_at=now - timedelta(hours=1))
    lift_sanction(sanction=kept(a_reader()), by=None, now=now)
    kept(a_reader("Erika Amsel"), ends_at=in_an_hour())

    assert [row[0] for row in rows(desk)] == ["Erika Amsel"]


def test_every_one_comes_once_page_by_page(desk: Client) -> None:
    named(*(f"Meise {number}" for number in range(51)))
    for reader in User.objects.filter(public_name__startswith="Meise"):
        kept(reader)

    first = desk.get(at("readers")).context
    second = desk.get(at("readers"), {"nach": first["following"]}).context

    listed = [each.user_id for each in (*first["held"], *second["held"])]
    assert (len(listed), len(set(listed)), second["following"]) == (51, 51, None)


def test_many_cost_as_many_questions_as_few(desk: Client) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            desk.get(at("readers"), {"q": "meise"})
        return len(asked)

    named("Meise")
    kept(User.objects.get(public_name="Meise"), by=a_moderator())
    questions()
    few = questions()
    User.objects.bulk_create(
        User(email=f"viele-{number}@example.org", public_name=f"Meise {number}")
        for number in range(30)
    )
    for reader in User.objects.filter(public_name__startswith="Meise "):
        kept(reader, by=a_moderator())

    assert questions() == few
