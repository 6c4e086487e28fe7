"""Threats to somebody's life or safety, told to the authorities (Art. 18)."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.errors import NoSuchComment
from blattwerk.discussion.law.errors import NoWords, ToldAlready
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Case, Comment, Danger, Deed
from blattwerk.discussion.text import cleaned, is_readable

LONGEST = 4000
LONGEST_AUTHORITY = 200


@transaction.atomic
def note_danger(*, comment_id: int, facts: str, by: User, now: datetime) -> Danger:
    """Write down that a comment gives rise to a suspicion. Its text is kept until an authority was
    told. Raises NoSuchComment, NoWords."""
    said = cleaned(facts)[:LONGEST]
    if not is_readable(said):
        raise NoWords
    rows = Comment.objects.select_for_update(of=("self",)).select_related("thread", "writer")
    comment = rows.filter(pk=comment_id).first()
    if comment is None:
        raise NoSuchComment
    danger = Danger.objects.create(comment=comment, facts=said, noted_at=now, noted_by=by)
    if comment.state in Comment.STANDING:
        open_case(comment, Case.Cause.DANGER, now)
    write_down(Deed.DANGER, by=by, at=now, comment=comment, danger=danger.pk, step="noted")
    return danger


@transaction.atomic
def tell_authority(*, danger_id: int, authority: str, by: User, now: datetime) -> Danger:
    """Write down who was told, when, and by whom; the telling itself is a person's. Raises
    ToldAlready, NoWords, Danger.DoesNotExist."""
    told = " ".join(cleaned(authority).split())[:LONGEST_AUTHORITY]
    if not told:
        raise NoWords
    danger = Danger.objects.select_for_update(of=("self",)).get(pk=danger_id)
    if danger.told_at is not None:
        raise ToldAlready
    danger.authority, danger.told_at, danger.told_by = told, now, by
    danger.save(update_fields=["authority", "told_at", "told_by"])
    write_down(
        Deed.DANGER,
        by=by,
        at=now,
        comment=danger.comment,
        danger=danger.pk,
        step="told",
        authority=told,
    )
    return danger
