"""A story's course in pages: its chapters, cut where a page is full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from blattwerk.newsroom.models import Article
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


@dataclass(frozen=True)
class Course:
    """One page of a story's course, newest first."""

    chapters: list[Told]
    number: int
    has_next: bool

    @property
    def newer(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def older(self) -> int | None:
        return self.number + 1 if self.has_next else None


def course(lines: Sequence[ChapterLine], number: int) -> Course:
    """The page of that number, from 1; without chapters where there is none."""
    first = (number - 1) * PER_PAGE
    told, place = [], 0
    for line in lines:
        begin, end = max(first - place, 0), max(first + PER_PAGE - place, 0)
        if articles := line.articles[begin:end]:
            told.append(_told(line, articles))
        place += len(line.articles)
    return Course(told, number, has_next=place > first + PER_PAGE)


def _told(line: ChapterLine, articles: Sequence[Article]) -> Told:
    """Its key line is an article's headline: gone with it, before the chapter is made anew."""
    chapter = line.chapter
    readable = any(article.pk == chapter.key_article_id for article in line.articles)
    key_line = chapter.key_line if readable else line.articles[0].title
    return Told(chapter.first_at, chapter.last_at, key_line, len(line.articles), articles)
