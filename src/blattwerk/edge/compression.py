"""Compression of what gains by it: text, not sound or pictures, and never a part of a file.

What the edge stores leaves as it is: it is compressed there.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

COMPRESSED_ALREADY = ("audio/", "image/", "video/")


class Compression(GZipMiddleware):
    """Django's, which would also compress sound, drop its length and so break every player."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        kind = response.get("Content-Type", "")
        dense = kind.startswith(COMPRESSED_ALREADY) and not kind.startswith("image/svg")
        stored = response.has_header("Blattwerk-Tags")  # the edge compresses, once for all readers
        if dense or stored or response.status_code == 206:
            return response
        return super().process_response(request, response)
