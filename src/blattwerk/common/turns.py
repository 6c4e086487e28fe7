"""Deeds of one kind, one after another, on both databases."""

from django.db import connection


def one_at_a_time(lock: int) -> None:
    """Let nobody else do what takes this lock until the transaction ends.

    `lock` is any number that no other kind of deed takes. SQLite's transactions exclude each other
    anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
