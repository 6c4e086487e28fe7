"""`{% discussion_under article %}`, `{{ article|comments_under }}`, `{{ text|as_typed }}`."""

import re
from functools import cache
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from blattwerk.common.made_of import made_of
from blattwerk.discussion.current import state_and_end
from blattwerk.discussion.models import Comment
from blattwerk.discussion.pages.plain import marked_up
from blattwerk.discussion.queries import comments_under
from blattwerk.discussion.rules.state import Kind
from blattwerk.discussion.tags import tags_of
from blattwerk.discussion.told import notice
from blattwerk.discussion.worded import worded

register = template.Library()

NUMBER, ADDRESS, ROOM, VOTES = BLANKS = ("@number@", "@address@", "@room@", "@votes@")
_BLANK = re.compile("|".join(BLANKS))

register.filter("comments_under", comments_under)
register.filter("as_typed", marked_up)


@register.inclusion_tag("discussion/pages/under.html", takes_context=True)
def discussion_under(context: Context, page: Page) -> dict[str, Any]:
    """The discussion's place on a page: heading, count, state, and what fetches the rest."""
    if not page.pk or not page.live:
        return {}
    count = comments_under(page)
    now = timezone.now()
    state, end = state_and_end(page, now)
    if request := context.get("request"):
        made_of(request, *tags_of(page.pk), until=end)
    return {
        "number": page.pk,
        "count": count,
        "state": state,
        "words": f"{worded(state, now)} {notice(state)}",
        "begun": count > 0 or state.kind is not Kind.OFF,
    }


@register.simple_tag
def deeds(comment: Comment, room: str, open: bool) -> SafeString:  # noqa: A002  # as pages say it
    """What a reader can do with a comment, as plain links.

    The same for all but for four words, and on a page a hundred times: rendered once, filled in.
    """
    made = _deeds(get_language() or "de", bool(open), comment.writer_id is not None)
    votes = f" <b>{comment.recommended}</b>" if comment.recommended else ""
    filled = {
        NUMBER: str(comment.pk),
        ADDRESS: comment.get_absolute_url(),
        ROOM: room,
        VOTES: votes,
    }
    return mark_safe(_BLANK.sub(lambda found: filled[found[0]], made))  # noqa: S308  # our own words


@cache
def _deeds(_language: str, open_: bool, writer: bool) -> str:
    blanks = {"number": NUMBER, "address": ADDRESS, "room": ROOM, "votes": VOTES}
    shown = {**blanks, "open": open_, "writer": writer}
    return render_to_string("discussion/pages/deeds.html", shown)


@register.filter
def gone(comment: Comment) -> str:
    """The line that stands where a comment stood; "" for one that can be read."""
    return {
        Comment.State.HELD: _("The community team is looking at this comment again."),
        Comment.State.REMOVED: _("The community team has removed this comment."),
        Comment.State.DELETED: _("The writer has deleted this comment."),
        Comment.State.ERASED: _("This comment was erased together with its writer's account."),
    }.get(Comment.State(comment.state), "")


@register.filter
def same(comment: Comment, other: Comment) -> bool:
    return comment.pk == other.pk
