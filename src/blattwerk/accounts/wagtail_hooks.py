"""The mail folder in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from blattwerk.accounts import mail_views
from blattwerk.accounts.mail_folder import mail_folder


@hooks.register("register_admin_urls")
def mail_addresses() -> list[URLPattern]:
    return [
        path("mails/", mail_views.mails, name="kept_mails"),
        path("mails/<slug:key>/", mail_views.mail, name="kept_mail"),
        path("mails/<slug:key>/html/", mail_views.mail_html, name="kept_mail_html"),
    ]


class MailsItem(MenuItem):
    """For whoever may do everything, where mails are kept as files."""

    def is_shown(self, request: HttpRequest) -> Any:
        return request.user.is_superuser and mail_folder() is not None


@hooks.register("register_settings_menu_item")
def mail_item() -> MenuItem:
    return MailsItem(_("Kept mails"), reverse("kept_mails"), icon_name="mail", order=950)
