"""Absolute addresses: always at the paper's public address, never at the host that was asked."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri


def absolute(path: str) -> str:
    """The public address of a path such as `/ausland/`; an absolute address stays as it is."""
    if urlsplit(path).scheme:
        return iri_to_uri(path)
    return iri_to_uri(f"{settings.BLATTWERK_ADDRESS}/{path.lstrip('/')}")
