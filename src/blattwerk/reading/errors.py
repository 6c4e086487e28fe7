"""What readers see when something is not there or broken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as _

from blattwerk.reading.nearby import latest_articles

BARE = "<!DOCTYPE html><title>{title}</title><h1>{title}</h1><p>{text}</p>"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: in the paper's dress, with ways on."""
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
