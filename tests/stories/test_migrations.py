"""The room's tables change under a filled database, forwards and back."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ROW = (17, 490_000, 3, 0.25)  # term, last seen, story, weight


def go_to(name: str) -> None:
    MigrationExecutor(connection).migrate([("stories", name)])


def postings() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT term, last_seen, story, weight FROM stories_posting")
        return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_postings_outlive_a_new_order_of_their_key() -> None:
    go_to("0001_initial")
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO stories_posting (term, last_seen, story, weight)"
                " VALUES (%s, %s, %s, %s)",
                ROW,
            )
        go_to("0002_indexes_that_answer_alone")
        assert postings() == [ROW]

        go_to("0001_initial")
        assert postings() == [ROW]
    finally:
        go_to("0002_indexes_that_answer_alone")
    assert postings() == [ROW]
