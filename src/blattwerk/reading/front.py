"""A page's front as the templates show it."""

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest
from wagtail.models import Page

from blattwerk.common.made_of import made_of
from blattwerk.common.until import within
from blattwerk.fronts.compose import compose_front
from blattwerk.reading.faces import face_opinions
from blattwerk.reading.layout import Placed, placed
from blattwerk.reading.pager import Shown


def composed(page: Page) -> list[Placed]:
    """The containers of a page, each with its look."""
    front = placed(compose_front(page))
    face_opinions(front)
    return front


def note_stories(request: HttpRequest, front: Sequence[Placed]) -> None:
    """A front with a container of stories is made of those too; their liveliness fades."""
    if any(part.container.kind == "stories" for part in front):
        made_of(request, "stories", until=within(minutes=10))


def besides(shown: Shown, front: Sequence[Placed]) -> Shown:
    """The list below a front, without what stands in the front already."""
    placed_above = {article.pk for part in front for article in part.container.articles}
    left = [article for article in shown.articles if article.pk not in placed_above]
    return replace(shown, articles=left)
