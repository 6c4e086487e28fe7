"""Rows by statements written once are the rows Django's own queries bring."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db.models import Model

from blattwerk.accounts.models import Consent, Sanction, User
from blattwerk.accounts.sanctions import sanction_reader
from blattwerk.common.ready import Ready, insert
from blattwerk.discussion.models import Case, Comment
from blattwerk.newsroom.models import Section
from tests.accounts.people import a_reader, signed_in
from tests.discussion.forum import an_article_to_discuss, sent

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 4, 12, 0, 0, 123456, tzinfo=UTC)
MODELS = [User, Consent, Sanction, Session, Comment, Case]


def everything(row: Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def kinds(row: Model) -> dict[str, type]:
    return {name: type(value) for name, value in everything(row).items()}


@pytest.fixture
def filled(section: Section) -> None:
    """Rows of all these models, with and without what may be missing."""
    reader = a_reader(name="Amsel")
    signed_in(reader)
    kept = {"user": reader, "reason": "Ärger", "by": None, "now": NOON}
    sanction_reader(**kept, kind=Sanction.Kind.BAN)
    sanction_reader(**kept, kind=Sanction.Kind.PAUSE, ends_at=NOON + timedelta(days=1))
    sent(an_article_to_discuss(section))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_rows_are_those_of_djangos_query(filled: None, model: type[Model]) -> None:
    by_django = {row.pk: row for row in model._base_manager.all()}
    ready = {row.pk: row for row in Ready(model, "1 = %s").all(1)}

    assert by_django
    assert [*map(everything, ready.values())] == [everything(by_django[key]) for key in ready]
    assert [*map(kinds, ready.values())] == [kinds(by_django[key]) for key in ready]
    assert ready.keys() == by_django.keys()
    assert {row._state.db for row in ready.values()} == {"default"}


def test_a_row_that_is_not_there_is_none(db: None) -> None:
    assert Ready(User, "id = %s").first(0) is None


def test_rows_can_be_saved_after_they_were_inserted(db: None) -> None:
    readers = [User(email=f"{name}@post.example", date_joined=NOON) for name in "zab"]
    insert(readers)
    for reader in readers:
        reader.wished_name = f"Ä'%s\"?{reader.email}"
        reader.save()

    stored = {reader.email: everything(reader) for reader in User.objects.all()}
    assert stored == {reader.email: everything(reader) for reader in readers}


def test_no_rows_are_inserted_without_asking(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        insert([])
