"""What stories put into Wagtail's admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from blattwerk.stories.admin.menu import DeskItem, WaitingPanel
from blattwerk.stories.admin.viewset import Desk


@hooks.register("register_admin_viewset")
def story_desk() -> Desk:
    return Desk()


@hooks.register("register_admin_menu_item")
def desk_in_the_menu() -> DeskItem:
    return DeskItem(
        _("Stories"),
        reverse_lazy("storydesk:index"),
        name="stories",
        icon_name="bw-story",
        order=15,
    )


@hooks.register("register_icons")
def own_icon(icons: list[str]) -> list[str]:
    return [*icons, "stories/icons/bw-story.svg"]


@hooks.register("register_permissions")
def who_may_decide() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="stories", codename="change_story")


@hooks.register("construct_homepage_panels")
def what_waits(_request: Any, panels: list[Any]) -> None:
    panels.append(WaitingPanel())
