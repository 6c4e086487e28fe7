"""The paper itself: the root of all its pages."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from blattwerk.newsroom.presenting import PresentedPage
from blattwerk.newsroom.routing import find_article


class Paper(PresentedPage):
    """The newspaper; `title` is its name."""

    claim = models.CharField(
        _("claim"), max_length=120, blank=True, help_text=_("A line below the name.")
    )
    description = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("What search engines and feeds say of the paper, in one sentence."),
    )
    publisher = models.CharField(_("publisher"), max_length=160, blank=True)
    community_mail = models.EmailField(_("community team's e-mail address"), blank=True)

    content_panels = [
        *PresentedPage.content_panels,
        FieldPanel("claim"),
        FieldPanel("description"),
        FieldPanel("publisher"),
        FieldPanel("community_mail"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = _("paper")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """An article's number finds it, whatever section and slug stand before it."""
        request.paper = self  # type: ignore[attr-defined]  # for the frame, which would ask again
        if len(path_components) == 2 and (article := find_article(path_components[1])):
            return RouteResult(article)
        return super().route(request, path_components)
