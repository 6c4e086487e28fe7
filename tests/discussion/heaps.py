"""Very many comments, made by the database itself out of one that was written."""

from datetime import datetime
from typing import Any

from django.db import connection
from wagtail.models import Page

from blattwerk.discussion.models import Case, Comment, Thread
from tests.discussion.forum import NOW, published, sent

NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "
FRESH_KEY = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "gen_random_uuid()"}
EVERY = 3  # of so many comments one is a reply


def heap_public(page: Page, many: int, *, now: datetime = NOW) -> None:
    """So many more comments that readers can read; a third of them replies to the first."""
    root = published(page, now=now)
    reply = f"i % {EVERY} = 0"
    changed = {
        "parent_id": f"CASE WHEN {reply} THEN {root.pk} END",
        "root_id": f"CASE WHEN {reply} THEN {root.pk} END",
        "place": f"CASE WHEN {reply} THEN i / {EVERY} END",
        "replies": "0",
        "recommended": "i % 40",
        "key": FRESH_KEY[connection.vendor],
        "text": "'Meinung Nummer ' || i || ': ' || text",
    }
    _copy(Comment, root.pk, many, changed)
    Comment.objects.filter(pk=root.pk).update(replies=many // EVERY)
    Thread.objects.filter(pk=page.pk).update(comments=many + 1)
    _look_around()


def heap_waiting(page: Page, many: int, *, now: datetime = NOW) -> None:
    """So many more comments that wait for the team, each with its case."""
    first = sent(page, now=now)
    case = Case.objects.get(comment=first)
    last = Comment.objects.order_by("-pk").values_list("pk", flat=True)[0]
    _copy(Comment, first.pk, many, {"key": FRESH_KEY[connection.vendor]})
    made = f"(SELECT MIN(id) FROM discussion_comment WHERE id > {last}) - 1 + i"  # noqa: S608
    _copy(Case, case.pk, many, {"comment_id": made})
    _look_around()


def _copy(model: Any, number: int, many: int, changed: dict[str, str]) -> None:
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changed.get(column, f'"{column}"') for column in columns)
    table = model._meta.db_table
    statement = (
        f"INSERT INTO {table} ({names}) {NUMBERS.format(many=many)}"  # noqa: S608
        f"SELECT {values} FROM {table}, n WHERE id = {number} ORDER BY i"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _look_around() -> None:
    """Both databases choose their ways by what they know of the rows."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
