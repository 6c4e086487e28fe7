"""What stands around every page of the paper: its name, its sections, its standing pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page, Site

from blattwerk.common.lasting import until_all_change
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
    """The frame for pages that answer this request."""
    known: Frame | None = getattr(request, "paper_frame", None)
    if known is None:
        known = _framed(request)
        if request is not None:
            request.paper_frame = known  # type: ignore[attr-defined]
    return known


def paper_of(request: HttpRequest | None) -> Paper:
    """The paper this request is about, to be read only. Raises PaperMissing."""
    known: Paper | None = getattr(request, "paper", None)
    if known is None:
        known = _lasting_paper()
        if request is not None:
            request.paper = known  # type: ignore[attr-defined]
    return known


def site_of(request: HttpRequest) -> Site | None:
    """Wagtail's site for a request, its root page in full; to be read only."""
    known = vars(request)
    if "_wagtail_site" not in known:  # where Wagtail looks, which asks with each request
        known["_wagtail_site"] = _site(request)
    site: Site | None = known["_wagtail_site"]
    return site


def _named_by(request: HttpRequest) -> tuple[str, str]:
    """What Wagtail goes by; a host that is not ours has been refused before, or gets an error."""
    return request.META.get("HTTP_HOST") or request.META["SERVER_NAME"], request.get_port()


@until_all_change(key=_named_by)
def _site(request: HttpRequest) -> Site | None:
    site: Site | None = Site.find_for_request(request)
    if site is not None:
        site.root_page = site.root_page.specific
    return site


@until_all_change(key=lambda: None)
def _lasting_paper() -> Paper:
    return the_paper()


def _site_number(request: HttpRequest | None) -> int | None:
    """Addresses are told from the site on which they are read."""
    site = site_of(request) if request else None
    return site and site.pk


@until_all_change(key=_site_number)
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
