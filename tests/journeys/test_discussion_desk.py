"""The community team at work: a queue cleared by keyboard, two at once, on a phone, in the dark."""

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.conftest import DESKTOP, PHONE, NewContext, sign_in
from tests.journeys.forum_queue import fill_queue
from tests.journeys.test_accessibility import AXE

DESK = "/redaktion/kommentare/"
PASSWORD = "ein-langes-Passwort-7"
VERA, OTTO = "vera@example.org", "otto@example.org"
MANY = 30
FAULTS = """axe.run("#main .bw-forum", {resultTypes: ["violations"]}).then((found) =>
  found.violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html}`)))"""


@pytest.fixture(scope="module")
def queue(paper_house: Household) -> Household:
    """Thirty comments wait, and two people may read them."""
    fill_queue(paper_house, [VERA, OTTO], PASSWORD, MANY)
    return paper_house


def at_work(visit: NewContext, who: str, **options: object) -> Page:
    """That moderator at the queue."""
    page = visit(quiet=False, **options).new_page()
    sign_in(page, who, PASSWORD)
    page.goto(DESK)
    return page


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_open_to_everybody(
    visit: NewContext, queue: Household, viewport: dict[str, int], scheme: str
) -> None:
    page = at_work(visit, VERA, viewport=viewport, color_scheme=scheme, bypass_csp=True)
    faults = []
    for address in (DESK, page.locator("[data-open]").first.get_attribute("href") or ""):
        page.goto(address)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        faults += page.evaluate(FAULTS)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0

    assert faults == []


def test_two_moderators_take_two_comments_and_the_keys_can_be_switched_off(
    visit: NewContext, queue: Household
) -> None:
    vera, otto = at_work(visit, VERA), at_work(visit, OTTO)
    for page in (vera, otto):
        page.keyboard.press("n")
        page.wait_for_url("**/kommentar/**")
    assert vera.url != otto.url

    otto.goto(vera.url)
    expect(otto.locator(".bw-forum-error")).to_contain_text("Vera")
    expect(otto.locator(".bw-forum-decide")).to_have_count(0)

    vera.keyboard.press("?")
    vera.locator("[data-keys-switch]").uncheck()
    vera.keyboard.press("Escape")
    vera.keyboard.press("a")
    vera.reload()
    expect(vera.locator(".bw-forum-yes")).to_be_visible()
    assert vera.evaluate("localStorage.getItem('blattwerk-forum-keys')") == "off"


def test_without_javascript_all_is_done_by_forms(visit: NewContext, queue: Household) -> None:
    page = at_work(visit, OTTO, javascript=False)
    page.locator("[data-open]").last.click()
    refusal = page.locator("details:has(form[action*=ablehnung])")
    refusal.locator("summary").click()
    refusal.locator("[name=reason]").first.check()
    refusal.locator("button[type=submit]").click()

    undo = page.locator(".bw-forum-done button")
    expect(undo).to_be_visible()
    undo.click()
    expect(page.locator(".bw-forum-here")).to_be_visible()


def decide(page: Page, *keys: str) -> None:
    """Press keys until the next case, or the queue, tells what was done."""
    before = page.url
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)


def test_a_moderator_clears_the_queue_by_keyboard_and_takes_the_last_back(
    visit: NewContext, queue: Household
) -> None:
    vera = at_work(visit, VERA)
    held = vera.locator(".bw-forum-row").count()  # her browser is closed: what she had is free soon
    page = at_work(visit, OTTO)
    decide(page, "n")
    decided = 0
    while "/kommentar/" in page.url:
        decide(page, *(("r", "1", "Enter") if decided % 10 == 3 else ("a",)))
        decided += 1

    assert (held, decided >= MANY - 1) == (25, True)
    expect(page.locator(".bw-forum-done")).to_be_visible()
    decide(page, "u")
    expect(page.locator(".bw-forum-here")).to_be_visible()
