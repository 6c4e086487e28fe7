"""The local help's switch: it sorts and explains, and can be turned off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from blattwerk.discussion.admin.doors import AtTheDesk
from blattwerk.discussion.set_switch import turn_help


class TurnHelp(AtTheDesk):
    """On or off, for everybody; comments that are scored already keep their place."""

    http_method_names = ["post"]
    for_lead = True

    def post(self, request: HttpRequest) -> HttpResponse:
        help_on = request.POST.get("help_on") == "1"
        turn_help(on=help_on, **self.signed)
        said = _("The local help is on.") if help_on else _("The local help is off.")
        messages.success(request, said)
        return redirect("forumdesk:figures")
