"""`{% paper_frame as frame %}`: the paper's name, sections and standing pages."""

from django import template
from django.template import Context

from blattwerk.newsroom.frame import Frame, frame_of

register = template.Library()


@register.simple_tag(takes_context=True)
def paper_frame(context: Context) -> Frame:
    """The frame of the page being rendered; asked of the database once a request."""
    return frame_of(context.get("request"))
