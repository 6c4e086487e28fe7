"""What the community desk puts into Wagtail's admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from blattwerk.discussion.admin.menu import DeskItem, TeamPanel
from blattwerk.discussion.admin.viewset import Desk


@hooks.register("register_admin_viewset")
def community_desk() -> Desk:
    return Desk()


@hooks.register("register_admin_menu_item")
def comments_in_the_menu() -> DeskItem:
    address = reverse_lazy("forumdesk:index")
    return DeskItem(_("Comments"), address, name="forumdesk", icon_name="comment", order=12)


@hooks.register("register_permissions")
def who_may_moderate() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="discussion", codename__in=("moderate", "lead")
    )


@hooks.register("construct_homepage_panels")
def what_the_team_has_to_do(_request: Any, panels: list[Any]) -> None:
    panels.append(TeamPanel())
