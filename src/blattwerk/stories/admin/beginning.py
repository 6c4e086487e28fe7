"""Begin a story by hand: look up articles, choose some, give the affair a name."""

from typing import Any, override

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from wagtail.admin import messages

from blattwerk.newsroom.models import Article
from blattwerk.stories.admin.doors import may_place
from blattwerk.stories.admin.page import DeskPage
from blattwerk.stories.admin.queries import articles_numbered, search_articles
from blattwerk.stories.admin.told import Eyes
from blattwerk.stories.begin import begin
from blattwerk.stories.errors import StoryError

CHOSEN_AT_MOST = 100
LONGEST_TITLE = 160


class NewStory(DeskPage):
    """`/redaktion/stories/neu/`: what is chosen stands in the address, so Back works."""

    template_name = "stories/admin/new.html"
    here = "storydesk:new"

    def get(self, request: HttpRequest) -> HttpResponse:
        query = request.GET.get("q", "").strip()[:200]
        return self.show(chosen_in(request.GET), title=request.GET.get("title", ""), query=query)

    def show(
        self, numbers: list[int], *, title: str = "", query: str = "", status: int = 200
    ) -> HttpResponse:
        """The page with what is chosen so far."""
        eyes = Eyes(self.request.user)
        chosen = [each for each in named(numbers) if may_place(self.request.user, each)]
        taken = {article.pk for article in chosen}
        found = [
            {"line": eyes.line(article), "standing": _standing(article)}
            for article in search_articles(self.request.user, query)
            if article.pk not in taken
        ]
        context = self.get_context_data(
            chosen=eyes.lines(chosen), found=found, query=query, title=title[:LONGEST_TITLE]
        )
        return self.render_to_response(context, status=status)

    @override
    def get_page_subtitle(self) -> str:
        return _now("New story")


class Begin(NewStory):
    """Makes the story; refuses articles that the person may not edit."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        numbers, title = chosen_in(request.POST), request.POST.get("title", "").strip()
        refused = self._refused(numbers, title)
        if refused:
            messages.error(request, refused)
            return self.show(numbers, title=title, status=422)
        try:
            story = begin(title=title, article_ids=numbers, **self.signed)
        except StoryError as error:
            messages.error(request, str(error))
            return self.show(numbers, title=title, status=409)
        messages.success(request, _now("The story “%(title)s” is begun.") % {"title": story.title})
        return redirect("storydesk:story", story.pk)

    def _refused(self, numbers: list[int], title: str) -> str:
        if len(title) > LONGEST_TITLE:
            return _now("The title is too long: at most 160 characters.")
        articles = named(numbers)
        foreign = [each.title for each in articles if not may_place(self.request.user, each)]
        if foreign:
            return _now("Some of these articles belong to another desk; choose your own.")
        if len(articles) < len(numbers):
            return _now("Some of these articles are no longer there; look at the list again.")
        return ""


def chosen_in(sent: Any) -> list[int]:
    """The numbers of articles that were sent, each once, in order; what is no number is not."""
    numbers = (
        int(each)
        for each in sent.getlist("article")
        if each.isascii() and each.isdigit() and len(each) < 16
    )
    return list(dict.fromkeys(numbers))[:CHOSEN_AT_MOST]


def named(numbers: list[int]) -> list[Article]:
    """The articles of these numbers that are there, in this order."""
    found = articles_numbered(numbers)
    return [found[number] for number in numbers if number in found]


def _standing(article: Article) -> Any:
    membership = getattr(article, "story_membership", None)
    return membership.story if membership else None
