"""Who may see and say what about which article's topics.

Seeing needs any right in the article's section; assigning, accepting and refusing the right to
change articles there. Topics themselves: desks take them up, chiefs rename, merge and delete them.
"""

from typing import Any, override

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import View

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.permissions import branches_of
from blattwerk.newsroom.queries import articles_open_to
from blattwerk.topics.models import Suggestion, SuggestionState

ASSIGN = "topics.add_assignment"
ADD = "topics.add_topic"
RENAME = "topics.rename_topic"
MERGE = "topics.merge_topic"


def may_assign(user: Any, article: Article) -> bool:
    """Whether the person says what this article is about."""
    return bool(user.has_perm(ASSIGN) and article.path.startswith(branches_of(user, "change")))


def article_to_see(user: Any, number: int) -> Article:
    """The article, for those who work in its section. Raises Http404, PermissionDenied."""
    article = Article.objects.filter(pk=number).first()
    if article is None:
        raise Http404
    if not article.path.startswith(branches_of(user)):
        raise PermissionDenied
    return article


def article_to_assign(user: Any, number: int) -> Article:
    """The article, for those who may assign. Raises Http404, PermissionDenied."""
    article = article_to_see(user, number)
    if not may_assign(user, article):
        raise PermissionDenied
    return article


def articles_in_question(user: Any) -> ArticleQuerySet:
    """Published articles of the person's sections about which something is open, newest first."""
    asked = Suggestion.objects.filter(state=SuggestionState.OPEN).values("article_id")
    articles: ArticleQuerySet = articles_open_to(user).live().filter(pk__in=asked)
    return articles.newest_first()


class ForThoseAtWork(View):
    """Opens to those who have any right in any section, or `right` where it is set."""

    right = ""

    @override
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = request.user
        if not (user.has_perm(self.right) if self.right else branches_of(user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
