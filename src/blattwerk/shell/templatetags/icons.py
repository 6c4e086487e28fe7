"""`{% icon "search" %}`"""

from django import template
from django.utils.safestring import SafeString

from blattwerk.shell.icons import drawn

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon, hidden from ears; the control beside it says what it does."""
    return drawn(name)
