"""What the ruling puts into Wagtail's admin."""

from typing import Any, override

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from blattwerk.discussion.ruling.viewset import Ruling
from blattwerk.discussion.team import leads


class RulesItem(MenuItem):
    """“Forum rules”, for the lead."""

    @override
    def is_shown(self, request: Any) -> bool:
        return leads(request.user)


@hooks.register("register_admin_viewset")
def ruling() -> Ruling:
    return Ruling()


@hooks.register("register_admin_menu_item")
def rules_in_the_menu() -> RulesItem:
    address = reverse_lazy("forumrules:index")
    return RulesItem(_("Forum rules"), address, name="forumrules", icon_name="cogs", order=13)
