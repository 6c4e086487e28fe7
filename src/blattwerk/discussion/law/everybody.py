"""What everybody can read: the rules, whom to turn to, and the year in numbers."""

import csv
import json
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.common.numbered import number_in
from blattwerk.common.until import within
from blattwerk.discussion.law.labels import HEADINGS, LABELS
from blattwerk.discussion.law.numbers import Counts, numbers_of, years
from blattwerk.discussion.law.terms import house_rules, parts
from blattwerk.discussion.worded import own_words
from blattwerk.newsroom.frame import frame_of


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """`/diskussion/regeln/`: the rules as they stand (Art. 14)."""
    made_of(request, "forum-rules")
    own = own_words("rules")
    context = {"own": own, "rules": [] if own else house_rules(), "parts": parts()}
    return render(request, "discussion/law/rules.html", context)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """`/diskussion/kontakt/`: for authorities and for readers (Art. 11 and 12)."""
    made_of(request, "forum-rules")
    frame = frame_of(request)
    context = {"publisher": frame.publisher or frame.name, "mail": frame.mail}
    return render(request, "discussion/law/contact.html", {**context, "own": own_words("contact")})


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """`/diskussion/zahlen/?jahr=2026`: what was done in a year."""
    _counted_now_and_then(request)
    known = years(timezone.now())
    asked = request.GET.get("jahr", "") or str(known[0])
    year = number_in(asked, 4) or 0
    context = {"year": year, "years": known, "tables": _tables(_counts(year))}
    return render(request, "discussion/law/numbers.html", context)


@require_safe
def numbers_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The same as a table: part, key, name, value."""
    _counted_now_and_then(request)
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(["year", "part", "key", "name", "value"])
    for part, counts in _counts(year).items():
        for key, value in counts.items():
            rows.writerow([year, part, key, LABELS[key], "" if value is None else value])
    return _file(out.getvalue(), "text/csv; charset=utf-8", f"forum-{year}.csv")


@require_safe
def numbers_json(request: HttpRequest, year: int) -> HttpResponse:
    """The same for programs."""
    _counted_now_and_then(request)
    said = json.dumps({"year": year, **_counts(year)}, ensure_ascii=False, indent=2)
    return _file(said + "\n", "application/json", f"forum-{year}.json")


def _counted_now_and_then(request: HttpRequest) -> None:
    """Ten minutes old at most, as the counts themselves; every comment would change them."""
    made_of(request, "forum-numbers", until=within(minutes=10))


def _counts(year: int) -> Counts:
    if year not in years(timezone.now()):
        raise Http404
    return numbers_of(year)


def _tables(counts: Counts) -> list[dict[str, object]]:
    return [
        {
            "heading": HEADINGS[part],
            "rows": [{"label": LABELS[key], "value": value} for key, value in rows.items()],
        }
        for part, rows in counts.items()
    ]


def _file(text: str, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type=kind, headers=headers)
