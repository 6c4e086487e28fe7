"""`{% brief story.title %}` and `{{ story.title|shortened }}`."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from blattwerk.common.brevity import begun, shortened

register = template.Library()
register.filter("shortened", shortened)


@register.simple_tag
def brief(text: str) -> SafeString:
    """One line's worth for the eye; the ear, a search engine and who copies it get all of it."""
    beginning = begun(text)
    if beginning == text:
        return escape(text)
    return format_html(
        '{}<span class="for-ears">{}</span><span aria-hidden="true">…</span>',
        beginning,
        text[len(beginning) :],
    )
