"""Lists in pages: `?seite=3`."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.models.article import ArticleQuerySet

PER_PAGE = 20
LAST_PAGE = 500


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A page among pages; counting is left out, since it costs with all there is."""

    number: int
    has_next: bool

    @property
    def newer(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def older(self) -> int | None:
        return self.number + 1 if self.has_next and self.number < LAST_PAGE else None


@dataclass(frozen=True, kw_only=True)
class Shown(Numbered):
    """One page of a list of articles."""

    articles: list[Article]


def page_of(articles: ArticleQuerySet, request: HttpRequest) -> Shown:
    """The page that the address asks for. Raises Http404 for one that cannot be."""
    number = number_of_page(request)
    start = (number - 1) * PER_PAGE
    found = list(articles[start : start + PER_PAGE + 1])
    if not found and number > 1:
        raise Http404
    has_next = len(found) > PER_PAGE
    return Shown(articles=found[:PER_PAGE], number=number, has_next=has_next)


def number_of_page(request: HttpRequest) -> int:
    """The number that the address asks for. Raises Http404 for one that cannot be."""
    text = request.GET.get("seite", "1")
    plain = text.isascii() and text.isdigit() and len(text) <= 6
    if not plain or not 1 <= int(text) <= LAST_PAGE:
        raise Http404
    return int(text)
