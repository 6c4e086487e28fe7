"""What the database itself refuses: the log stands."""

from typing import Any

from blattwerk.common.fences import Fence, any_differs, differs
from blattwerk.common.fences import raise_fences as raise_anew

KEPT = ("deed", "at", "comment_id", "thread_id", "reason_id", "case_id", "undoes_id", "seal", "id")
# JSON compares as text on both; persons may only be taken out, as when an account is deleted.
DETAILS = "CAST(NEW.details AS text) <> CAST(OLD.details AS text)"
SOMEBODY = "(NEW.by_id IS NOT NULL AND {by}) OR (NEW.reader_id IS NOT NULL AND {reader})".format(
    by=differs("by_id"), reader=differs("reader_id")
)

FENCES = (
    Fence(
        "log_stands",
        "discussion_entry",
        "UPDATE",
        f"{any_differs(KEPT)} OR {DETAILS} OR {SOMEBODY}",
        "an entry of the log is never changed",
    ),
    Fence(
        "log_remains",
        "discussion_entry",
        "DELETE",
        "OLD.id IS NOT NULL",
        "an entry of the log is never deleted",
    ),
    Fence(
        "statements_stand",
        "discussion_statement",
        "UPDATE",
        any_differs(("entry_id", "comment_id", "restriction", "ground", "clause", "token", "at")),
        "a statement of reasons is never changed",
    ),
)


def raise_fences(using: str = "default", **_: Any) -> None:
    """Make the triggers anew; heard after every migration."""
    raise_anew("discussion", FENCES, using)
