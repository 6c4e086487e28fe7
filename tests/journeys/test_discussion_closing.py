"""An old article's discussion is closed and leads on to one where readers can write."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewContext

pytestmark = pytest.mark.usefixtures("paper_house")

OLD = "Sitzungen kommen ins Netz, der Probelauf verriet zu viel"


def find_the_old_article(reader: Page) -> None:
    """By its headline, in the paper's search."""
    reader.goto("/suche/?q=Probelauf+Leberknödel")
    reader.get_by_role("link", name=OLD).first.click()
    expect(reader.locator("h1")).to_have_text(OLD)


def go_to_its_comments(reader: Page, *, javascript: bool) -> None:
    """They come when they are near; without a script a link leads to them."""
    comments = reader.locator("#kommentare")
    if javascript:
        comments.scroll_into_view_if_needed()
    else:
        comments.locator("turbo-frame a.button").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_old_article_says_why_it_is_closed_and_leads_to_an_open_discussion(
    visit: NewContext, javascript: bool
) -> None:
    reader = visit(javascript=javascript).new_page()
    find_the_old_article(reader)
    go_to_its_comments(reader, javascript=javascript)
    closing = reader.locator(".closing")
    expect(closing).to_contain_text("18 Monate")
    expect(reader.locator(".comment").first).to_be_visible()

    closing.locator(".closing__leads a").first.click()

    expect(reader.locator("h1")).not_to_have_text(OLD)
    expect(reader.locator("#kommentare .closing")).to_have_count(0)
    expect(reader.locator("#kommentare a[href^='/diskussion/']").first).to_be_visible()
