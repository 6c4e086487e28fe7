"""What the editor's panel does, each at an address of its own; the answer is the panel's inside."""

from typing import override

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from blattwerk.discussion.admin.doors import Signed, end_in, typed
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.ruling import of_page
from blattwerk.discussion.ruling.doors import page_to_rule
from blattwerk.discussion.ruling.editor_panel import standing
from blattwerk.discussion.ruling.form import sentence


class PageDeed(Signed):
    """Does it and shows how the discussion stands then; a refusal is a sentence."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        page = page_to_rule(request.user, number)
        try:
            said, status = self.do(page), 200
        except DiscussionError as error:
            said, status = str(error), 409
        except BadRule as bad:
            said, status = sentence(bad), 409
        told = {**standing(page, request.user), "said": said}
        return render(request, "discussion/ruling/standing.html", told, status=status)

    def do(self, page: Page) -> str:
        """Do it; returns the sentence. Raises DiscussionError, BadRule."""
        raise NotImplementedError


class Close(PageDeed):
    @override
    def do(self, page: Page) -> str:
        reason = typed(self.request, "reason")
        of_page.close_page(page=page, reason=reason, until=end_in(self.request), **self.signed)
        return _("The discussion is closed; readers are told why.")


class Reopen(PageDeed):
    @override
    def do(self, page: Page) -> str:
        of_page.reopen_page(page=page, **self.signed)
        return _("The discussion is no longer closed by the team.")


class SwitchOff(PageDeed):
    @override
    def do(self, page: Page) -> str:
        of_page.switch_discussion(page=page, on=False, **self.signed)
        return _("There is no discussion here any more; what was written stays to be read.")


class SwitchOn(PageDeed):
    @override
    def do(self, page: Page) -> str:
        of_page.switch_discussion(page=page, on=True, **self.signed)
        return _("The discussion is on again.")


class KeepOpen(PageDeed):
    @override
    def do(self, page: Page) -> str:
        of_page.keep_open(page=page, until=end_in(self.request), **self.signed)
        return _("It is not closed by its age.")


class LetAge(PageDeed):
    @override
    def do(self, page: Page) -> str:
        of_page.let_age(page=page, **self.signed)
        return _("It is closed by its age like others.")
