"""The reader's pages: parse, one question, answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import made_of
from blattwerk.common.until import midnight
from blattwerk.newsroom.frame import frame_of
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from blattwerk.newsroom.presenting import presents
from blattwerk.newsroom.queries import articles_of_author, articles_of_section
from blattwerk.reading.faces import name_authors
from blattwerk.reading.front import besides, composed, note_stories
from blattwerk.reading.lengths import speeds
from blattwerk.reading.listening import newest_heard, podcasts
from blattwerk.reading.nearby import around
from blattwerk.reading.pager import Shown, page_of

MINUTES_TO_SLEEP = (10, 20, 30, 60)


@presents(Paper)
def home(request: HttpRequest, page: Paper) -> HttpResponse:
    made_of(request, f"front-{page.pk}", "front", "articles", "stories", until=midnight())
    front = composed(page)
    note_stories(request, front)
    shown = {"front": front, "today": timezone.localdate()}
    return render(request, "reading/home.html", {"page": page, **shown})


@presents(Section)
def section(request: HttpRequest, page: Section) -> HttpResponse:
    made_of(request, f"front-{page.pk}", f"section-{page.pk}", "articles")
    shown = page_of(articles_of_section(page).for_cards(), request)
    front = composed(page) if shown.number == 1 else []
    note_stories(request, front)
    context = {"page": page, "section": page, "front": front}
    return _listing(request, "reading/section.html", besides(shown, front), context)


@presents(Article)
def article(request: HttpRequest, page: Article) -> HttpResponse:
    made_of(request, f"article-{page.pk}", f"section-{page.section_id}", f"narration-{page.pk}")
    if not request.is_preview:  # type: ignore[attr-defined]
        name_authors(page)
    shown = {"article": page, "section": page.section, **around(request, page)}
    return render(request, "reading/article.html", {"page": page, **shown})


@presents(StandingPage)
def standing(request: HttpRequest, page: StandingPage) -> HttpResponse:
    made_of(request, f"standing-{page.pk}")
    return render(request, "reading/standing.html", {"page": page})


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    made_of(request, f"author-{person.pk}", "articles")
    shown = page_of(articles_of_author(person).for_cards(), request)
    return _listing(request, "reading/author.html", shown, {"page": person, "author": person})


@require_safe
def listening(request: HttpRequest) -> HttpResponse:
    made_of(request, "articles", "narrations", "front")
    context = {"newest": newest_heard(), "podcasts": podcasts(frame_of(request).name)}
    return render(request, "reading/listening/page.html", context)


@require_safe
def listening_player(request: HttpRequest) -> HttpResponse:
    """The player's markup, which a page fetches at its first play."""
    made_of(request, "player")
    context = {"speeds": speeds(), "minutes": MINUTES_TO_SLEEP}
    return render(request, "reading/listening/player.html", context)


def _listing(
    request: HttpRequest, template: str, shown: Shown, context: dict[str, object]
) -> HttpResponse:
    return render(request, template, {**context, "shown": shown})
