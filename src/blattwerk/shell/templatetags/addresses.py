"""`{% absolute "/ausland/" %}`: the paper's public address before a path."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def absolute(path: str) -> str:
    """The address by which the world knows this path."""
    return f"{settings.BLATTWERK_ADDRESS}{path}"
