"""Pages as a reader's program sees them."""

from bs4 import BeautifulSoup, Tag
from django.test import Client

from blattwerk.newsroom.models import Article


def opened(client: Client, path: str, *, status: int = 200) -> BeautifulSoup:
    """The page at this address."""
    response = client.get(path)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def shown(client: Client, article: Article) -> BeautifulSoup:
    """An article's page."""
    return opened(client, article.get_url())


def words(part: Tag | None) -> str:
    """What stands in a part of a page, with single spaces."""
    assert part is not None
    return " ".join(part.get_text(" ", strip=True).split())


def all_words(page: BeautifulSoup, selector: str) -> list[str]:
    """What stands in each of these parts."""
    return [words(part) for part in page.select(selector)]
