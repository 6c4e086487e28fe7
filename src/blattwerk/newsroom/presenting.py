"""Who shows a page to readers.

The newsroom owns pages but not their looks. The rooms above register one presenter for each kind
of page at start; Wagtail's own way of serving and previewing then ends there.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, PageViewRestriction

Presenter = Callable[[HttpRequest, Any], HttpResponse]

_presenters: dict[type[Page], Presenter] = {}


def presents(model: type[Page]) -> Callable[[Presenter], Presenter]:
    """Register the view that shows pages of `model`."""

    def register(presenter: Presenter) -> Presenter:
        _presenters[model] = presenter
        return presenter

    return register


class PresentedPage(Page):
    """A page that is shown by the presenter registered for its kind."""

    # Whoever may see one published page may see all: there are no pages behind a password.
    private_page_options: list[str] = []

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """None, and not asked for: two questions fewer for every page."""
        return PageViewRestriction.objects.none()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.is_preview = getattr(request, "is_preview", False)  # type: ignore[attr-defined]
        return _presenters[type(self)](request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        request.is_preview = True  # type: ignore[attr-defined]
        return self.serve(request)
