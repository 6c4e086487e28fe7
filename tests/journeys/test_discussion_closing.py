"""An old article's discussion is closed and leads on to one where readers can write."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.usefixtures("paper_house")

OLD = "Sitzungen kommen ins Netz, der Probelauf verriet zu viel"


def find_the_old_article(reader: Page) -> None:
    """By its headline, in the paper's search."""
    reader.goto("/suche/?q=Probelauf+Leberknödel")
    reader.get_by_role("link", name=OLD).first.click()
    expect(reader.locator("h1")).to_have_text(OLD)


def test_an_old_article_says_why_it_is_closed_and_leads_to_an_open_discussion(
    reader: Page,
) -> None:
    find_the_old_article(reader)
    number = reader.locator("[href*='/diskussion/'], [src*='/diskussion/']").first
    address = number.get_attribute("href") or number.get_attribute("src") or ""
    found = re.search(r"/diskussion/\d+/", address)
    assert found
    reader.goto(found[0])
    closing = reader.locator(".closing")
    expect(closing).to_contain_text("18 Monate")
    expect(reader.locator(".comment").first).to_be_visible()

    closing.locator(".closing__leads a").first.click()

    expect(reader.locator("h1")).not_to_have_text(OLD)
    expect(reader.locator("#kommentare .closing")).to_have_count(0)
    expect(reader.locator("#kommentare a[href^='/diskussion/']").first).to_be_visible()
