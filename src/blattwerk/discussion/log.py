"""Writing down what the team does. Each row is sealed together with the one before."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from blattwerk.accounts.models import User
from blattwerk.common.turns import one_at_a_time
from blattwerk.discussion.models import Case, Comment, Deed, Entry, Reason, Thread

LOCK_OF_THE_LOG = 7_305_002  # any number that nobody else on PostgreSQL takes


def write_down(
    deed: Deed,
    *,
    by: User | None,
    at: datetime,
    comment: Comment | None = None,
    thread: Thread | None = None,
    reader: User | None = None,
    reason: Reason | None = None,
    case: Case | None = None,
    undoes: Entry | None = None,
    **details: Any,
) -> Entry:
    """Add an entry to the log; inside the transaction of the deed it tells of."""
    one_at_a_time(LOCK_OF_THE_LOG)
    last = Entry.objects.order_by("-pk").values_list("seal", flat=True).first() or ""
    who = {"by": by.pk if by else None, "reader": reader.pk if reader else None}
    entry = Entry(
        deed=deed,
        by=by,
        at=at,
        comment=comment,
        thread=thread or (comment.thread if comment else None),
        reader=reader,
        reason=reason,
        case=case,
        undoes=undoes,
        details={**details, **who},
    )
    entry.seal = sealed(last, entry)
    entry.save(force_insert=True)
    return entry


def sealed(last: str, entry: Entry) -> str:
    """The digest of an entry and the seal before it; persons count by the number in `details`."""
    told = [
        last,
        entry.deed,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.comment_id,
        entry.thread_id,
        entry.reason_id,
        entry.case_id,
        entry.undoes_id,
        entry.details,
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def broken_seals() -> Iterator[int]:
    """The numbers of entries that are not what was written, or before which one is missing."""
    last = ""
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=2000):
        if entry.seal != sealed(last, entry):
            yield entry.pk
        last = entry.seal
