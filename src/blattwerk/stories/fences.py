"""What the database itself refuses: nothing automatic overrules a person.

Triggers, the same on SQLite and PostgreSQL. They are raised anew after every migration, since
SQLite loses a table's triggers when a migration rebuilds it.
"""

from typing import Any

from blattwerk.common.fences import Fence, any_differs, differs
from blattwerk.common.fences import raise_fences as raise_anew

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


FENCES = (
    Fence(
        "placed_by_hand_stays",
        "stories_membership",
        "UPDATE",
        f"OLD.decision_id IS NOT NULL AND {MOVED} AND NOT {NEWER} AND NOT {UNDONE}",
        "a person placed this article; only a person moves it",
    ),
    Fence(
        "locked_story_keeps_its_articles",
        "stories_membership",
        "UPDATE",
        (f"NEW.story_id <> OLD.story_id AND {EITHER_LOCKED} AND NOT {NEWER} AND NOT {UNDONE}"),
        "the story is locked; only a person changes it",
    ),
    Fence(
        "forbidden_story_stays_shut",
        "stories_membership",
        "UPDATE",
        f"NEW.story_id <> OLD.story_id AND NOT {NEWER} AND NOT {UNDONE} AND {FORBIDDEN}",
        "a person kept this article out of the story",
    ),
    Fence(
        "locked_story_takes_nothing_in",
        "stories_membership",
        "INSERT",
        f"NEW.decision_id IS NULL AND {LOCKED.format(stories='NEW.story_id')}",
        "the story is locked; only a person changes it",
    ),
    Fence(
        "placement_is_remembered",
        "stories_membership",
        "INSERT",
        f"NEW.decision_id IS NULL AND ({PLACED} OR {FORBIDDEN})",
        "a person decided where this article belongs",
    ),
    Fence(
        "locked_story_stays_as_it_is",
        "stories_story",
        "UPDATE",
        f"OLD.locked AND {any_differs(KEPT_OF_A_STORY)} AND NOT {differs('decision_id')}",
        "the story is locked; only a person changes it",
    ),
    Fence(
        "decisions_stand",
        "stories_decision",
        "UPDATE",
        any_differs(KEPT_OF_A_DECISION),
        "a decision is never changed; undo it with another one",
    ),
    Fence(
        "decisions_remain",
        "stories_decision",
        "DELETE",
        "OLD.id IS NOT NULL",
        "a decision is never deleted; undo it with another one",
    ),
)


def raise_fences(using: str = "default", **_: Any) -> None:
    """Make the triggers anew; heard after every migration."""
    raise_anew("stories", FENCES, using)
