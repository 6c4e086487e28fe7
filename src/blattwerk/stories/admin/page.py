"""What the pages of the desk have in common: the frame, and the ways between them."""

from typing import Any, override

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blattwerk.stories.admin.doors import AtTheDesk
from blattwerk.stories.admin.queries import proposals_open_to
from blattwerk.stories.decided import standing
from blattwerk.stories.models import Story

WAYS = (
    ("storydesk:index", _("Proposals")),
    ("storydesk:stories", _("All stories")),
    ("storydesk:new", _("New story")),
)


class DeskPage(WagtailAdminTemplateMixin, AtTheDesk):
    """A page of the desk; `here` is its own address's name."""

    http_method_names = ["get", "head"]
    header_icon = "bw-story"
    page_title = _("Stories")
    here = ""

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = proposals_open_to(self.request.user).count()
        return super().get_context_data(
            ways=ways(self.here, waiting),
            here_path=self.here_path,
            here_address=self.here_address,
            **kwargs,
        )

    @property
    def here_path(self) -> str:
        """Where the page is to be seen, also when a refused deed shows it."""
        return self.request.path

    @property
    def here_address(self) -> str:
        """The same with what was asked."""
        asked = self.request.GET.urlencode()
        return f"{self.here_path}?{asked}" if asked else self.here_path

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        items = [
            *self.breadcrumbs_items,
            {"url": reverse("storydesk:index"), "label": str(self.page_title)},
        ]
        subtitle = self.get_page_subtitle()
        return [*items, {"url": "", "label": subtitle}] if subtitle else items


def ways(here: str, waiting: int) -> list[dict[str, Any]]:
    """The links on top of each page of the desk."""
    return [
        {
            "address": reverse(name),
            "label": label,
            "here": name == here,
            "count": waiting if name == "storydesk:index" else 0,
        }
        for name, label in WAYS
    ]


def story_to_see(number: int) -> Story:
    """The story, or the one it went into. Raises Http404."""
    story = Story.objects.filter(pk=number).select_related("merged_into").first()
    if story is None:
        raise Http404
    return standing(story)
