"""One story: its title, its articles by chapters and why they are there, what was decided."""

from typing import Any, override

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from blattwerk.stories.admin.page import DeskPage, story_to_see
from blattwerk.stories.admin.queries import (
    articles_numbered,
    history_of,
    members_of,
    proposals_open_to,
)
from blattwerk.stories.admin.told import Eyes, articles_in, entry
from blattwerk.stories.errors import StoryError
from blattwerk.stories.later import decided_on_top_of
from blattwerk.stories.models import Chapter, Story
from blattwerk.stories.rename import rename
from blattwerk.stories.split import split

MEMBERS_PER_PAGE = 100
DECISIONS_SHOWN = 50
UNPROCESSABLE, CONFLICT = 422, 409


class TitleForm(forms.Form):
    """What the affair is called."""

    title = forms.CharField(label=_("Title"), max_length=160)
    standfirst = forms.CharField(
        label=_("Standfirst"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences that say what the affair is about."),
    )


class SplitForm(forms.Form):
    """Which articles make a story of their own."""

    articles = forms.TypedMultipleChoiceField(coerce=int, required=False)
    title = forms.CharField(max_length=160, required=False)
    why = forms.CharField(max_length=300, required=False)

    def __init__(self, story: Story, data: QueryDict | None = None) -> None:
        super().__init__(data)
        chosen = data.getlist("articles") if data else []
        numbers = list(story.memberships.values_list("article_id", flat=True))
        self.ticked = {number for number in numbers if str(number) in chosen}  # stay so
        self.fields["articles"].choices = [(number, "") for number in numbers]  # type: ignore[attr-defined]


class StoryPage(DeskPage):
    """`/redaktion/stories/<number>/`."""

    template_name = "stories/admin/story.html"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        self.story = story_to_see(number)
        if self.story.pk != number:
            return redirect("storydesk:story", self.story.pk)
        return self.show()

    def show(
        self,
        *,
        titling: TitleForm | None = None,
        splitting: SplitForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        """The page; with the editor's own words where they were refused."""
        story, eyes = self.story, Eyes(self.request.user)
        named = {"title": story.title, "standfirst": story.standfirst}
        page = Paginator(members_of(story), MEMBERS_PER_PAGE).get_page(self.request.GET.get("page"))
        context = self.get_context_data(
            story=story,
            titling=titling or TitleForm(initial=named),
            splitting=splitting or SplitForm(story),
            page=page,
            chapters=by_chapter(story, [eyes.member(row) for row in page.object_list]),
            entries=history(story, eyes),
            waiting=proposals_open_to(self.request.user).filter(story=story).count(),
        )
        return self.render_to_response(context, status=status)

    @property
    @override
    def here_path(self) -> str:
        return reverse("storydesk:story", args=[self.story.pk])

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.story.is_public:
            return []
        seen = self.story.get_absolute_url()
        return [HeaderButton(_now("View live"), url=seen, icon_name="view")]

    @override
    def get_page_subtitle(self) -> str:
        return str(self.story.title)


class Rename(StoryPage):
    """Gives the story the title and standfirst that were sent."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.story = story_to_see(number)
        form = TitleForm(request.POST)
        if not form.is_valid():
            messages.error(request, _now("Nothing was changed: please look at the marked fields."))
            return self.show(titling=form, status=UNPROCESSABLE)
        try:
            rename(story_id=self.story.pk, **form.cleaned_data, **self.signed)
        except StoryError as error:
            messages.error(request, str(error))
            return self.show(titling=form, status=CONFLICT)
        messages.success(
            request,
            _now("The story is called “%(title)s”.") % {"title": form.cleaned_data["title"]},
        )
        return redirect("storydesk:story", self.story.pk)


class Split(StoryPage):
    """Makes a story of its own of the articles that were ticked."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.story = story_to_see(number)
        form = SplitForm(self.story, request.POST)
        if not form.is_valid():
            messages.error(request, said_of(form))
            return self.show(splitting=form, status=UNPROCESSABLE)
        given = form.cleaned_data
        try:
            made = split(
                story_id=self.story.pk,
                article_ids=given["articles"],
                title=given["title"],
                why=given["why"],
                **self.signed,
            )
        except StoryError as error:
            messages.error(request, str(error))
            return self.show(splitting=form, status=CONFLICT)
        messages.success(request, self._done(len(given["articles"]), made))
        return redirect("storydesk:story", made.pk)

    def _done(self, count: int, made: Story) -> str:
        said = ngettext(
            "%(count)d article of “%(former)s” is a story of its own now: “%(title)s”.",
            "%(count)d articles of “%(former)s” are a story of their own now: “%(title)s”.",
            count,
        )
        return said % {"count": count, "former": self.story.title, "title": made.title}


def said_of(form: SplitForm) -> str:
    """What was wrong, in sentences."""
    if "articles" in form.errors:
        return _now(
            "Nothing was split: some of these articles have left the story meanwhile. Look at the "
            "list and choose again."
        )
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


def by_chapter(story: Story, members: list[Any]) -> list[tuple[Chapter | None, list[Any]]]:
    """The members below their chapters, in the order they come."""
    chapters = {chapter.number: chapter for chapter in story.chapters.all()}
    found: dict[int | None, list[Any]] = {}
    for member in members:
        found.setdefault(member.chapter, []).append(member)
    return [(chapters.get(number or 0), inside) for number, inside in found.items()]


def history(story: Story, eyes: Eyes) -> list[Any]:
    """What people decided, newest first, as far as a page holds it."""
    decisions = list(history_of(story)[:DECISIONS_SHOWN])
    numbers = {number for decision in decisions for number in articles_in(decision)}
    lines = eyes.lines(articles_numbered(numbers).values())
    headlines = {line.number: line.headline for line in lines}
    on_top = decided_on_top_of(decisions)
    return [
        entry(decision, story, headlines, free=on_top[decision.pk] is None)
        for decision in decisions
    ]
