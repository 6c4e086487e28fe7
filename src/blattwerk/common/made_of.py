"""What an answer is made of: its cache tags and whether it may be stored.

Every public view says so from the first day; the edge reads it. A tag names a thing whose change
makes the answer stale: `article-12`, `section-3`, `author-7`, `front`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from django.http import HttpRequest


class Storing(StrEnum):
    """Who may keep the answer."""

    PUBLIC = "public"  # the same bytes for every reader: edge, CDN, disk
    PRIVATE = "private"  # belongs to one person: nobody


@dataclass
class Ingredients:
    """Tags and storing policy of one answer."""

    tags: set[str] = field(default_factory=set)
    storing: Storing = Storing.PUBLIC


def made_of(request: HttpRequest, *tags: str, storing: Storing = Storing.PUBLIC) -> Ingredients:
    """Note `tags` for the answer to `request` and return all that was noted so far.

    Once one part of an answer is private, the whole answer stays so.
    """
    ingredients = noted(request)
    if ingredients is None:
        ingredients = Ingredients()
        request.made_of = ingredients  # type: ignore[attr-defined]
    ingredients.tags.update(tags)
    if storing is Storing.PRIVATE:
        ingredients.storing = Storing.PRIVATE
    return ingredients


def noted(request: HttpRequest) -> Ingredients | None:
    """What was noted for this request; None when its view has said nothing."""
    return getattr(request, "made_of", None)
