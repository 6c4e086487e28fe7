"""What the editor's panel does, each at an address of its own; the answer is the panel's inside."""

from datetime import datetime
from typing import Any, override

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.models import Page

from blattwerk.discussion.errors import DiscussionError, EndsInThePast
from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.ruling import of_page
from blattwerk.discussion.ruling.doors import page_to_rule
from blattwerk.discussion.ruling.editor_panel import standing
from blattwerk.discussion.ruling.form import sentence


class PageDeed(View):
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

    @property
    def signed(self) -> dict[str, Any]:
        """Who decides, and when."""
        return {"by": self.request.user, "now": timezone.now()}

    def until(self) -> datetime | None:
        """The end that was entered, on the paper's clock; none. Raises EndsInThePast."""
        try:
            entered = self.request.POST.get("until", "")
            moment: datetime | None = forms.DateTimeField(required=False).clean(entered)
        except forms.ValidationError:
            raise EndsInThePast from None
        if moment is not None and moment <= timezone.now():
            raise EndsInThePast
        return moment


class Close(PageDeed):
    @override
    def do(self, page: Page) -> str:
        reason = self.request.POST.get("reason", "")
        of_page.close_page(page=page, reason=reason, until=self.until(), **self.signed)
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
        of_page.keep_open(page=page, until=self.until(), **self.signed)
        return _("It is not closed by its age.")


class LetAge(PageDeed):
    @override
    def do(self, page: Page) -> str:
        of_page.let_age(page=page, **self.signed)
        return _("It is closed by its age like others.")
