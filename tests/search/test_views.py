"""The search page answers everybody calmly."""

import re

import pytest
from django.test import Client

from blattwerk.newsroom.models import Section
from blattwerk.search.index import index_articles
from tests.factories import an_article


def page(client: Client, **fields: str) -> str:
    response = client.get("/suche/", fields)
    assert response.status_code == 200
    return response.content.decode()


def headlines(html: str) -> list[str]:
    found = re.findall(r'<span class="headline">(.*?)</span></a></h2>', html)
    return [re.sub(r"</?mark>", "", headline) for headline in found]


def test_hits_are_marked_in_headline_and_passage(client: Client, section: Section) -> None:
    index_articles([an_article(section, headline="Wölfe & Schafe", lead="Ein Wolf <b> kam.")])

    html = page(client, q="Wolf")

    assert '<span class="headline"><mark>Wölfe</mark> &amp; Schafe</span>' in html
    assert "Ein <mark>Wolf</mark> &lt;b&gt; kam." in html


def test_a_withdrawn_article_is_not_shown_though_the_index_knows_it(
    client: Client, section: Section
) -> None:
    article = an_article(section, headline="Wölfe")
    index_articles([article])
    article.unpublish()

    assert headlines(page(client, q="Wolf")) == []


def test_the_form_keeps_what_was_asked(client: Client, section: Section) -> None:
    html = page(
        client, q='"Wolf" <x>', ressort="ausland", ordnung="datum", von="2021-04-01", bis="heute"
    )

    assert 'value="&quot;Wolf&quot; &lt;x&gt;"' in html
    assert '<option value="ausland" selected>' in html
    assert '<option value="datum" selected>' in html
    assert 'type="date" value="2021-04-01"' in html
    assert 'name="bis" type="date" value=""' in html


def test_further_pages_keep_the_search(client: Client, section: Section) -> None:
    index_articles([an_article(section, headline=f"Wolf {number}") for number in range(20)])

    first = page(client, q="Wolf", ressort="ausland")
    second = page(client, q="Wolf", ressort="ausland", seite="2")

    assert 'href="?q=Wolf&amp;ressort=ausland&amp;seite=2"' in first
    assert 'href="?q=Wolf&amp;ressort=ausland"' in second
    assert (len(headlines(first)), len(headlines(second))) == (15, 5)
    assert set(headlines(first)).isdisjoint(headlines(second))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"q": ""},
        {"q": "a"},
        {"q": "x" * 10_000},
        {"q": "'\"; DROP TABLE search_entry; --"},
        {"q": "\x00\x1f"},
        {"q": "Wolf", "seite": "99999999999999999999"},
        {"q": "Wolf", "seite": "-1", "ressort": "nirgends", "von": "31.12.", "ordnung": "x"},
    ],
)
def test_every_query_gets_a_page_with_hints(
    client: Client, section: Section, fields: dict[str, str]
) -> None:
    html = page(client, **fields)

    assert html.count("<h1") == 1
    assert 'class="search_hints"' in html


def test_search_pages_are_not_for_search_engines(client: Client, section: Section) -> None:
    assert '<meta name="robots" content="noindex, follow">' in page(client, q="Wolf")


def test_only_asking_is_allowed(client: Client, section: Section) -> None:
    assert client.post("/suche/", {"q": "Wolf"}).status_code == 405
