"""What the search compares with: each readable article's words, folded and stemmed.

The database keeps its own full-text index beside this table (first migration): FTS5 on SQLite,
fed by triggers; a generated `vector` column on PostgreSQL.
"""

from django.db import models

from blattwerk.newsroom.models import Article, Section


class Entry(models.Model):
    """One article in the index; `wording.py` says how its columns are written."""

    article = models.OneToOneField(
        Article, primary_key=True, on_delete=models.CASCADE, related_name="search_entry"
    )
    section = models.ForeignKey(
        Section, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    published_at = models.DateTimeField()
    day = models.IntegerField()  # the date's ordinal, so that both databases can tell an age
    digest = models.CharField(max_length=64)
    headline = models.TextField()
    top = models.TextField()
    body = models.TextField()
    headline_parts = models.TextField()
    parts = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["-published_at"], name="search_entry_by_time")]

    def __str__(self) -> str:
        return self.headline
