"""Questions to the newsroom; nothing here writes."""

from datetime import datetime

from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from blattwerk.newsroom.models.article import ArticleQuerySet


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
