"""`{% if article.section|opinion %}`"""

from django import template

from blattwerk.newsroom.models import Section
from blattwerk.newsroom.tone import is_opinion

register = template.Library()


@register.filter
def opinion(section: Section | None) -> bool:
    """Whether a section prints views."""
    return is_opinion(section)
