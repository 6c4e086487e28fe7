"""Who comes to the community desk, and what only its lead does.

The desk is for those who hold `discussion.moderate`; bans, word lists, reasons and switches are
the lead's (`discussion.lead`).
"""

from datetime import datetime
from typing import Any, override

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.generic import View

from blattwerk.accounts.models import User

RIGHT = "discussion.moderate"
LEAD = "discussion.lead"


def may_come(user: Any) -> bool:
    """Whether the person works at the community desk."""
    return bool(user.is_active and user.has_perm(RIGHT))


def may_lead(user: Any) -> bool:
    """Whether the person leads the team."""
    return may_come(user) and bool(user.has_perm(LEAD))


def typed(request: HttpRequest, field: str, longest: int = 2000) -> str:
    """What was typed into a field, without what no database keeps."""
    return request.POST.get(field, "").replace("\0", "").strip()[:longest]


class AtTheDesk(View):
    """Opens to the team; where `for_lead` stands, to its lead alone."""

    for_lead = False

    @override
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (may_lead if self.for_lead else may_come)(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

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
