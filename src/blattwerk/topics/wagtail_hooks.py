"""What topics put into Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.permissions import branches_of
from blattwerk.topics.admin.viewset import AllTopics


@hooks.register("register_admin_viewset")
def topics() -> AllTopics:
    return AllTopics()


@hooks.register("register_permissions")
def who_may_what() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="topics",
        codename__in=("rename_topic", "merge_topic", "add_assignment"),
    )


@hooks.register("register_page_header_buttons")
def from_article_to_topics(page: Page, user: Any, **_rest: Any) -> Iterator[Button]:
    if page.specific_class is Article and page.path.startswith(branches_of(user)):
        address = reverse("topic_desk:article", args=[page.pk])
        yield Button(_("Topics"), address, icon_name="tag", priority=6)
