"""An article's address: readable words, then the number that finds it for ever."""

import re
from typing import TYPE_CHECKING

from django.apps import apps

if TYPE_CHECKING:
    from blattwerk.newsroom.models import Article

_NUMBERED = re.compile(r"(?:[^/]*-)?(?P<number>[0-9]{1,18})")


def find_article(component: str) -> "Article | None":
    """The published article whose number ends this last part of an address, or None."""
    match = _NUMBERED.fullmatch(component)
    if match is None:
        return None
    articles: type[Article] = apps.get_model("newsroom", "Article")
    found = articles.objects.live().select_related("section", "lead_picture")
    return found.filter(pk=int(match["number"])).first()
