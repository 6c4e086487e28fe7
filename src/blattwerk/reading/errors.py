"""What readers see when something is not there or broken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from blattwerk.reading.nearby import latest_articles


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: in the paper's dress, with ways on."""
    return render(request, "reading/404.html", {"latest": latest_articles()}, status=404)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500: without the database, which may be what is broken."""
    return HttpResponse(render_to_string("reading/500.html"), status=500)
