"""What the database itself refuses: nothing automatic overrules a person.

Triggers, the same on SQLite and PostgreSQL. They are raised anew after every migration, since
SQLite loses a table's triggers when a migration rebuilds it.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connections

MOVED = """(
    NEW.story_id <> OLD.story_id
    OR NEW.decision_id IS NULL
    OR NEW.decision_id < OLD.decision_id
)"""
UNDONE = "EXISTS (SELECT 1 FROM stories_decision WHERE undoes_id = OLD.decision_id)"
NEWER = "(NEW.decision_id IS NOT NULL AND NEW.decision_id > COALESCE(OLD.decision_id, 0))"
LOCKED = "EXISTS (SELECT 1 FROM stories_story WHERE locked AND id IN ({stories}))"
EITHER_LOCKED = LOCKED.format(stories="OLD.story_id, NEW.story_id")
IN_FORCE = """EXISTS (
    SELECT 1 FROM stories_decision d
    WHERE d.article_id = NEW.article_id AND {deed}
    AND NOT EXISTS (SELECT 1 FROM stories_decision u WHERE u.undoes_id = d.id)
)"""
PLACED = IN_FORCE.format(deed="d.deed IN ('place', 'take_out')")
FORBIDDEN = IN_FORCE.format(
    deed="d.deed = 'forbid' AND NEW.story_id IN"
    " (d.story_id, (SELECT s.merged_into_id FROM stories_story s WHERE s.id = d.story_id))"
)

KEPT_OF_A_STORY = (
    "title",
    "standfirst",
    "titled_by_hand",
    "public_by_hand",
    "locked",
    "pinned",
    "merged_into_id",
)
KEPT_OF_A_DECISION = (
    "deed",
    "at",
    "why",
    "story_id",
    "other_id",
    "article_id",
    "articles",
    "before",
    "undoes_id",
)


def differs(column: str) -> str:
    """Whether a column changes, NULL being a value like any other; in both databases' words."""
    return f"(NEW.{column} <> OLD.{column} OR (NEW.{column} IS NULL) <> (OLD.{column} IS NULL))"


def any_differs(columns: tuple[str, ...]) -> str:
    return "(" + " OR ".join(differs(column) for column in columns) + ")"


# (name, table, event, what is refused, the sentence)
FENCES = (
    (
        "placed_by_hand_stays",
        "stories_membership",
        "UPDATE",
        f"OLD.decision_id IS NOT NULL AND {MOVED} AND NOT {NEWER} AND NOT {UNDONE}",
        "a person placed this article; only a person moves it",
    ),
    (
        "locked_story_keeps_its_articles",
        "stories_membership",
        "UPDATE",
        (f"NEW.story_id <> OLD.story_id AND {EITHER_LOCKED} AND NOT {NEWER} AND NOT {UNDONE}"),
        "the story is locked; only a person changes it",
    ),
    (
        "forbidden_story_stays_shut",
        "stories_membership",
        "UPDATE",
        f"NEW.story_id <> OLD.story_id AND NOT {NEWER} AND NOT {UNDONE} AND {FORBIDDEN}",
        "a person kept this article out of the story",
    ),
    (
        "locked_story_takes_nothing_in",
        "stories_membership",
        "INSERT",
        f"NEW.decision_id IS NULL AND {LOCKED.format(stories='NEW.story_id')}",
        "the story is locked; only a person changes it",
    ),
    (
        "placement_is_remembered",
        "stories_membership",
        "INSERT",
        f"NEW.decision_id IS NULL AND ({PLACED} OR {FORBIDDEN})",
        "a person decided where this article belongs",
    ),
    (
        "locked_story_stays_as_it_is",
        "stories_story",
        "UPDATE",
        f"OLD.locked AND {any_differs(KEPT_OF_A_STORY)} AND NOT {differs('decision_id')}",
        "the story is locked; only a person changes it",
    ),
    (
        "decisions_stand",
        "stories_decision",
        "UPDATE",
        any_differs(KEPT_OF_A_DECISION),
        "a decision is never changed; undo it with another one",
    ),
    (
        "decisions_remain",
        "stories_decision",
        "DELETE",
        "OLD.id IS NOT NULL",
        "a decision is never deleted; undo it with another one",
    ),
)


def raise_fences(using: str = "default", **_: Any) -> None:
    """Make the triggers anew; heard after every migration."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for fence in FENCES:
            if fence[1] not in tables:
                continue  # migrated back to before the room was there
            for statement in statements(connection.vendor, *fence):
                cursor.execute(statement)


def statements(
    vendor: str, name: str, table: str, event: str, refused: str, sentence: str
) -> Iterator[str]:
    """What makes one fence, in the database's own words."""
    if vendor == "postgresql":
        yield (
            f"CREATE OR REPLACE FUNCTION stories_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN IF {refused} THEN RAISE EXCEPTION '{sentence}' "
            "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
        )
        yield f"DROP TRIGGER IF EXISTS stories_{name} ON {table}"
        yield (
            f"CREATE TRIGGER stories_{name} BEFORE {event} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION stories_{name}()"
        )
    else:
        yield f"DROP TRIGGER IF EXISTS stories_{name}"
        yield (
            f"CREATE TRIGGER stories_{name} BEFORE {event} ON {table} WHEN {refused} "
            f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        )
