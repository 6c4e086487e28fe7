"""Addresses of sign-in by another service; none where the operator has set none up."""

from collections.abc import Callable

from allauth.socialaccount import views as elsewhere
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.urls import URLPattern

from blattwerk.accounts.private import View


def elsewhere_patterns(door: Callable[[str, View, str], URLPattern]) -> list[URLPattern]:
    """The doors of services that speak OpenID Connect."""
    if not settings.SOCIALACCOUNT_PROVIDERS:
        return []
    return [
        door("dienst/", elsewhere.signup, "socialaccount_signup"),
        door("dienst/verbunden/", elsewhere.connections, "socialaccount_connections"),
        door("dienst/abgebrochen/", elsewhere.login_cancelled, "socialaccount_login_cancelled"),
        door("dienst/fehler/", elsewhere.login_error, "socialaccount_login_error"),
        door("dienst/<slug:provider_id>/", openid.login, "openid_connect_login"),
        door("dienst/<slug:provider_id>/zurueck/", openid.callback, "openid_connect_callback"),
    ]
