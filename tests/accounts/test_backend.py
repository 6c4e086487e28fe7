"""The reader who comes with a session brings what every comment would ask about them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from blattwerk.accounts.backend import Backend
from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.queries import has_agreed, sanctions_of
from blattwerk.accounts.sanctions import sanction_reader
from blattwerk.accounts.terms import agree_to_terms
from tests.accounts.people import a_reader

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def come_back(reader: User) -> User:
    found = Backend().get_user(reader.pk)
    assert found is not None
    return found


def test_who_agreed_and_was_never_sanctioned_is_asked_about_once(
    django_assert_num_queries: Any,
) -> None:
    reader = a_reader()

    with django_assert_num_queries(1):
        back = come_back(reader)
        assert (back, has_agreed(back), sanctions_of(back)) == (reader, True, [])


def test_who_agrees_now_has_agreed() -> None:
    back = come_back(User.objects.create_user("neu@post.example"))
    before = has_agreed(back)
    agree_to_terms(user=back, now=NOW)

    assert (before, has_agreed(back)) == (False, True)


def test_who_was_sanctioned_is_asked_about() -> None:
    reader, other = a_reader(), a_reader("andere@post.example")
    sanction = sanction_reader(user=reader, kind=Sanction.Kind.BAN, reason="Ton", by=other, now=NOW)

    assert sanctions_of(come_back(reader)) == [sanction]
    assert sanctions_of(come_back(other)) == []
