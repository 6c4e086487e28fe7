"""Closing a discussion from the desk, and opening it again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request

from blattwerk.discussion.admin.doors import AtTheDesk, end_in, typed
from blattwerk.discussion.close import close_thread, reopen_thread
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.models import Thread


class ThreadDeed(AtTheDesk):
    """Decides something about a discussion and leads back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        if not Thread.objects.filter(pk=number).exists():
            raise Http404
        try:
            messages.success(request, self.do(number))
        except DiscussionError as error:
            messages.error(request, str(error))
        wanted = get_valid_next_url_from_request(request)
        return redirect(wanted or "forumdesk:index")

    def do(self, number: int) -> str:
        """Do it; returns the sentence. Raises DiscussionError."""
        raise NotImplementedError


class Close(ThreadDeed):
    def do(self, number: int) -> str:
        reason = typed(self.request, "reason_told")
        close_thread(number=number, reason=reason, until=end_in(self.request), **self.signed)
        return _("The discussion is closed; readers are told why.")


class Reopen(ThreadDeed):
    def do(self, number: int) -> str:
        reopen_thread(number=number, **self.signed)
        return _("The discussion is no longer closed by the team.")
