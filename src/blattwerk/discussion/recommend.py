"""A reader recommends a comment, once, or takes it back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import NoSuchComment, OwnComment
from blattwerk.discussion.models import Comment, Recommendation
from blattwerk.discussion.placing import tell
from blattwerk.discussion.signals import comment_recommended


@dataclass(frozen=True)
class Recommended:
    """How it stands now."""

    recommended: bool  # by this reader
    count: int  # by all


@transaction.atomic
def recommend(
    *, comment_id: int, reader: User, now: datetime, wanted: bool | None = None
) -> Recommended:
    """Recommend it (`wanted`), take that back (False), or the other of what is (None).

    Possible as long as it can be read. The thread's `turn` stays: open pages are not told, who
    opens one sees it.
    Raises NoSuchComment, OwnComment.
    """
    # Its row is locked: clicks on one comment take turns.
    rows = Comment.objects.readable().select_for_update(of=("self",))
    comment = rows.filter(pk=comment_id).first()
    if comment is None:
        raise NoSuchComment
    if comment.writer_id == reader.pk:
        raise OwnComment
    present = Recommendation.objects.filter(comment=comment, reader=reader)
    was = present.exists()
    wished = not was if wanted is None else wanted
    if wished == was:
        return Recommended(was, comment.recommended)
    if wished:
        Recommendation.objects.create(comment=comment, reader=reader, at=now)
    else:
        present.delete()
    step = 1 if wished else -1
    Comment.objects.filter(pk=comment.pk).update(recommended=F("recommended") + step)
    tell(comment_recommended, comment_id=comment.pk, number=comment.thread_id)
    return Recommended(wished, comment.recommended + step)
