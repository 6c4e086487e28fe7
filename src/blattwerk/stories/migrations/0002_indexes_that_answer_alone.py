"""Fewer pages to touch: a story's postings lie together, near copies are found by indexes alone."""

from typing import Any

from django.db import migrations, models

BANDS = range(1, 6)
COLUMNS = "term, last_seen, story, weight"
OLD, NEW = "stories_posting", "stories_postingbystory"


def posting(name: str, *key: str) -> migrations.CreateModel:
    fields: list[tuple[str, Any]] = [
        ("term", models.BigIntegerField()),
        ("last_seen", models.IntegerField()),
        ("story", models.BigIntegerField()),
        ("weight", models.FloatField()),
        ("pk", models.CompositePrimaryKey(*key, blank=True, editable=False, serialize=False)),
    ]
    return migrations.CreateModel(name, fields)


def probe(name: str) -> migrations.AddIndex:
    fields = ["term", "-last_seen", "story", "weight"]
    return migrations.AddIndex(name, models.Index(fields=fields, name="posting_probe"))


class Migration(migrations.Migration):
    dependencies = [("stories", "0001_initial")]

    operations = [
        # The order of a composite key cannot be altered in place.
        migrations.SeparateDatabaseAndState(
            database_operations=[
                posting("PostingByStory", "story", "term"),
                migrations.RunSQL(
                    f"INSERT INTO {NEW} ({COLUMNS}) SELECT {COLUMNS} FROM {OLD}",  # noqa: S608
                    f"INSERT INTO {OLD} ({COLUMNS}) SELECT {COLUMNS} FROM {NEW}",  # noqa: S608
                ),
                migrations.DeleteModel("Posting"),
                probe("PostingByStory"),
                migrations.RunSQL(
                    f"ALTER TABLE {NEW} RENAME TO {OLD}", f"ALTER TABLE {OLD} RENAME TO {NEW}"
                ),
            ],
            state_operations=[
                migrations.DeleteModel("Posting"),
                posting("Posting", "story", "term"),
                probe("Posting"),
            ],
        ),
        *(migrations.RemoveIndex("Signature", f"signature_band_{number}") for number in BANDS),
        *(
            migrations.AddIndex(
                "Signature",
                models.Index(
                    fields=[f"band_{number}", "-seen", "article", "simhash"],
                    name=f"signature_near_{number}",
                ),
            )
            for number in BANDS
        ),
    ]
