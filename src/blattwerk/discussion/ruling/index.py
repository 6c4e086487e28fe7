"""The rules at a glance: the paper, its sections, topics and pages with rules of their own."""

from collections.abc import Iterable
from typing import Any, override

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _now
from wagtail.models import Page

from blattwerk.common.numbered import number_in
from blattwerk.discussion.admin.doors import asked
from blattwerk.discussion.models import RuleSet
from blattwerk.discussion.registry import topic_names, topics_called
from blattwerk.discussion.rules.layers import Layer
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.filled import Plain
from blattwerk.discussion.ruling.form import BOXES
from blattwerk.discussion.ruling.page import RulingPage
from blattwerk.discussion.ruling.saying import said
from blattwerk.newsroom.models import Section

Scope = RuleSet.Scope
MOST_PAGES = 50
MOST_FOUND = 20


class Index(RulingPage):
    """`/redaktion/diskussionsregeln/`."""

    template_name = "discussion/ruling/index.html"
    here = "forumrules:index"

    def get(self, request: HttpRequest) -> HttpResponse:
        query = asked(request)
        set_here = {(row.scope, row.key): row.plain for row in _rows()}
        context = self.get_context_data(
            paper=_line(Scope.SITE, 0, _now("The whole paper"), set_here),
            sections=[
                _line(Scope.SECTION, each.pk, each.title, set_here)
                for each in Section.objects.order_by("path")
            ],
            topics=_named(Scope.TOPIC, set_here, topic_names),
            pages=_named(Scope.PAGE, set_here, _titles),
            query=query,
            found=_found(query, set_here) if query else [],
        )
        return self.render_to_response(context)

    @override
    def get_page_subtitle(self) -> str:
        return ""


def _rows() -> Iterable[RuleSet]:
    """What is set; of pages the newest."""
    yield from RuleSet.objects.exclude(scope=Scope.PAGE).order_by("pk")
    yield from RuleSet.objects.filter(scope=Scope.PAGE).order_by("-changed_at")[:MOST_PAGES]


def _named(scope: str, set_here: dict[tuple[str, int], Plain], names: Any) -> list[dict[str, Any]]:
    numbers = [key for each, key in set_here if each == scope and set_here[each, key]]
    called = names(numbers)
    return [_line(scope, key, called[key], set_here) for key in numbers if key in called]


def _found(query: str, set_here: dict[tuple[str, int], Plain]) -> list[dict[str, Any]]:
    """Topics and pages called like the words, or of that number."""
    topics = list(topics_called(query).items())[:MOST_FOUND]
    pages = Page.objects.filter(depth__gt=2)
    number = number_in(query)
    named = pages.filter(pk=number) if number else pages.filter(title__icontains=query)
    titles = named.order_by("-first_published_at", "-pk").values_list("pk", "title")[:MOST_FOUND]
    return [
        *(_line(Scope.TOPIC, key, name, set_here) for key, name in topics),
        *(_line(Scope.PAGE, key, title, set_here) for key, title in titles),
    ]


def _titles(numbers: list[int]) -> dict[int, str]:
    return dict(Page.objects.filter(pk__in=numbers).values_list("pk", "title"))


def _line(
    scope: str, key: int, name: str, set_here: dict[tuple[str, int], Plain]
) -> dict[str, Any]:
    plain = set_here.get((scope, key), {})
    return {"scope": str(scope), "key": key, "name": name, "set": _in_words(from_plain(plain))}


def _in_words(layer: Layer) -> list[str]:
    return [
        f"{title}: {said(name, value)}"
        for name, title in BOXES
        if (value := getattr(layer, name)) not in (None, ())
    ]
