"""The team notes something for itself; readers never see it, but may ask for what is about them."""

from datetime import datetime

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment, Note


def note(
    *,
    text: str,
    by: User,
    now: datetime,
    comment: Comment | None = None,
    reader: User | None = None,
) -> Note | None:
    """About a comment, a reader, or for whoever comes next; None where there is no word in it."""
    if not text:
        return None
    return Note.objects.create(comment=comment, reader=reader, text=text, by=by, at=now)
