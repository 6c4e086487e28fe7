"""Look up the story an article moves to, or the one to be merged; a search that needs no script."""

from typing import Any, override

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _now

from blattwerk.newsroom.models import Article
from blattwerk.stories.admin.doors import article_to_place
from blattwerk.stories.admin.page import DeskPage, story_to_see
from blattwerk.stories.admin.queries import (
    FOUND_AT_MOST,
    newest_articles,
    search_stories,
    standing_stories,
)
from blattwerk.stories.admin.told import Eyes
from blattwerk.stories.models import Membership, Story

NEWEST = 2


class Choosing(DeskPage):
    """Stories by words or number; nothing asked means the newest."""

    def choices(self, without: int) -> list[dict[str, Any]]:
        """The stories found, each with its newest articles."""
        self.query = self.request.GET.get("q", "").strip()[:200]
        stories: QuerySet[Story] = standing_stories().exclude(pk=without).filter(parts__gt=0)
        found = list(search_stories(stories, self.query)[: FOUND_AT_MOST + 1])
        self.more = len(found) > FOUND_AT_MOST
        eyes = Eyes(self.request.user)
        newest = newest_articles([story.pk for story in found], NEWEST)
        return [
            {"story": story, "lines": eyes.lines(newest[story.pk])}
            for story in found[:FOUND_AT_MOST]
        ]

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(query=self.query, more=self.more, **kwargs)


class ChooseStory(Choosing):
    """`…/artikel/<number>/ziel/`: where an article is to go."""

    template_name = "stories/admin/choose_story.html"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        article = article_to_place(request.user, number)
        standing = Membership.objects.select_related("story").filter(article=article).first()
        self.article: Article = article
        found = self.choices(without=standing.story_id if standing else 0)
        line = Eyes(request.user).line(article)
        return self.render_to_response(
            self.get_context_data(
                line=line, standing=standing.story if standing else None, found=found
            )
        )

    @override
    def get_page_subtitle(self) -> str:
        return _now("Move “%(headline)s”") % {"headline": self.article.title}


class ChooseOther(Choosing):
    """`…/<number>/verbindung/wahl/`: which story goes into this one."""

    template_name = "stories/admin/choose_other.html"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        self.story = story_to_see(number)
        found = self.choices(without=self.story.pk)
        return self.render_to_response(self.get_context_data(story=self.story, found=found))

    @override
    def get_page_subtitle(self) -> str:
        return _now("Merge into “%(title)s”") % {"title": self.story.title}
