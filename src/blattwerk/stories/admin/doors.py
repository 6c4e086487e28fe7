"""Who comes to the story desk, and who may say where an article belongs.

The desk is for those who hold `stories.change_story`. Where an article stands is decided by those
who may edit it; stories themselves, which span sections, by everybody at the desk.
"""

from typing import Any, override

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.generic import View

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.permissions import branches_of

RIGHT = "stories.change_story"


def may_come(user: Any) -> bool:
    """Whether the person works at the story desk."""
    return bool(user.has_perm(RIGHT))


def may_place(user: Any, article: Article) -> bool:
    """Whether the person may say where this article belongs."""
    return may_come(user) and article.path.startswith(branches_of(user, "change"))


def article_to_place(user: Any, number: int) -> Article:
    """The article of that number. Raises Http404, PermissionDenied."""
    article = Article.objects.filter(pk=number).defer("body").first()
    if article is None:
        raise Http404
    if not may_place(user, article):
        raise PermissionDenied
    return article


class AtTheDesk(View):
    """Opens to those who work at the story desk."""

    @override
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_come(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def signed(self) -> dict[str, Any]:
        """Who decides, and when."""
        return {"by": self.request.user, "now": timezone.now()}
