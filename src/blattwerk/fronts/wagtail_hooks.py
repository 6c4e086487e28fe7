"""What fronts put into Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from blattwerk.fronts.admin import FrontListing, FrontPolicy, compose_page
from blattwerk.fronts.models import Front
from blattwerk.newsroom.models import Paper, Section

register_permission_policy(Front, FrontPolicy(Front))
register_snippet(Front, viewset=FrontListing)


@hooks.register("register_admin_urls")
def from_page_to_front() -> list[URLPattern]:
    return [path("seiten/<int:number>/titelseite/", compose_page, name="compose_page")]


@hooks.register("register_page_header_buttons")
def button_at_page(page: Page, user: Any, **_rest: Any) -> Iterator[Button]:
    if page.specific_class in (Paper, Section) and user.has_perm("fronts.change_front"):
        yield Button(
            _("Compose front"),
            reverse("compose_page", args=[page.pk]),
            icon_name="home",
            priority=15,
        )
