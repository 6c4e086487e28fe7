"""What the team does about complaints, dangers and orders; each deed is a POST of its own.

A refusal is a sentence on the page it came from, with all that was typed.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from blattwerk.common.numbered import number_in
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.law.complaints import decide_complaint
from blattwerk.discussion.law.danger import note_danger, tell_authority
from blattwerk.discussion.law.desk import ComplaintPage, DangerPage, OrderForm, OrderPage
from blattwerk.discussion.law.orders import enter_order
from blattwerk.discussion.models import Complaint, Danger


class DecideComplaint(ComplaintPage):
    """The decision stands."""

    http_method_names = ["post"]
    overturned = False

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        typed = request.POST.get("reasons", "")
        try:
            decide_complaint(
                complaint_id=number,
                overturned=self.overturned,
                reasons=typed,
                **self.signed,
            )
        except Complaint.DoesNotExist as nothing:
            raise Http404 from nothing
        except DiscussionError as error:
            return refused(self, error, typed=typed)
        messages.success(request, _("Complaint %(number)d is decided.") % {"number": number})
        return redirect("law_desk")


class OverturnDecision(DecideComplaint):
    """All that it did is undone."""

    overturned = True


class NoteDanger(DangerPage):
    """A comment gives rise to a suspicion."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        asked, typed = request.POST.get("comment", ""), request.POST.get("facts", "")
        number = number_in(asked) or 0
        try:
            note_danger(comment_id=number, facts=typed, **self.signed)
        except DiscussionError as error:
            return refused(self, error, typed=typed, asked=asked)
        messages.success(request, _("Noted. Now tell the police, and write down here whom."))
        return redirect("law_dangers")


class TellAuthority(DangerPage):
    """An authority was told."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        authority = request.POST.get("authority", "")
        try:
            tell_authority(danger_id=number, authority=authority, **self.signed)
        except Danger.DoesNotExist as nothing:
            raise Http404 from nothing
        except DiscussionError as error:
            return refused(self, error)
        messages.success(request, _("Written down, with the time and your name."))
        return redirect("law_dangers")


class EnterOrder(OrderPage):
    """An order came."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = OrderForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        enter_order(order=form.instance, **self.signed)
        messages.success(request, _("The order is entered."))
        return redirect("law_orders")


def refused(page: Any, error: DiscussionError, **typed: str) -> HttpResponse:
    """The page again, with the sentence and what was typed."""
    context = page.get_context_data(error=str(error), **page.kwargs, **typed)
    answer: HttpResponse = page.render_to_response(context, status=409)
    return answer
