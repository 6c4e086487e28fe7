"""What readers see when something is not there or broken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _

from blattwerk.common.made_of import made_of
from blattwerk.common.until import within
from blattwerk.reading.nearby import latest_articles

# What belongs to one person, and files of sound, which are never stored as pages are.
NEVER_STORED = ("/konto/", "/redaktion/", "/hoeren/dateien/")
BARE = "<!DOCTYPE html><title>{title}</title><h1>{title}</h1><p>{text}</p>"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: in the paper's dress, with ways on.

    The same for all readers, or whoever asks for what is not there would keep pages from being
    stored; for a minute, since something may come to be there by the clock alone.
    """
    if not request.path.startswith(NEVER_STORED):
        made_of(request, "missing", "articles", until=within(minutes=1))
    return render(request, "reading/404.html", {"latest": latest_articles()}, status=404)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500: without the database, which may be what is broken; without style when that is."""
    try:
        page = render_to_string("reading/500.html")
    except ValueError:  # static files were never collected: their names are not known
        page = format_html(
            BARE,
            title=_("Something is broken"),
            text=_("The fault is ours and has been noted. Please try again in a few minutes."),
        )
    return HttpResponse(page, status=500)
