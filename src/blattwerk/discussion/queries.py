"""What readers ask of a discussion. No question takes longer in a longer thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, Subquery, Value
from wagtail.models import Page

from blattwerk.discussion.errors import NoSuchComment, NoSuchThread
from blattwerk.discussion.models import Comment, Thread
from blattwerk.discussion.models.comment import CommentQuerySet
from blattwerk.discussion.order import Cursor, Order, after, cursor_of
from blattwerk.newsroom.models import Article

TOPS = 50
REPLIES = 10  # of each top comment, on a thread's page
ALL_REPLIES = 100  # shown on a thread's page at most, or two of each
BRANCH = 50  # replies on a comment's own page
NEWER = 50
MOST_PICKS = 12
REPLY, PICK = "reply", "pick"  # for what a row was asked, where one question asks for both
SHOWN_FIELDS = (
    *("thread_id", "parent_id", "root_id", "text", "state", "public_at", "edited_at", "cut_at"),
    *("picked_at", "recommended", "place", "replies", "writer__public_name"),
)


@dataclass(frozen=True, slots=True)
class Discussion:
    """A thread with its page. `newest` is the number of the comment that came out last, or 0."""

    thread: Thread
    page: Page
    newest: int

    @property
    def number(self) -> int:
        return self.thread.number


@dataclass(frozen=True, slots=True)
class Reply:
    """A comment below another; `to` is what it answers, unless that is the top one."""

    comment: Comment
    to: Comment | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A top comment and the first of its replies."""

    comment: Comment
    replies: Sequence[Reply] = ()

    @property
    def further(self) -> int:
        """How many replies are left out."""
        return self.comment.replies - len(self.replies)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a thread; `next` leads on, `picks` come first on the first page."""

    order: Order
    branches: Sequence[Branch]
    next: Cursor | None
    picks: Sequence[Comment] = ()


@dataclass(frozen=True, slots=True)
class BranchPage:
    """A top comment with replies from after the place `start`; None where there are no others."""

    branch: Branch
    start: int
    before: int | None
    next: int | None


@dataclass(frozen=True, slots=True)
class Newer:
    """What came out after a comment, the oldest first; `more` says that there is still more."""

    replies: Sequence[Reply] = field(default_factory=list)
    more: bool = False

    @property
    def newest(self) -> int:
        return self.replies[-1].comment.pk if self.replies else 0


def discussion_of(number: int) -> Discussion:
    """The thread under a page that readers can open, begun or not. Raises NoSuchThread."""
    article = (
        Article.objects.filter(pk=number, live=True)
        .select_related("thread", "section")
        .defer("body")
        .annotate(newest_comment=_newest())
        .first()
    )
    if article is not None:
        thread = getattr(article, "thread", None) or _unborn(article)
        return Discussion(thread, article, article.newest_comment or 0)
    other = Thread.objects.select_related("page").annotate(newest_comment=_newest("pk"))
    found = other.filter(pk=number, page__live=True).first()
    if found is None or found.page is None:
        raise NoSuchThread
    return Discussion(found, found.page, found.newest_comment or 0)


def listing(number: int, order: Order, cursor: Cursor | None) -> Listing:
    """One page of a thread, in four questions at most."""
    tops = _shown().filter(thread_id=number, root=None, public_at__isnull=False)
    found = after(tops, order, cursor, TOPS + 1)
    shown = found[:TOPS]
    picked = _picked(number) if cursor is None else Comment.objects.none()
    rows: list[Any] = list(_first_replies(shown).union(picked, all=True))
    return Listing(
        order=order,
        branches=_branches(shown, [row for row in rows if row.asked_as == REPLY]),
        next=cursor_of(shown[-1], order) if len(found) > TOPS else None,
        picks=_newest_picks(row for row in rows if row.asked_as == PICK),
    )


def branch_page(number: int, start: int | None) -> tuple[Comment, BranchPage]:
    """A comment and the part of its branch in which it stands, or that after the place `start`.

    Raises NoSuchComment.
    """
    rows = _shown().filter(public_at__isnull=False).select_related("root__writer", "writer")
    comment = rows.filter(pk=number, thread__page__live=True).only(*SHOWN_FIELDS, *_OF_ROOT).first()
    if comment is None:
        raise NoSuchComment
    root = comment.root or comment
    if start is None:
        start = ((comment.place or 1) - 1) // BRANCH * BRANCH
    below = _shown().filter(root=root, place__gt=start, place__isnull=False)
    found = list(below.order_by("place")[: BRANCH + 1])
    shown = found[:BRANCH]
    return comment, BranchPage(
        branch=Branch(root, _with_parents(shown)),
        start=start,
        before=max(0, start - BRANCH) if start else None,
        next=shown[-1].place if len(found) > BRANCH else None,
    )


def newer(number: int, than: int) -> Newer:
    """What came out in a thread after a comment of it, or from its beginning. Raises NoSuchComment
    for one that is no comment of the thread's.
    """
    rows = _shown().filter(thread_id=number, public_at__isnull=False)
    found: list[Comment] = []
    if than:
        last = Comment.objects.filter(pk=than, thread_id=number).only("public_at").first()
        if last is None or last.public_at is None:
            raise NoSuchComment
        found = after(rows, Order.OLDEST, cursor_of(last, Order.OLDEST), NEWER + 1)
    else:
        found = after(rows, Order.OLDEST, None, NEWER + 1)
    return Newer(_with_parents(found[:NEWER]), more=len(found) > NEWER)


def turn_of(number: int) -> int | None:
    """Counts what readers can see of a thread; None where there is none that they can open."""
    turns = Thread.objects.filter(pk=number, page__live=True).values_list("turn", flat=True)
    return turns.first()


def comments_under(page: Page) -> int:
    """How many comments readers can read under a page."""
    thread = getattr(page, "thread", None) if page.pk else None
    return thread.comments if thread else 0


_OF_ROOT = tuple(f"root__{name}" for name in SHOWN_FIELDS)


def _shown() -> CommentQuerySet:
    return Comment.objects.select_related("writer").only(*SHOWN_FIELDS)


def _newest(outer: str = "pk") -> Subquery:
    rows = Comment.objects.filter(thread_id=OuterRef(outer), public_at__isnull=False)
    return Subquery(rows.order_by("-public_at", "-id").values("pk")[:1])


def _unborn(page: Page) -> Thread:
    return Thread(number=page.pk, page=page, title=page.title[:255])


def _picked(number: int) -> CommentQuerySet:
    rows = _shown().filter(thread_id=number, picked_at__isnull=False)
    return rows.annotate(asked_as=Value(PICK))


def _newest_picks(picks: Iterable[Comment]) -> list[Comment]:
    found = sorted(picks, key=lambda each: (each.picked_at, each.pk), reverse=True)
    return found[:MOST_PICKS]


def _first_replies(tops: Sequence[Comment]) -> CommentQuerySet:
    """The first replies of each: ten, or fewer where many have many."""
    most = next((n for n in (REPLIES, 5, 3) if _sum(tops, n) <= ALL_REPLIES), 2)
    answered = [top.pk for top in tops if top.replies]
    rows = _shown().filter(root_id__in=answered, place__lte=most)
    return rows.annotate(asked_as=Value(REPLY))


def _sum(tops: Sequence[Comment], most: int) -> int:
    return sum(min(top.replies, most) for top in tops)


def _branches(tops: Sequence[Comment], replies: Iterable[Comment]) -> list[Branch]:
    below: dict[int, list[Comment]] = {top.pk: [] for top in tops}
    for reply in sorted(replies, key=lambda each: each.place or 0):
        below[reply.root_id or 0].append(reply)
    return [Branch(top, _named(below[top.pk])) for top in tops]


def _named(replies: Iterable[Comment]) -> list[Reply]:
    """Replies of one branch from its beginning: what is answered stands among them, or on top."""
    known = {reply.pk: reply for reply in replies}
    return [Reply(reply, known.get(reply.parent_id or 0)) for reply in known.values()]


def _with_parents(comments: Sequence[Comment]) -> list[Reply]:
    """The same for replies from anywhere: what they answer is asked for."""
    wanted = {each.parent_id for each in comments if each.parent_id != each.root_id}
    parents = _shown().in_bulk([pk for pk in wanted if pk]) if wanted else {}
    return [Reply(each, parents.get(each.parent_id or 0)) for each in comments]
