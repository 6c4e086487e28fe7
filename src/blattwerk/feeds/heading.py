"""How a page presents itself where its link is shown: in search results and networks."""

from dataclasses import dataclass, field
from typing import Any

from blattwerk.common.addresses import absolute
from blattwerk.feeds import wording
from blattwerk.feeds.pictures import share_address, share_size
from blattwerk.feeds.sound import sound_facts
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section
from blattwerk.newsroom.wording import body_text
from blattwerk.stories.models import Story
from blattwerk.topics.models import Topic

DESCRIPTION_LIMIT = 300


@dataclass(frozen=True)
class SharedPicture:
    """The picture beside a shared link."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Heading:
    """What the head of a page says; `facts` are further OpenGraph properties."""

    paper: str
    title: str
    description: str
    address: str
    kind: str = "website"
    picture: SharedPicture | None = None
    facts: list[tuple[str, str]] = field(default_factory=list)


def heading_of(page: Any, paper: Paper, number: int = 1) -> Heading:
    """The heading of a page; of a list's further pages with their own canonical address."""
    if isinstance(page, Article):
        return _of_article(page, paper)
    path, title, about, picture = _words(page)
    address = absolute(path) + (f"?seite={number}" if number > 1 else "")
    return Heading(
        paper=paper.title,
        title=title,
        description=_short(about),
        address=address,
        kind="profile" if isinstance(page, Author) else "website",
        picture=_shared(picture),
    )


def _words(page: Any) -> tuple[str, str, str, Picture | None]:
    """Path, title, what it is about, and its picture."""
    if isinstance(page, Author):
        about = page.biography or page.role
        return page.get_absolute_url(), page.name, about, page.portrait
    if isinstance(page, Topic):
        return page.get_absolute_url(), page.name, page.description, page.picture
    if isinstance(page, Story):
        return page.get_absolute_url(), page.title, page.standfirst, None
    return page.url, page.title, _about(page), None


def _of_article(article: Article, paper: Paper) -> Heading:
    facts = [("article:published_time", wording.published(article).isoformat())]
    if article.updated_at:
        facts.append(("article:modified_time", wording.updated(article).isoformat()))
    if article.section:
        facts.append(("article:section", article.section.title))
    facts += [("article:author", at) for _name, at in wording.creators(article) if at]
    facts += sound_facts(article)
    return Heading(
        paper=paper.title,
        title=article.title,
        description=_short(article.lead or body_text(article.body)),
        address=absolute(article.url),
        kind="article",
        picture=_shared(article.lead_picture),
        facts=facts,
    )


def _shared(picture: Picture | None) -> SharedPicture | None:
    if picture is None:
        return None
    width, height = share_size(picture)
    return SharedPicture(share_address(picture), width, height, picture.alternative_text)


def _about(page: Any) -> str:
    if isinstance(page, Paper):
        return page.description or page.claim
    if isinstance(page, Section):
        return page.description
    return str(page.search_description)


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= DESCRIPTION_LIMIT:
        return words
    return f"{words[:DESCRIPTION_LIMIT].rpartition(' ')[0]} …"
