"""The terms: who has agreed to them as they stand, and who is asked again."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.accounts.queries import has_agreed
from blattwerk.accounts.terms import VERSION
from blattwerk.newsroom.models import Paper
from tests.accounts.people import a_reader, browser, send_form

pytestmark = pytest.mark.django_db

TERMS = "/konto/bedingungen/"
ARTICLE = "/ausland/schlagzeile-12/?antwort=7"
EARLIER = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.fixture
def reader(paper: Paper) -> User:
    """Who has agreed to nothing: the row went when the address was first proved by code."""
    user = a_reader()
    user.consents.all().delete()
    return user


def at_work(user: User) -> Client:
    client = browser()
    client.force_login(user)
    return client


def test_only_the_terms_as_they_stand_count(reader: User) -> None:
    reader.consents.create(terms="2019-01", given_at=EARLIER)
    before = has_agreed(reader)

    at_work(reader).post(TERMS)

    assert (before, has_agreed(reader)) == (False, True)
    assert sorted(row.terms for row in reader.consents.all()) == ["2019-01", VERSION]


def test_a_reader_agrees_and_comes_back(reader: User) -> None:
    client = at_work(reader)
    page = client.get(TERMS, {"next": ARTICLE})

    back = send_form(client, page)

    assert back["Location"] == ARTICLE
    assert has_agreed(reader)


def test_agreeing_twice_is_agreeing_once(reader: User) -> None:
    client = at_work(reader)

    answers = [client.post(TERMS)["Location"] for _time in range(2)]

    assert answers == [reverse("account")] * 2
    assert reader.consents.count() == 1


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "\x00/konto/"])
def test_agreeing_leads_to_no_other_house(reader: User, elsewhere: str) -> None:
    client = at_work(reader)

    page = client.get(TERMS, {"next": elsewhere})
    back = client.post(TERMS, {"next": elsewhere})

    assert page.context["onward"] == ""
    assert back["Location"] == reverse("account")


def test_who_has_agreed_or_is_a_stranger_is_not_asked(reader: User) -> None:
    agreed = a_reader("andere@post.example")
    pages = [client.get(TERMS) for client in (at_work(reader), at_work(agreed), browser())]

    assert [page.context["asks"] for page in pages] == [True, False, False]
    assert [page.content.decode().count(f'action="{TERMS}"') for page in pages] == [1, 0, 0]


def test_a_stranger_agrees_to_nothing(paper: Paper) -> None:
    answer = browser().post(TERMS)

    assert answer["Location"] == f"{reverse('account_login')}?next={TERMS}"


def test_the_own_page_says_that_the_terms_are_still_to_be_agreed_to(reader: User) -> None:
    reader.consents.create(terms="2019-01", given_at=EARLIER)
    client = at_work(reader)

    before = client.get(reverse("account")).context["account"].agreed
    client.post(TERMS)
    after = client.get(reverse("account")).context["account"].agreed

    assert (before, after) == (False, True)
