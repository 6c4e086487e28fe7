"""A story's course in pages: its chapters, cut where a page is full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from blattwerk.newsroom.models import Article
from blattwerk.reading.pager import Numbered
from blattwerk.stories.queries import ChapterLine

PER_PAGE = 60  # articles; a page ends with the chapter's article that fills it


@dataclass(frozen=True)
class Told:
    """A chapter, or as much of it as stands on one page: its articles, newest first."""

    first_at: datetime
    last_at: datetime
    key_line: str
    parts: int
    articles: Sequence[Article]


@dataclass(frozen=True, kw_only=True)
class Course(Numbered):
    """One page of a story's course, newest first."""

    chapters: list[Told]


def course(lines: Sequence[ChapterLine], number: int) -> Course:
    """The page of that number, from 1; without chapters where there is none."""
    first = (number - 1) * PER_PAGE
    told, place = [], 0
    for line in lines:
        begin, end = max(first - place, 0), max(first + PER_PAGE - place, 0)
        if articles := line.articles[begin:end]:
            told.append(_told(line, articles))
        place += len(line.articles)
    return Course(chapters=told, number=number, has_next=place > first + PER_PAGE)


def _told(line: ChapterLine, articles: Sequence[Article]) -> Told:
    """Its key line is an article's headline: gone with it, before the chapter is made anew."""
    chapter = line.chapter
    readable = any(article.pk == chapter.key_article_id for article in line.articles)
    key_line = chapter.key_line if readable else line.articles[0].title
    return Told(chapter.first_at, chapter.last_at, key_line, len(line.articles), articles)
