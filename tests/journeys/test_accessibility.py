"""axe finds nothing on any kind of page, light and dark, narrow and wide."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import NewContext, in_both_looks

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
FIND = "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"


def first_link(page: Page, selector: str, start: str = "/") -> str:
    """The address of the first link that fits."""
    page.goto(start)
    href = page.locator(selector).first.get_attribute("href")
    assert href
    return href


def addresses(page: Page) -> dict[str, str]:
    """One address for each kind of page."""
    article = first_link(page, "main .card__link")
    return {
        "home": "/",
        "section": "/politik/",
        "article": article,
        "author": first_link(page, "main a[rel=author]", article),
        "standing": "/impressum/",
        "search": "/suche/?q=Irna",
        "no result": "/suche/?q=xyzzyx",
        "missing": "/gibt-es-nicht/",
        "stories": "/stories/",
        "story": first_link(page, "main .affair__link", "/stories/"),
        "topics": "/themen/",
        "lively topics": "/themen/?ordnung=lebhaft",
        "topic": first_link(page, ".topic_line a", "/themen/"),
    }


def faults(page: Page) -> list[str]:
    """What axe finds, in a line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(FIND)
    return [
        f"{violation['id']}: {node['html'][:120]} ({node['failureSummary'][:200]})"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.any_database
@in_both_looks
def test_axe_finds_nothing(visit: NewContext, scheme: str, viewport: dict[str, int]) -> None:
    # axe is put in from outside, past the paper's own policy
    page = visit(quiet=False, color_scheme=scheme, viewport=viewport, bypass_csp=True).new_page()
    found = {}
    for kind, address in addresses(page).items():
        page.goto(address)
        if lines := faults(page):
            found[kind] = lines

    assert found == {}


def test_every_page_has_one_first_heading_and_its_landmarks(visit: NewContext) -> None:
    page = visit(quiet=False).new_page()
    for kind, address in addresses(page).items():
        page.goto(address)
        counts = {
            name: page.locator(selector).count()
            for name, selector in {
                "h1": "h1",
                "main": "main",
                "banner": "body > header",
                "contentinfo": "body > footer",
            }.items()
        }
        assert counts == {"h1": 1, "main": 1, "banner": 1, "contentinfo": 1}, kind
        assert page.locator("html").get_attribute("lang") == "de"
