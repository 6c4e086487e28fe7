"""What people may do to a page's narration; each deed is a POST of its own."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from blattwerk.narration.admin.doors import (
    ForThoseAtWork,
    may_act,
    page_to_act_on,
    queue_open_to,
)
from blattwerk.narration.errors import NarrationError
from blattwerk.narration.human import drop_human_recording, take_human_recording
from blattwerk.narration.models import Narration, State, Urgency
from blattwerk.narration.models.recording import LANGUAGES
from blattwerk.narration.order import order, retry, switch_off, switch_on


class Deed(ForThoseAtWork):
    """Does something to one page's narration and leads back, with a sentence."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        page = page_to_act_on(request.user, number)
        try:
            messages.success(request, self.do(page))
        except NarrationError as error:
            messages.error(request, str(error))
        back = get_valid_next_url_from_request(request)
        return redirect(back) if back else redirect("listening:page", number)

    def do(self, page: Page) -> str:
        """Do it; returns the sentence. Raises NarrationError."""
        raise NotImplementedError


class Retry(Deed):
    def do(self, page: Page) -> str:
        refuse_unpublished(page)
        retry(page_id=page.pk, now=timezone.now())
        return _("“%(title)s” is tried again.") % {"title": page.title}


class MakeAnew(Deed):
    def do(self, page: Page) -> str:
        refuse_unpublished(page)
        now = timezone.now()
        if not order(page_id=page.pk, urgency=Urgency.PUBLISHED, now=now, anew=True):
            raise NarrationError(_("This article is not read aloud; switch that on first."))
        return _("“%(title)s” is made anew.") % {"title": page.title}


class SwitchOff(Deed):
    def do(self, page: Page) -> str:
        switch_off(page_id=page.pk)
        return _("“%(title)s” is not read aloud any more.") % {"title": page.title}


class SwitchOn(Deed):
    def do(self, page: Page) -> str:
        switch_on(page_id=page.pk, now=timezone.now())
        return _("“%(title)s” is read aloud.") % {"title": page.title}


class SetLanguage(Deed):
    """Empty: the paper's own language."""

    def do(self, page: Page) -> str:
        language = self.request.POST.get("language", "")
        if language and language not in dict(LANGUAGES):
            raise NarrationError(_("That language is not spoken here; choose one of the list."))
        Narration.objects.update_or_create(page_id=page.pk, defaults={"language": language})
        if page.live:
            order(page_id=page.pk, urgency=Urgency.PUBLISHED, now=timezone.now())
        return _("The language of “%(title)s” is changed.") % {"title": page.title}


class ReadingForm(forms.Form):
    """A recording by a person, and whose voice it is."""

    reader = forms.CharField(max_length=120)
    sound = forms.FileField()


class TakeReading(Deed):
    """A person's recording takes the machine's place."""

    def do(self, page: Page) -> str:
        form = ReadingForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            raise NarrationError(
                _("Nothing was taken in: choose a sound file and say who reads it.")
            )
        given: dict[str, Any] = form.cleaned_data
        take_human_recording(
            page=page,
            upload=given["sound"],
            reader=given["reader"],
            by=self.request.user,
            now=timezone.now(),
        )
        return _("The recording by %(reader)s is being prepared for readers.") % {
            "reader": given["reader"]
        }


class DropReading(Deed):
    def do(self, page: Page) -> str:
        drop_human_recording(page=page, now=timezone.now())
        return _("The recording is removed; a synthetic voice reads instead.")


class RetryAll(ForThoseAtWork):
    """Everything that has failed where the person may publish."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        failed = queue_open_to(request.user).filter(state=State.FAILED, switched_off=False)
        mine = [row for row in failed.select_related("page") if may_act(request.user, row.page)]
        now = timezone.now()
        for row in mine:
            retry(page_id=row.page_id, now=now)
        said = ngettext(
            "%(count)d article is tried again.", "%(count)d articles are tried again.", len(mine)
        )
        messages.success(request, said % {"count": len(mine)})
        return redirect("listening:index")


def refuse_unpublished(page: Page) -> None:
    """Only what readers can read is read to them. Raises NarrationError."""
    if not page.live:
        raise NarrationError(_("Only published articles are read aloud; publish it first."))
