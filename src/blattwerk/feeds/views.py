"""Sitemaps and what robots are told: parse, one question, answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from blattwerk.common.addresses import absolute
from blattwerk.common.made_of import made_of
from blattwerk.common.until import within
from blattwerk.feeds.sitemap_xml import index_xml, news_xml, places_xml
from blattwerk.feeds.sitemaps import article_places, article_sitemaps, news, page_places
from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.queries import the_paper

XML = "application/xml; charset=utf-8"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    made_of(request, "robots")
    sitemaps = [absolute(reverse(name)) for name in ("sitemap", "news_sitemap")]
    return render(request, "feeds/robots.txt", {"sitemaps": sitemaps}, "text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    made_of(request, "articles")
    shelves = article_sitemaps()
    changes = [newest for _number, newest in shelves if newest is not None]
    sitemaps = [(absolute(reverse("page_sitemap")), max(changes, default=None))]
    for number, newest in shelves:
        sitemaps.append((absolute(reverse("article_sitemap", args=[number])), newest))
    return HttpResponse(index_xml(sitemaps), XML)


@require_safe
def page_sitemap(request: HttpRequest) -> HttpResponse:
    made_of(request, "articles", "front", "topics", "stories")
    return HttpResponse(places_xml(page_places(timezone.now())), XML)


@require_safe
def article_sitemap(request: HttpRequest, number: int) -> HttpResponse:
    made_of(request, "articles")
    places = list(article_places(number)) if number < 10**9 else []
    if not places:
        raise Http404
    return HttpResponse(places_xml(places), XML)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    made_of(request, "articles", until=within(minutes=10))
    try:
        paper = the_paper()
    except PaperMissing as error:
        raise Http404 from error
    return HttpResponse(news_xml(paper.title, news(timezone.now())), XML)
