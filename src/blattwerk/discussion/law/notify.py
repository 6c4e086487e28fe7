"""Somebody says that comments break the law or the house rules."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.errors import NoSuchComment, OwnComment
from blattwerk.discussion.law.categories import WITHOUT_NAME
from blattwerk.discussion.law.errors import IncompleteNotice
from blattwerk.discussion.law.limits import has_had_enough
from blattwerk.discussion.law.mails import tell_receipt
from blattwerk.discussion.models import Case, Comment, Notice, NoticeItem

MOST_COMMENTS = 20
Kind = Notice.Kind
CAUSES = {
    Kind.RULES: Case.Cause.REPORT,
    Kind.LAW: Case.Cause.NOTICE,
    Kind.DANGER: Case.Cause.DANGER,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a notice says; `name` and `mail` may be empty where the Act lets them be."""

    kind: str
    why: str = ""
    category: str = ""
    law: str = ""
    name: str = ""
    mail: str = ""
    good_faith: bool = False

    def refuse_gaps(self, *, by_reader: bool) -> None:
        """What Art. 16(2) asks of a notice of illegal content. Raises IncompleteNotice."""
        if not self.why.strip() and not (by_reader and self.kind == Kind.RULES):
            raise IncompleteNotice("why", _("Say in a few words what is wrong with it."))
        if self.kind != Kind.LAW:
            return
        if self.category not in WITHOUT_NAME and not by_reader:
            if not self.name.strip():
                raise IncompleteNotice("name", _("The law asks for your name here."))
            if not self.mail:
                raise IncompleteNotice("mail", _("The law asks for your e-mail address here."))
        if not self.good_faith:
            raise IncompleteNotice(
                "good_faith", _("Confirm that you believe what you tell us to be true.")
            )


@transaction.atomic
def give_notice(
    *,
    comment_ids: Sequence[int],
    said: Said,
    now: datetime,
    reader: User | None = None,
    language: str = "de",
) -> Notice:
    """Keep it, acknowledge it, and have a person look at each of the comments.

    What a reader has reported already and nobody has decided yet is not reported twice; the notice
    that stands is returned. Where an address is named again and again, it is no longer mailed to:
    anybody can name it. Raises NoSuchComment, OwnComment, IncompleteNotice.
    """
    said.refuse_gaps(by_reader=reader is not None)
    comments = _comments(comment_ids, reader)
    known = _reported_already(comments, reader, said.kind)
    fresh = [comment for comment in comments if comment.pk not in known]
    if not fresh:
        return known[comments[0].pk]
    notice = Notice.objects.create(
        kind=said.kind,
        category=said.category,
        law=said.law,
        why=said.why,
        name=said.name,
        mail="" if reader else said.mail,
        unmailed=reader is None and has_had_enough(said.mail, now),
        reader=reader,
        good_faith=said.good_faith,
        language=language,
        token=secrets.token_urlsafe(32),
        at=now,
    )
    for comment in fresh:
        NoticeItem.objects.create(notice=notice, comment=comment)
        open_case(comment, CAUSES[Kind(said.kind)], now)
    tell_receipt(notice)
    return notice


def _comments(numbers: Sequence[int], reader: User | None) -> list[Comment]:
    """The comments as readers can see them, locked, so that one case is opened for each."""
    wanted = sorted(set(numbers))[:MOST_COMMENTS]
    public = Comment.objects.readable().filter(pk__in=wanted)
    found = list(public.select_for_update(of=("self",)).order_by("pk"))
    if not found or len(found) < len(wanted):
        raise NoSuchComment
    if reader is not None and any(comment.writer_id == reader.pk for comment in found):
        raise OwnComment
    return found


def _reported_already(comments: list[Comment], reader: User | None, kind: str) -> dict[int, Notice]:
    """Of the same kind: who has reported it may still say that it is illegal, or dangerous."""
    if reader is None:
        return {}
    items = NoticeItem.objects.filter(
        notice__reader=reader,
        notice__kind=kind,
        comment__in=comments,
        outcome=NoticeItem.Outcome.OPEN,
    )
    return {item.comment_id: item.notice for item in items.select_related("notice")}
