"""Public pages of a discussion: parse, ask, answer. None of them looks at who asks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.common.numbered import MOST_DIGITS, number_in
from blattwerk.common.until import within
from blattwerk.discussion.errors import NoSuchComment, NoSuchThread
from blattwerk.discussion.order import (
    NAMES,
    BadCursor,
    Cursor,
    Order,
    cursor_before,
    read_cursor,
)
from blattwerk.discussion.pages.closing import Standing, leads_of, standing_of
from blattwerk.discussion.queries import (
    Discussion,
    Listing,
    branch_page,
    discussion_of,
    listing,
    newer,
    turn_of,
)
from blattwerk.discussion.tags import tags_of


@require_safe
def thread(request: HttpRequest, number: int) -> HttpResponse:
    """The whole discussion, a page at a time."""
    context = _room(request, number)
    return render(request, "discussion/pages/thread.html", context)


@require_safe
def thread_frame(request: HttpRequest, number: int) -> HttpResponse:
    """The same for the article's page, which fetches it when its reader comes near."""
    answer = render(request, "discussion/pages/frame.html", _room(request, number))
    return _unlisted(answer)


@require_safe
def thread_newer(request: HttpRequest, number: int) -> HttpResponse:
    """What came out after a comment; asked again and again, and mostly answered by one number."""
    than = _after(request)
    turn = turn_of(number)
    made_of(request, *tags_of(number))
    etag = f'"{number}-{turn}"'
    if (unchanged := get_conditional_response(request, etag=etag)) is not None:
        return unchanged
    try:
        found = newer(number, than) if turn is not None else None
    except NoSuchComment as error:
        raise Http404 from error
    answer = render(request, "discussion/pages/newer.html", {"newer": found, "number": number})
    answer.headers["ETag"] = etag
    return _unlisted(answer)


@require_safe
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """One comment with what was written above and below it."""
    start = _start(request)
    try:
        found, page = branch_page(pk, start)
        discussion = discussion_of(found.thread_id)
    except (NoSuchComment, NoSuchThread) as error:
        raise Http404 from error
    standing = standing_of(discussion.page, timezone.now())
    made_of(request, *tags_of(discussion.number), until=_true_until(standing))
    context = {
        "discussion": discussion,
        "page": discussion.page,
        "comment": found,
        "shown": page,
        "standing": standing,
        "place": cursor_before(page.branch.comment),
    }
    return render(request, "discussion/pages/comment.html", context)


def _room(request: HttpRequest, number: int) -> dict[str, object]:
    """All that a page of the discussion shows. Raises Http404."""
    try:
        discussion = discussion_of(number)
        shown = listing(number, _order(request), _cursor(request))
    except (NoSuchThread, BadCursor) as error:
        raise Http404 from error
    if not shown.branches and "nach" in request.GET:
        raise Http404
    standing = _standing(discussion)
    made_of(request, *tags_of(number), *_led_to(standing), until=_true_until(standing))
    return {
        "discussion": discussion,
        "page": discussion.page,
        "shown": shown,
        "orders": _orders(shown),
        "first": "nach" not in request.GET,
        "standing": standing,
    }


def _standing(discussion: Discussion) -> Standing:
    now = timezone.now()
    found = standing_of(discussion.page, now)
    if found.state.accepts:
        return found
    return replace(found, leads=leads_of(discussion.thread, discussion.page, now))


def _true_until(standing: Standing) -> datetime:
    """Recommendations and the discussions it leads to may be ten minutes old."""
    known = standing.true_until
    soon = within(minutes=10)
    return min(known, soon) if known else soon


def _led_to(standing: Standing) -> Iterator[str]:
    """Open discussions with their counts, and what may bring other ones."""
    if not standing.state.accepts:
        yield from ("articles", "stories", "topics")
    for lead in standing.leads:
        yield f"thread-{lead.page.pk}"


def _orders(shown: Listing) -> list[tuple[Order, object, bool]]:
    return [(order, name, order is shown.order) for order, name in NAMES.items()]


def _order(request: HttpRequest) -> Order:
    try:
        return Order(request.GET.get("reihung", Order.NEWEST))
    except ValueError as error:
        raise Http404 from error


def _cursor(request: HttpRequest) -> Cursor | None:
    text = request.GET.get("nach")
    return None if text is None else read_cursor(text)


def _start(request: HttpRequest) -> int | None:
    text = request.GET.get("nach")
    return None if text is None else _number(text, longest=9)


def _after(request: HttpRequest) -> int:
    return _number(request.GET.get("after", "0"), longest=MOST_DIGITS)


def _number(text: str, *, longest: int) -> int:
    """Raises Http404 for what is no number."""
    number = number_in(text, longest)
    if number is None:
        raise Http404
    return number


def _unlisted(answer: HttpResponse) -> HttpResponse:
    """A part of a page is nothing to be found by itself."""
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
