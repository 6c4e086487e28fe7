"""A reader does not want to read another one, or does again."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import NoSuchComment, OwnComment
from blattwerk.discussion.models import Comment, Mute


@transaction.atomic
def mute(*, comment_id: int, reader: User, now: datetime, wanted: bool | None = None) -> bool:
    """Mute (`wanted`) or hear again (False) who wrote this comment; the other of what is (None).

    Whether the writer is muted now. Who wrote what is gone is nobody's business any more. Raises
    NoSuchComment, OwnComment.
    """
    User.objects.select_for_update().get(pk=reader.pk)  # two clicks of one reader take turns
    comment = Comment.objects.readable().filter(pk=comment_id).first()
    if comment is None or comment.writer_id is None:
        raise NoSuchComment
    if comment.writer_id == reader.pk:
        raise OwnComment
    present = Mute.objects.filter(reader=reader, muted_id=comment.writer_id)
    was = present.exists()
    wished = not was if wanted is None else wanted
    if wished and not was:
        Mute.objects.create(reader=reader, muted_id=comment.writer_id, at=now)
    elif was and not wished:
        present.delete()
    return wished


def hear_again(*, writer_id: int, reader: User) -> None:
    """The reader wants to read this writer again."""
    Mute.objects.filter(reader=reader, muted_id=writer_id).delete()
