"""`{% page_scripts %}`: the modules that rooms have named for every page."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from blattwerk.shell.page_scripts import scripts_of_every_page

register = template.Library()


@register.simple_tag
def page_scripts() -> SafeString:
    """One script element for each."""
    addresses = ((static(path),) for path in scripts_of_every_page())
    return format_html_join("", '<script type="module" src="{}"></script>', addresses)
