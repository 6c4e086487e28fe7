"""The newsroom's answers to readers: its pages, and pictures in the sizes of `pictures.py`."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images.models import SourceImageIOError
from wagtail.views import serve

from blattwerk.common.made_of import made_of
from blattwerk.newsroom.frame import site_of
from blattwerk.newsroom.models import Picture
from blattwerk.newsroom.pictures import Format, UnknownSize, check_size, picture_mark


def page(request: HttpRequest, path: str) -> HttpResponse:
    """The page at an address, as Wagtail serves it; its site is not asked for each time."""
    site_of(request)
    answer: HttpResponse = serve(request, path)
    return answer


@require_safe
def picture(
    request: HttpRequest, number: int, mark: str, slot: str, width: int, file_format: str
) -> HttpResponse:
    """One size of a picture, made when first asked for and kept; an outdated mark is not found."""
    try:
        size = check_size(slot, width, file_format)
    except UnknownSize as error:
        raise Http404(str(error)) from error
    found = get_object_or_404(Picture, pk=number)
    if mark != picture_mark(found):
        raise Http404
    spec = size.filter_spec(width, cast("Format", file_format))
    try:
        rendition = found.get_rendition(spec)
    except SourceImageIOError as error:  # the file is lost
        raise Http404 from error
    made_of(request, f"picture-{number}")
    with rendition.file.open("rb") as file:
        return HttpResponse(
            file.read(),
            content_type=f"image/{file_format}",
            headers={"Cache-Control": "public, max-age=31536000, immutable"},
        )
