"""What stands around every page of the paper: its name, its sections, its standing pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.models import Paper
from blattwerk.newsroom.queries import sections, standing_pages, the_paper


@dataclass(frozen=True)
class Link:
    """A page by its name; `key` is its number, by which a page finds itself in a list."""

    title: str
    address: str
    key: int


@dataclass(frozen=True)
class Frame:
    """All that the shell prints around a page; empty before the paper is founded."""

    name: str = "Blattwerk"
    claim: str = ""
    description: str = ""
    publisher: str = ""
    mail: str = ""
    home: str = "/"
    sections: tuple[Link, ...] = ()
    standing: tuple[Link, ...] = ()


def frame_of(request: HttpRequest | None) -> Frame:
    """The frame for pages that answer this request: three queries, asked once."""
    known: Frame | None = getattr(request, "paper_frame", None)
    if known is None:
        known = _framed(request)
        if request is not None:
            request.paper_frame = known  # type: ignore[attr-defined]
    return known


def paper_of(request: HttpRequest | None) -> Paper:
    """The paper this request is about, asked of the database once. Raises PaperMissing."""
    known: Paper | None = getattr(request, "paper", None)
    if known is None:
        known = the_paper()
        if request is not None:
            request.paper = known  # type: ignore[attr-defined]
    return known


def _framed(request: HttpRequest | None) -> Frame:
    try:
        paper = paper_of(request)
    except PaperMissing:
        return Frame()
    return Frame(
        name=paper.title,
        claim=paper.claim,
        description=paper.description,
        publisher=paper.publisher,
        mail=paper.community_mail,
        home=paper.get_url(request) or "/",
        sections=_links(sections(), request),
        standing=_links(standing_pages(), request),
    )


def _links(pages: Iterable[Page], request: HttpRequest | None) -> tuple[Link, ...]:
    return tuple(Link(page.title, page.get_url(request) or "/", page.pk) for page in pages)
