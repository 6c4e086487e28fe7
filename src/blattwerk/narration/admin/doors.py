"""Who may see and change the narration of which pages, and come to which of the admin's pages.

Seeing needs any right in the page's section, changing the right to publish there: what is heard is
published.
"""

from typing import Any, override

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import View
from wagtail.models import Page

from blattwerk.narration.models import Narration
from blattwerk.newsroom.permissions import branches_of, holds_at_paper
from blattwerk.newsroom.queries import articles_open_to

WORDS = ("narration.add_pronunciation", "narration.change_pronunciation")
VOICES = "narration.change_voicechoice"


def may_see(user: Any, page: Page) -> bool:
    """Whether the person has any right where the page stands."""
    return bool(page.path.startswith(branches_of(user)))


def may_act(user: Any, page: Page) -> bool:
    """Whether the person may publish there."""
    return bool(page.path.startswith(branches_of(user, "publish")))


def page_to_see(user: Any, number: int) -> Page:
    """The page as its own kind. Raises Http404, PermissionDenied."""
    page = Page.objects.filter(pk=number).first()
    if page is None:
        raise Http404
    if not may_see(user, page):
        raise PermissionDenied
    found: Page = page.specific
    if not hasattr(found, "speech_units"):
        raise Http404
    return found


def page_to_act_on(user: Any, number: int) -> Page:
    """The page as its own kind, for somebody who may publish there."""
    page = page_to_see(user, number)
    if not may_act(user, page):
        raise PermissionDenied
    return page


def queue_open_to(user: Any) -> QuerySet[Narration]:
    """The rows of the queue that the person may see."""
    rows = Narration.objects.all()
    if holds_at_paper(branches_of(user)):
        return rows
    return rows.filter(page_id__in=articles_open_to(user).order_by().values("pk"))


class ForThoseAtWork(View):
    """Opens to those who have any right in any section, or `right` where it is set."""

    right = ""

    @override
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = request.user
        if not (user.has_perm(self.right) if self.right else branches_of(user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
