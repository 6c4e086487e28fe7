"""What narration puts into Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from blattwerk.narration.admin.doors import may_see
from blattwerk.narration.admin.panels import FailedPanel
from blattwerk.narration.admin.viewset import Heard
from blattwerk.newsroom.models import Article


@hooks.register("register_admin_viewset")
def listening() -> Heard:
    return Heard()


@hooks.register("register_icons")
def own_icon(icons: list[str]) -> list[str]:
    return [*icons, "narration/icons/bw-listen.svg"]


@hooks.register("register_permissions")
def who_may_choose_voices() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="narration", codename="change_voicechoice"
    )


@hooks.register("construct_homepage_panels")
def what_has_failed(_request: Any, panels: list[Any]) -> None:
    panels.append(FailedPanel())


@hooks.register("register_page_header_buttons")
def from_article_to_sound(page: Page, user: Any, **_rest: Any) -> Iterator[Button]:
    if page.specific_class is Article and may_see(user, page):
        address = reverse("listening:page", args=[page.pk])
        yield Button(_("Read aloud"), address, icon_name="bw-listen", priority=5)
