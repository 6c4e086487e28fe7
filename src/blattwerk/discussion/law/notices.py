"""Notices and reports: what becomes of them when a comment is decided (Art. 16)."""

from blattwerk.discussion.models import Comment, Entry, Notice, NoticeItem


def settle_notices(
    *, comment: Comment, entry: Entry, outcome: NoticeItem.Outcome, reasons: str
) -> None:
    """All open notices of a comment are decided by this entry."""
    items = NoticeItem.objects.filter(comment=comment, outcome=NoticeItem.Outcome.OPEN)
    numbers = list(items.values_list("notice_id", flat=True))
    items.update(outcome=outcome, reasons=reasons, entry=entry, decided_at=entry.at)
    still_open = NoticeItem.objects.filter(
        notice_id__in=numbers, outcome=NoticeItem.Outcome.OPEN
    ).values("notice_id")
    Notice.objects.filter(pk__in=numbers).exclude(pk__in=still_open).update(decided_at=entry.at)


def reopen_notices(entry: Entry) -> None:
    """The decision about them was taken back."""
    items = NoticeItem.objects.filter(entry=entry)
    Notice.objects.filter(pk__in=items.values("notice_id")).update(decided_at=None)
    items.update(outcome=NoticeItem.Outcome.OPEN, reasons="", entry=None, decided_at=None)
