"""The reader's pages: parse, one question, answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.fronts.compose import compose_front
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from blattwerk.newsroom.presenting import presents
from blattwerk.newsroom.queries import articles_of_author, articles_of_section
from blattwerk.reading.pager import Shown, page_of


@presents(Paper)
def home(request: HttpRequest, page: Paper) -> HttpResponse:
    made_of(request, "front", "articles")
    return render(
        request, "reading/home.html", {"page": page, "containers": compose_front(page)}
    )


@presents(Section)
def section(request: HttpRequest, page: Section) -> HttpResponse:
    made_of(request, f"section-{page.pk}", "articles")
    shown = page_of(articles_of_section(page).for_cards(), request)
    return _listing(request, "reading/section.html", shown, {"page": page, "section": page})


@presents(Article)
def article(request: HttpRequest, page: Article) -> HttpResponse:
    made_of(request, f"article-{page.pk}", f"section-{page.section_id}")
    return render(
        request, "reading/article.html", {"page": page, "article": page, "section": page.section}
    )


@presents(StandingPage)
def standing(request: HttpRequest, page: StandingPage) -> HttpResponse:
    made_of(request, f"standing-{page.pk}")
    return render(request, "reading/standing.html", {"page": page})


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    made_of(request, f"author-{person.pk}", "articles")
    shown = page_of(articles_of_author(person).for_cards(), request)
    return _listing(request, "reading/author.html", shown, {"author": person})


def _listing(
    request: HttpRequest, template: str, shown: Shown, context: dict[str, object]
) -> HttpResponse:
    return render(request, template, {**context, "shown": shown})
