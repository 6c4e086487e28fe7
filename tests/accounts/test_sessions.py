"""Whom a session's cookie speaks for."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.newsroom.models import Paper
from tests.accounts.people import a_reader, browser, sign_in


@pytest.fixture
def reader(paper: Paper) -> User:
    return a_reader(name="Amsel")


@pytest.fixture
def at_home(reader: User) -> Client:
    """The reader's browser."""
    client = browser()
    sign_in(client, reader.email)
    return client


def is_known(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def test_a_session_speaks_for_its_reader(at_home: Client) -> None:
    assert is_known(at_home)


def test_a_session_that_has_run_out_speaks_for_nobody(at_home: Client) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert not is_known(at_home)


def test_a_reader_who_was_put_out_is_nobody(at_home: Client, reader: User) -> None:
    User.objects.filter(pk=reader.pk).update(is_active=False)

    assert not is_known(at_home)


def test_another_password_ends_the_session(at_home: Client, reader: User) -> None:
    reader.set_password("Ein-anderes-Geheimnis-8")
    reader.save()

    assert not is_known(at_home)


@pytest.mark.parametrize("key", ["", "x", "a" * 32, "ä" * 32, "'; --" * 8])
def test_an_invented_key_speaks_for_nobody(at_home: Client, key: str) -> None:
    at_home.cookies["bw_session"] = key

    assert not is_known(at_home)
