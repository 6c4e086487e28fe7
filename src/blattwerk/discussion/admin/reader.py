"""A reader as the team knows them, and what it decides about them."""

from datetime import datetime, timedelta
from typing import Any, override

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request

from blattwerk.accounts.models import User
from blattwerk.common.numbered import number_in
from blattwerk.discussion import sanction, trust
from blattwerk.discussion.admin import queries
from blattwerk.discussion.admin.deeds import reasoned
from blattwerk.discussion.admin.doors import refused, typed
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.admin.reasons import reasons_in_use
from blattwerk.discussion.errors import DiscussionError, EndsInThePast, EndsTooLate
from blattwerk.discussion.models import Comment, Entry
from blattwerk.discussion.note import note

SHOWN = 30


class ReaderPage(DeskPage):
    """`/redaktion/kommentare/leser/<number>/`"""

    template_name = "discussion/admin/reader.html"
    here = "forumdesk:readers"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        self.number = number
        return self.show()

    def show(self, *, error: DiscussionError | None = None) -> HttpResponse:
        """The page; where a deed was refused, with what was typed."""
        written = Comment.objects.filter(writer=self.reader).select_related("thread")
        entries = Entry.objects.filter(reader=self.reader).select_related(
            "by", "reason", "statement"
        )
        about = number_in(self.request.GET.get("kommentar") or self.request.POST.get("comment"))
        context = self.get_context_data(
            reader=self.reader,
            record=queries.record_of(self.reader, self.now),
            comments=list(written.order_by("-sent_at")[:SHOWN]),
            entries=list(entries.order_by("-pk")[:SHOWN]),
            reasons=reasons_in_use(),
            about=about or "",
            tomorrow=timezone.localdate() + timedelta(days=1),
            error=error,
            given=self.request.POST,
        )
        return self.render_to_response(context)

    @cached_property
    def reader(self) -> User:
        reader = User.objects.filter(pk=self.number, erased_at=None).first()
        if reader is None:
            raise Http404
        return reader

    @override
    def get_page_subtitle(self) -> str:
        return self.reader.public_name or _("without a name")


class ReaderDeed(ReaderPage):
    """Decides something about a reader, and tells it in a sentence."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.number = number
        try:
            messages.success(request, self.do())
        except DiscussionError as error:
            return refused(self.show(error=error), error)
        wanted = get_valid_next_url_from_request(request)
        return redirect(wanted) if wanted else redirect("forumdesk:reader", number)

    def do(self) -> str:
        """Do it; returns the sentence. Raises DiscussionError."""
        raise NotImplementedError

    @property
    def about(self) -> dict[str, Any]:
        """The reader, who decides and when."""
        return {"reader": self.reader, **self.signed}

    @property
    def reasoned(self) -> dict[str, Any]:
        """The reason, the facts, and the comment that gave rise to it, if any."""
        asked = number_in(self.request.POST.get("comment"))
        comment = Comment.objects.filter(pk=asked or 0, writer=self.reader).first()
        return {**reasoned(self.request), "comment": comment}

    @property
    def named(self) -> dict[str, str]:
        """For the sentence."""
        return {"name": self.reader.public_name or _("without a name")}


class Warn(ReaderDeed):
    def do(self) -> str:
        sanction.warn(**self.about, **self.reasoned)
        return _("%(name)s is warned by mail.") % self.named


class Pause(ReaderDeed):
    def do(self) -> str:
        sanction.pause(**self.about, **self.reasoned, until=self._until())
        return _("%(name)s is paused, and is told why and until when.") % self.named

    def _until(self) -> datetime:
        """The end of the chosen day, on the paper's clock."""
        try:
            day = forms.DateField().clean(self.request.POST.get("until", ""))
        except forms.ValidationError:
            raise EndsInThePast from None
        try:
            end = datetime.combine(day + timedelta(days=1), datetime.min.time())
        except OverflowError:  # no calendar goes on after it
            raise EndsTooLate from None
        return timezone.make_aware(end)


class Ban(ReaderDeed):
    for_lead = True

    def do(self) -> str:
        sanction.ban(**self.about, **self.reasoned)
        return _("%(name)s can no longer write, and is told why.") % self.named


class Lift(ReaderDeed):
    def do(self) -> str:
        sanction.lift(**self.about)
        return _("%(name)s can write again.") % self.named


class TrustReader(ReaderDeed):
    def do(self) -> str:
        trust.trust(**self.about)
        return _("%(name)s is trusted.") % self.named


class Distrust(ReaderDeed):
    def do(self) -> str:
        trust.distrust(**self.about)
        return _("%(name)s is no longer trusted.") % self.named


class JotReader(ReaderDeed):
    """A note of the team's about a reader; readers never see it, but may ask for a copy."""

    def do(self) -> str:
        if note(text=typed(self.request, "text"), **self.about) is None:
            return _("The note was empty; nothing was kept.")
        return _("Noted.")
