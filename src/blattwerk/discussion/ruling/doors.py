"""Who sets what: the team's lead everything, a section's editors a little of their own pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.models import Page

from blattwerk.discussion.team import leads
from blattwerk.newsroom.permissions import branches_of


def may_rule(user: Any, page: Page) -> bool:
    """Whether the person may close, keep open or switch off the discussion under a page."""
    if not user.is_active:
        return False
    return leads(user) or page.path.startswith(branches_of(user, "change"))


def page_to_rule(user: Any, number: int) -> Page:
    """The page of that number. Raises Http404, PermissionDenied."""
    page = Page.objects.filter(pk=number, depth__gt=1).first()
    if page is None:
        raise Http404
    if not may_rule(user, page):
        raise PermissionDenied
    return page.specific_deferred
