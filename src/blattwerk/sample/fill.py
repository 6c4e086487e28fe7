"""Fill threads at once: what is read alike goes in by the hundred, what is rare by its deed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from uuid import uuid4

from blattwerk.accounts.models import User
from blattwerk.discussion.help.model import shipped
from blattwerk.discussion.models import Case, Comment, Recommendation, Thread
from blattwerk.discussion.need import turn_at
from blattwerk.discussion.words import hits
from blattwerk.newsroom.models import Article
from blattwerk.sample.fates import (
    READ,
    READ_AFTER,
    RESTRICTED,
    Cast,
    Posted,
    came_out,
    steps_of,
)
from blattwerk.sample.redress import redress_of
from blattwerk.sample.remarks import Remark

WAITING = frozenset({"waits", "word", "rewritten"})
CAUSES = {
    "waits": Case.Cause.NEW,
    "word": Case.Cause.WORD,
    "rewritten": Case.Cause.EDITED,
    "edited": Case.Cause.EDITED,
    "unread": Case.Cause.AFTERWARDS,
    "reported": Case.Cause.REPORT,
    **dict.fromkeys(RESTRICTED, Case.Cause.REPORT),
    "noticed": Case.Cause.NOTICE,
    "endangers": Case.Cause.DANGER,
}


def fill(
    threads: Iterable[tuple[Article, list[Remark]]],
    *,
    at_once: Collection[int],
    cast: Cast,
    now: datetime,
) -> None:
    """Put the remarks under their articles and do to each what became of it, in order of time.

    `at_once` numbers the articles where comments appear before they are read.
    """
    posted: list[Posted] = []
    for article, said in threads:
        posted += _thread(article, said, cast, now, at_once=article.pk in at_once)
    _save(posted, cast, now)
    steps = [
        step
        for each in posted
        for step in (*steps_of(each, cast, now), *redress_of(each, cast, now))
    ]
    for _moment, deed in sorted(steps, key=lambda step: step[0]):
        deed()


def _thread(
    article: Article, said: list[Remark], cast: Cast, now: datetime, *, at_once: bool
) -> list[Posted]:
    thread = Thread(number=article.pk, page_id=article.pk, title=article.title[:255])
    posted: list[Posted] = []
    for remark in said:
        comment = _comment(remark, thread, cast.readers[remark.by])
        comment.sent_at = remark.sent_at(article.published_at or now, now)
        comment.policy = "post" if at_once else "pre"
        if remark.fate not in WAITING:
            comment.state = Comment.State.PUBLIC
            comment.public_at = min(comment.sent_at + (not at_once) * READ_AFTER, now)
        generation = 0
        if remark.depth:
            top = next(each for each in reversed(posted) if not each.remark.depth)
            answered = posted[-1] if remark.depth > 1 else top
            comment.root, comment.parent = top.comment, answered.comment
            generation = answered.generation + 1
        posted.append(Posted(remark, comment, generation))
    _count(thread, [each.comment for each in posted])
    thread.save()
    return posted


def _comment(remark: Remark, thread: Thread, writer: User) -> Comment:
    text = remark.written
    return Comment(
        thread=thread,
        writer=writer,
        text=text,
        state=Comment.State.WAITING,
        recommended=remark.recommended,
        score=shipped().score(text),
        key=uuid4(),
    )


def _count(thread: Thread, comments: Sequence[Comment]) -> None:
    """What `placing` counts, one by one, when comments come out one by one."""
    public = sorted((each for each in comments if each.public_at), key=came_out)
    for comment in public:
        if comment.root is not None:
            comment.root.replies += 1
            comment.place = comment.root.replies
    thread.comments = thread.turn = len(public)
    thread.last_at = came_out(public[-1])


def _generation(posted: Posted) -> int:
    return posted.generation


def _save(posted: list[Posted], cast: Cast, now: datetime) -> None:
    in_turn = sorted(posted, key=_generation)
    for _number, same in groupby(in_turn, key=_generation):
        comments = [each.comment for each in same]
        for comment in comments:  # their numbers are known now
            comment.parent, comment.root = comment.parent, comment.root
        Comment.objects.bulk_create(comments)
    for each in posted:
        each.case = _case(each, cast.moderator, now)
    Case.objects.bulk_create(each.case for each in posted if each.case)
    Recommendation.objects.bulk_create(_recommendations(posted, list(cast.readers.values())))


def _case(posted: Posted, moderator: User, now: datetime) -> Case | None:
    comment, fate = posted.comment, posted.remark.fate
    if fate == "deleted":
        return None
    usual = Case.Cause.AFTERWARDS if comment.policy == "post" else Case.Cause.NEW
    case = Case(comment=comment, cause=CAUSES.get(fate, usual), opened_at=comment.sent_at)
    case.turn_at = turn_at(case.cause, case.opened_at, comment.score)
    if case.cause == Case.Cause.WORD:
        case.words = hits(comment.text)
    if fate in READ:
        case.closed_at, case.closed_by = min(comment.sent_at + READ_AFTER, now), moderator
    return case


def _recommendations(posted: list[Posted], readers: list[User]) -> Iterator[Recommendation]:
    for number, each in enumerate(posted):
        others = [reader for reader in readers if reader != each.comment.writer]
        for step in range(each.remark.recommended):
            reader = others[(number + step) % len(others)]
            at = came_out(each.comment)
            yield Recommendation(comment=each.comment, reader=reader, at=at)
