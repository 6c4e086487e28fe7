"""Questions to the newsroom; nothing here writes."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.permissions import branches_of, holds_at_paper


def the_paper() -> Paper:
    """The paper. Raises PaperMissing before it is founded."""
    paper = Paper.objects.first()
    if paper is None:
        raise PaperMissing
    return paper


def sections() -> list[Section]:
    """The published sections in the order of the page tree."""
    return list(Section.objects.live().order_by("path"))


def standing_pages() -> list[StandingPage]:
    """The published standing pages that every footer links, in order."""
    return list(StandingPage.objects.live().filter(in_footer=True).defer("body").order_by("path"))


def published_articles() -> ArticleQuerySet:
    """All articles that readers can read, newest first."""
    articles: ArticleQuerySet = Article.objects.live().newest_first()
    return articles


def articles_of_section(section: Section) -> ArticleQuerySet:
    """A section's published articles, newest first."""
    return published_articles().filter(section=section)


def articles_of_author(author: Author) -> ArticleQuerySet:
    """An author's published articles, newest first."""
    return published_articles().filter(bylines__author=author)


def articles_since(moment: datetime) -> ArticleQuerySet:
    """Articles published at `moment` or later, newest first."""
    return published_articles().filter(published_at__gte=moment)


def sections_open_to(user: Any) -> QuerySet[Section]:
    """The sections in which the user has any right, in the order of the page tree."""
    return _sections_below(branches_of(user))


def sections_to_write_in(user: Any) -> QuerySet[Section]:
    """The sections to which the user may add articles, in the order of the page tree."""
    return _sections_below(branches_of(user, "add"))


def articles_open_to(user: Any) -> ArticleQuerySet:
    """All articles in sections where the user has any right, drafts too."""
    articles: ArticleQuerySet = Article.objects.all()
    if holds_at_paper(branches_of(user)):
        return articles
    return articles.filter(section__in=sections_open_to(user).order_by().values("pk"))


def _sections_below(branches: tuple[str, ...]) -> QuerySet[Section]:
    below = Q(pk__in=[])
    for branch in branches:
        below |= Q(path__startswith=branch)
    return Section.objects.filter(below).order_by("path")
