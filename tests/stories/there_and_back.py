"""Postings before and after each change of their table: `python -m tests.stories.there_and_back`.

In a process and a database of its own: to change tables under the other tests would leave them
another database than they began with.
"""

import os

ROW = (17, 490_000, 3, 0.25)  # term, last seen, story, weight
WAY = ("0001_initial", "0002_indexes_that_answer_alone", "0001_initial")


def main() -> None:
    """Fill, go there and back and there, say each time what is left."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
    django.setup()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO stories_posting (term, last_seen, story, weight) VALUES (%s, %s, %s, %s)",
            ROW,
        )
        for name in (*WAY, WAY[1]):
            MigrationExecutor(connection).migrate([("stories", name)])
            cursor.execute("SELECT term, last_seen, story, weight FROM stories_posting")
            print(name, cursor.fetchall())


if __name__ == "__main__":
    main()
