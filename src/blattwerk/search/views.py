"""The search page: parse, one question, answer."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.common.until import midnight
from blattwerk.newsroom.models import Section
from blattwerk.newsroom.queries import sections
from blattwerk.search.answer import LAST_PAGE, answer
from blattwerk.search.lookup import Limits, Order
from blattwerk.search.query import LONGEST_QUERY, Query, read_query


@dataclass(frozen=True)
class Asked:
    """The form as it was sent; what cannot be is as if it had not been said."""

    query: Query
    order: Order
    section: Section | None
    first_day: date | None
    last_day: date | None
    number: int

    @property
    def limits(self) -> Limits:
        section = self.section.pk if self.section else None
        return Limits(section=section, first_day=self.first_day, last_day=self.last_day)

    @property
    def narrowed(self) -> bool:
        return bool(self.section or self.first_day or self.last_day)

    @property
    def address(self) -> str:
        """The query part of this search's addresses, without the number of the page."""
        fields = {
            "q": self.query.text,
            "ordnung": "datum" if self.order == "datum" else "",
            "ressort": self.section.slug if self.section else "",
            "von": self.first_day.isoformat() if self.first_day else "",
            "bis": self.last_day.isoformat() if self.last_day else "",
        }
        return urlencode({name: value for name, value in fields.items() if value})


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """`?q=…&ordnung=datum&ressort=…&von=…&bis=…&seite=2`"""
    made_of(request, "search", "articles", until=midnight())
    places = sections()
    asked = _read(request, places)
    found = answer(
        asked.query,
        limits=asked.limits,
        order=asked.order,
        today=timezone.localdate(),
        number=asked.number,
    )
    context = {
        "asked": asked,
        "query": asked.query.text,
        "found": found,
        "places": places,
        "shortened": len(request.GET.get("q", "").strip()) > LONGEST_QUERY,
    }
    return render(request, "search/results.html", context)


def _read(request: HttpRequest, places: list[Section]) -> Asked:
    fields = request.GET
    first, last = _day(fields.get("von", "")), _day(fields.get("bis", ""))
    if first and last and first > last:
        first, last = last, first
    return Asked(
        query=read_query(fields.get("q", "")),
        order="datum" if fields.get("ordnung") == "datum" else "rang",
        section=next((place for place in places if place.slug == fields.get("ressort")), None),
        first_day=first,
        last_day=last,
        number=_number(fields.get("seite", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(max(int(text[:6]), 1), LAST_PAGE)
