"""Who comes to the community desk, and what only its lead does.

The desk is for those who hold `discussion.moderate`; bans, word lists, reasons and switches are
the lead's (`team.leads`).
"""

from datetime import datetime
from typing import Any, override

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.generic import View

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import DiscussionError, EndsInThePast
from blattwerk.discussion.team import leads
from blattwerk.discussion.writing.answers import CONFLICT, STATUS

RIGHT = "discussion.moderate"
UNFIT = 422


def may_come(user: Any) -> bool:
    """Whether the person works at the community desk."""
    return bool(user.is_active and user.has_perm(RIGHT))


def typed(request: HttpRequest, field: str, longest: int = 2000) -> str:
    """What was typed into a field, without what no database keeps."""
    return request.POST.get(field, "").replace("\0", "").strip()[:longest]


def asked(request: HttpRequest, field: str = "q", longest: int = 200) -> str:
    """What was asked for in the address, without what no database keeps."""
    words = request.GET.get(field, "").replace("\0", "")[:longest].split()
    return " ".join(words)


def end_in(request: HttpRequest) -> datetime | None:
    """The end that was entered, on the paper's clock; None without one.

    Raises EndsInThePast for what is no moment.
    """
    try:
        entered = request.POST.get("until", "")
        end: datetime | None = forms.DateTimeField(required=False).clean(entered)
    except forms.ValidationError:
        raise EndsInThePast from None
    return end


def refused(answer: HttpResponse, error: DiscussionError) -> HttpResponse:
    """The page with the status that fits: 422 where something is to be put right, else 409."""
    answer.status_code = UNFIT if STATUS.get(type(error)) == UNFIT else CONFLICT
    return answer


class Signed(View):
    """Knows who asks, and when."""

    @property
    def user(self) -> User:
        """Who works here."""
        user: Any = self.request.user
        return user

    @property
    def now(self) -> datetime:
        """This moment."""
        return timezone.now()

    @property
    def signed(self) -> dict[str, Any]:
        """Who decides, and when."""
        return {"by": self.user, "now": self.now}


class AtTheDesk(Signed):
    """Opens to the team; where `for_lead` stands, to its lead alone."""

    for_lead = False

    @override
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (leads if self.for_lead else may_come)(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
