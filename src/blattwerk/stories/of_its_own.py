"""The story of an article that stands alone."""

from datetime import datetime

from blattwerk.common.brevity import begun
from blattwerk.newsroom.models import Article
from blattwerk.stories.models import Story
from blattwerk.stories.models.story import LONGEST_TITLE


def story_of_its_own(article: Article, *, language: str, now: datetime) -> Story:
    return Story.objects.create(title=titled(article.title), language=language, made_at=now)


def titled(text: str) -> str:
    """A headline as a title: all of it, or the whole words that fit."""
    return begun(text, LONGEST_TITLE)
