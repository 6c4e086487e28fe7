"""A paper that stands gets readers' accounts, and could go back."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("accounts", "0001_initial")]


@pytest.fixture
def newest_again(transactional_db: None) -> Iterator[None]:
    yield
    MigrationExecutor(connection).migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_users_of_before_keep_their_login_and_have_no_public_name(newest_again: None) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    old = executor.loader.project_state(BEFORE).apps.get_model("accounts", "User")
    old.objects.create(email="Judith@Probeblatt.example", password="x", is_superuser=True)
    old.objects.create(email="zwei@probeblatt.example", password="y")

    executor = MigrationExecutor(connection)
    newest = [key for key in executor.loader.graph.leaf_nodes() if key[0] == "accounts"]
    executor.migrate(newest)
    new = executor.loader.project_state(newest).apps.get_model("accounts", "User")

    assert sorted(new.objects.values_list("email", "public_name", "erased_at")) == [
        ("judith@probeblatt.example", None, None),
        ("zwei@probeblatt.example", None, None),
    ]
    MigrationExecutor(connection).migrate(BEFORE)
    assert old.objects.count() == 2
