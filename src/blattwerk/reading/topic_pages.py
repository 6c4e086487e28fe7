"""A topic's page and the overview of all topics: parse, one question, answer."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.common.until import within
from blattwerk.reading.letters import grouped, index
from blattwerk.reading.pager import page_of
from blattwerk.reading.queues import heard_of_topic, spoken_lines
from blattwerk.stories.queries import stories_of_topic
from blattwerk.topics.errors import Moved
from blattwerk.topics.models import Topic
from blattwerk.topics.queries import Order, articles_of_topic, overview, topic_at

STORIES_SHOWN = 4
LIVELY_SHOWN = 100
LONGEST_QUERY = 120


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        found = topic_at(slug)
    except Moved as moved:
        made_of(request, f"topic-{moved.topic.pk}", "topics")
        return redirect(moved.topic, permanent=True)
    except Topic.DoesNotExist as error:
        raise Http404 from error
    made_of(request, f"topic-{found.pk}", "topics", "articles", "stories", "narrations")
    shown = page_of(articles_of_topic(found).for_cards(), request)
    first = shown.number == 1
    cards = stories_of_topic(found.pk, timezone.now(), STORIES_SHOWN) if first else []
    if cards:
        made_of(request, until=within(minutes=10))
    context = {
        "page": found,
        "topic": found,
        "shown": shown,
        "cards": cards,
        "listen": spoken_lines(heard_of_topic(found)),
    }
    return render(request, "reading/topics/topic.html", context)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """`?q=…&ordnung=lebhaft&buchstabe=b`"""
    made_of(request, "topics", "articles")
    query = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST_QUERY]
    lively = request.GET.get("ordnung") == "lebhaft"
    order: Order = "lebhaft" if lively else "a-z"
    if lively:
        made_of(request, until=within(hours=1))
    lines = overview(timezone.now(), query=query, order=order)
    letters, groups = index(grouped(lines), request.GET.get("buchstabe", "")) if lines else ([], [])
    context = {
        "query": query,
        "order": order,
        "total": len(lines),
        "letters": [] if lively or query else letters,
        "groups": [] if lively else groups,
        "lively": lines[:LIVELY_SHOWN] if lively else [],
        "whole": _address(order=order),
        "by_name": _address(query=query),
        "by_liveliness": _address(query=query, order="lebhaft"),
    }
    return render(request, "reading/topics/overview.html", context)


def _address(*, query: str = "", order: Order = "a-z") -> str:
    asked = {"q": query, "ordnung": "" if order == "a-z" else order}
    fields = urlencode({name: value for name, value in asked.items() if value})
    return reverse("topics") + (f"?{fields}" if fields else "")
