"""Readers, found by name or address; and who is kept from writing."""

import unicodedata
from datetime import datetime
from functools import reduce
from operator import or_
from typing import override

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from blattwerk.accounts.models import Sanction, User
from blattwerk.common.numbered import number_in
from blattwerk.discussion.admin.doors import asked
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.admin.queries import holding
from blattwerk.discussion.models import Trust

SHOWN = 50
PER_PAGE = 50
LONGEST = 254  # an address
LEAST = 3  # letters of an address; fewer would list everybody's


class ReadersPage(DeskPage):
    """`/redaktion/kommentare/leser/?q=`; below, the pauses and bans that hold, newest first."""

    template_name = "discussion/admin/readers.html"
    here = "forumdesk:readers"

    def get(self, request: HttpRequest) -> HttpResponse:
        query = as_kept(asked(request, "q", LONGEST))
        found = list(readers_like(query, self.now)[: SHOWN + 1]) if query else []
        held = list(kept_from_writing(self.now, request.GET.get("nach"))[: PER_PAGE + 1])
        context = self.get_context_data(
            query=query,
            longest=LONGEST,
            found=[(reader, shown_address(reader, query)) for reader in found[:SHOWN]],
            more=len(found) > SHOWN,
            held=held[:PER_PAGE],
            following=held[PER_PAGE - 1].pk if len(held) > PER_PAGE else None,
        )
        return self.render_to_response(context)

    @override
    def get_page_subtitle(self) -> str:
        return _("Readers")


def as_kept(name: str) -> str:
    """A name as public names are kept."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def readers_like(query: str, now: datetime) -> QuerySet[User]:
    """Whose name holds it or whose address begins with it; names that begin with it come first."""
    begins, holds = _named("istartswith", query), _named("icontains", query)
    wanted = holds | _addressed(query) if len(query) >= LEAST else holds
    first = Case(When(begins, then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        User.objects.filter(wanted, erased_at=None)
        .annotate(
            is_trusted=Exists(Trust.objects.filter(reader=OuterRef("pk"))),
            is_kept=Exists(holding(now).filter(user=OuterRef("pk"))),
        )
        .order_by(first, "public_name", "pk")
    )


def shown_address(reader: User, query: str) -> str:
    """The address, where it was asked for; "" where the name was."""
    asked_for = len(query) >= LEAST and reader.email.startswith(query.lower())
    return reader.email if asked_for else ""


def kept_from_writing(now: datetime, after: str | None = None) -> QuerySet[Sanction]:
    """The pauses and bans that hold, after the one of that number."""
    held = holding(now).filter(user__erased_at=None).select_related("user", "by").order_by("-pk")
    last = number_in(after)
    return held.filter(pk__lt=last) if last else held


def _named(how: str, query: str) -> Q:
    # SQLite knows capitals of ASCII only.
    forms = {query, query.lower(), query.upper(), query.title()}
    return reduce(or_, [Q(**{f"public_name__{how}": form}) for form in sorted(forms)])


def _addressed(query: str) -> Q:
    return Q(email__startswith=query.lower())
