"""An old article's discussion is closed and leads on to one where readers can write."""

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.by_hand import by_hand

OLD = "Sitzungen kommen ins Netz, der Probelauf verriet zu viel"
# At night nothing is open that an old article could lead to.
ALL_NIGHT = """
from django.utils import timezone
from blattwerk.discussion.models import RuleSet
from tests.journeys.open_forum import OPEN
RuleSet.objects.update_or_create(
    scope="site", key=0, defaults={"plain": {"week": OPEN["week"]}, "changed_at": timezone.now()}
)
"""


@pytest.fixture(scope="module", autouse=True)
def at_any_hour(paper_house: Household) -> None:
    """Discussions of this paper do not close for the night."""
    by_hand(paper_house, ALL_NIGHT)


def find_the_old_article(reader: Page) -> None:
    """By its headline, in the paper's search."""
    reader.goto("/suche/?q=Probelauf+Leberknödel")
    reader.get_by_role("link", name=OLD).first.click()
    expect(reader.locator("h1")).to_have_text(OLD)


def test_an_old_article_says_why_it_is_closed_and_leads_to_an_open_discussion(
    reader: Page, javascript: bool
) -> None:
    find_the_old_article(reader)
    comments, closing = reader.locator("#kommentare"), reader.locator(".closing")
    # They come when they are near; without a script a link leads to them.
    comments.scroll_into_view_if_needed()
    if not javascript:
        comments.locator("turbo-frame a.button").click()
    expect(closing).to_contain_text("18 Monate")
    expect(reader.locator(".comment").first).to_be_visible()

    closing.locator(".closing__leads a").first.click()

    expect(reader.locator("h1")).not_to_have_text(OLD)
    if not javascript:
        comments.locator("turbo-frame a.button").click()
    expect(comments.locator("thread-room a[data-deed=write]")).to_be_visible()
    expect(closing).to_have_count(0)
