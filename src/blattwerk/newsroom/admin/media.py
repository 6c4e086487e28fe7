"""Files of the media folder for people at work; readers get pictures by `/bilder/…` only.

So originals, with what the camera wrote into them, never leave the house.
"""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

from blattwerk.common.made_of import Storing, made_of


@require_safe
def media_file(request: HttpRequest, path: str) -> FileResponse:
    """One stored file, always as a picture or a download."""
    made_of(request, storing=Storing.PRIVATE)
    try:
        found = Path(safe_join(settings.MEDIA_ROOT, path))
    except ValueError as error:
        raise Http404 from error
    if not found.is_file():
        raise Http404
    return FileResponse(
        found.open("rb"), headers={"Cache-Control": "private, max-age=3600, immutable"}
    )
