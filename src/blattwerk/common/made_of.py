"""What an answer is made of: its cache tags, whether it may be stored, and how long it is true.

Every public view says so from the first day; the edge reads it. A tag names a thing whose change
makes the answer stale: `article-12`, `section-3`, `author-7`, `front`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.http import HttpRequest


class Storing(StrEnum):
    """Who may keep the answer."""

    PUBLIC = "public"  # the same bytes for every reader: edge, CDN, disk
    PRIVATE = "private"  # belongs to one person: nobody


@dataclass
class Ingredients:
    """Tags and storing policy of one answer.

    From `until` on it is stale without any change, since it depends on the clock; None: never. One
    that is `strict` is not shown for a moment longer than it is true.
    """

    tags: set[str] = field(default_factory=set)
    storing: Storing = Storing.PUBLIC
    until: datetime | None = None
    strict: bool = False


def made_of(
    request: HttpRequest,
    *tags: str,
    storing: Storing = Storing.PUBLIC,
    until: datetime | None = None,
    strict: bool = False,
) -> Ingredients:
    """Note `tags` for the answer to `request` and return all that was noted so far.

    Once one part of an answer is private, the whole answer stays so; the earliest `until` of its
    parts is that of the whole, and one strict part makes all of it strict.
    """
    ingredients = noted(request)
    if ingredients is None:
        ingredients = Ingredients()
        request.made_of = ingredients  # type: ignore[attr-defined]
    ingredients.tags.update(tags)
    if storing is Storing.PRIVATE:
        ingredients.storing = Storing.PRIVATE
    if until is not None and (ingredients.until is None or until < ingredients.until):
        ingredients.until = until
    ingredients.strict = ingredients.strict or strict
    return ingredients


def noted(request: HttpRequest) -> Ingredients | None:
    """What was noted for this request; None when its view has said nothing."""
    return getattr(request, "made_of", None)
