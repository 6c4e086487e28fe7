"""`{% paper_name %}` for the editors' side; readers' pages have it in their frame."""

from django import template

from blattwerk.newsroom.models import Paper

register = template.Library()


@register.simple_tag
def paper_name() -> str:
    """What the paper is called; the system's name before one is founded."""
    name = Paper.objects.values_list("title", flat=True).first()
    return name or "Blattwerk"
