"""What the import puts into Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from blattwerk.importing.admin.menu import CountingMenuItem
from blattwerk.importing.admin.viewset import Incoming


@hooks.register("register_admin_viewset")
def incoming() -> Incoming:
    return Incoming()


@hooks.register("register_admin_menu_item")
def incoming_in_the_menu() -> CountingMenuItem:
    return CountingMenuItem(
        _("Incoming"),
        reverse_lazy("incoming:index"),
        name="incoming",
        icon_name="download",
        order=20,
    )


@hooks.register("register_permissions")
def who_may_decide() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="importing", codename="change_item")
