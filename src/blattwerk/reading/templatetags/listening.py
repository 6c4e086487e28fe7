"""`{% listen article %}`: how an article is heard, beside its head or as a line of a list."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from blattwerk.narration.queries import READY, heard
from blattwerk.newsroom.models import Article
from blattwerk.reading.lengths import length

register = template.Library()

register.filter("length_of_sound", length)


@register.simple_tag
def listen(article: Article) -> SafeString:
    """The bar beside the head; nothing for drafts and for what is not read aloud."""
    found = heard(article) if article.pk and article.live else None
    if found is None:
        return SafeString("")
    shown = {"article": article, "heard": found, "ready": found.state == READY}
    return render_to_string("reading/listening/article.html", shown)
