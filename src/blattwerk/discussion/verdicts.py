"""What the team decided, as the help for moderators learns from it: texts without persons."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import batched, groupby

from django.utils import timezone

from blattwerk.discussion.help.train import Verdict
from blattwerk.discussion.models import Comment, Deed, Entry, Version

APPROVALS = (Deed.APPROVE, Deed.RESTORE, Deed.DISMISS)
REFUSALS = (Deed.REJECT, Deed.REMOVE, Deed.CUT)
AT_ONCE = 500  # comments
State = Comment.State
Ended = Version.Ended


def verdicts() -> Iterator[Verdict]:
    """One for each comment that somebody decided on and whose text is still kept.

    The newest decision that was not undone counts. Of what was cut, the text before is refused; the
    team's own mark in what is left teaches nothing. A text that its writer changed after it was
    approved has no verdict. `at` is the day of the decision on the paper's clock.
    """
    for some in batched(_decided(), AT_ONCE):
        former = _former(some)
        for decisions in some:
            verdict = _verdict(decisions, former.get(_number(decisions[-1]), []))
            if verdict is not None:
                yield verdict


def _decided() -> Iterator[list[Entry]]:
    """The decisions of people about each comment, oldest first."""
    standing = Entry.objects.filter(
        deed__in=(*APPROVALS, *REFUSALS),
        undone_by=None,
        comment__state__in=(State.PUBLIC, State.REJECTED, State.REMOVED),
    )
    fields = ("deed", "at", "details", "comment__state", "comment__text")
    rows = standing.select_related("comment").only(*fields).order_by("comment", "pk")
    # The number in `details` outlives the login of who decided.
    by_people = (row for row in rows.iterator(chunk_size=2000) if row.details.get("by"))
    return (list(same) for _comment, same in groupby(by_people, key=_number))


def _number(entry: Entry) -> int | None:
    return entry.comment_id


def _former(some: Sequence[list[Entry]]) -> dict[int | None, list[Version]]:
    """The texts that these comments had before."""
    found: dict[int | None, list[Version]] = {}
    numbers = [decisions[-1].comment_id for decisions in some]
    for version in Version.objects.filter(comment__in=numbers):
        found.setdefault(version.comment_id, []).append(version)
    return found


def _verdict(decisions: Sequence[Entry], former: Sequence[Version]) -> Verdict | None:
    newest = decisions[-1]
    comment = newest.comment
    cut = _cut(decisions)
    if comment is None:
        return None
    if cut is not None:
        number = cut.details["before"]["version"]
        text = next((version.text for version in former if version.pk == number), "")
        return _line(text, cut, rejected=True)
    if newest.deed in REFUSALS:
        return _line("" if comment.is_public else comment.text, newest, rejected=True)
    edited = any(each.ended == Ended.EDITED and each.at >= newest.at for each in former)
    stands = comment.is_public and not edited
    return _line(comment.text if stands else "", newest, rejected=False)


def _cut(decisions: Sequence[Entry]) -> Entry | None:
    """The first that still stands: only the text before it is the writer's own alone."""
    given_back = {entry.details.get("uncut") for entry in decisions}
    cuts = (entry for entry in decisions if entry.deed == Deed.CUT)
    return next((cut for cut in cuts if cut.details["before"]["version"] not in given_back), None)


def _line(text: str, entry: Entry, *, rejected: bool) -> Verdict | None:
    """None where no text is left."""
    day = timezone.localdate(entry.at)
    at = datetime.combine(day, time.min, UTC)
    return Verdict(text=text, rejected=rejected, at=at) if text else None
