"""The databases' own full-text index: FTS5 beside the table, or a generated vector inside it."""

from django.db import migrations

COLUMNS = ("headline", "top", "body", "headline_parts", "parts")


def _listed(prefix=""):
    return ", ".join(f"{prefix}{column}" for column in COLUMNS)


FTS5 = f"""
CREATE VIRTUAL TABLE search_index USING fts5(
    {_listed()}, content='search_entry', content_rowid='article_id',
    tokenize='unicode61 remove_diacritics 0'
)
"""
ADD = f"""
    INSERT INTO search_index(rowid, {_listed()}) VALUES (new.article_id, {_listed("new.")});
"""
DROP = f"""
    INSERT INTO search_index(search_index, rowid, {_listed()})
    VALUES ('delete', old.article_id, {_listed("old.")});
"""
TRIGGERS = (
    f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN {ADD} END",
    f"CREATE TRIGGER search_entry_dropped AFTER DELETE ON search_entry BEGIN {DROP} END",
    f"CREATE TRIGGER search_entry_changed AFTER UPDATE OF {_listed()} ON search_entry "
    f"BEGIN {DROP} {ADD} END",
)
# Labels are weights: A headline, B what stands over the text, D the text, C parts of long words.
VECTOR = (
    """
ALTER TABLE search_entry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('pg_catalog.simple', headline || ' ' || headline_parts), 'A')
    || setweight(to_tsvector('pg_catalog.simple', top), 'B')
    || setweight(to_tsvector('pg_catalog.simple', body), 'D')
    || setweight(to_tsvector('pg_catalog.simple', parts), 'C')
) STORED
""",
    "CREATE INDEX search_entry_vector ON search_entry USING gin (vector)",
)
MAKE = {"sqlite": (FTS5, *TRIGGERS), "postgresql": VECTOR}
UNMAKE = {
    "sqlite": (
        *(f"DROP TRIGGER search_entry_{deed}" for deed in ("added", "dropped", "changed")),
        "DROP TABLE search_index",
    ),
    "postgresql": ("ALTER TABLE search_entry DROP COLUMN vector",),
}


def make(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    for statement in UNMAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, unmake)]
