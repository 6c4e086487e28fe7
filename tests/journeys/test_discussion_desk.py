"""The community team at work: at the keys, by forms, and two at once until nothing waits."""

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.by_hand import by_hand
from tests.journeys.conftest import NewContext, sign_in
from tests.journeys.newcomer import PASSWORD

DESK = "/redaktion/kommentare/"
VERA, OTTO = "vera@example.org", "otto@example.org"
FULL = 30  # cases and more: as many wait in the sample paper
HIRED = """
from django.contrib.auth.models import Permission
from blattwerk.accounts.models import User
rights = Permission.objects.filter(codename__in=("access_admin", "moderate"))
for mail in {people}:
    person = User.objects.create_user(mail, {password!r}, first_name=mail.split("@")[0].title())
    person.user_permissions.add(*rights)
"""
# As somebody marks the first word of the comment with the mouse.
MARKED = """async () => {
  const noticed = new Promise((done) => {
    document.addEventListener("selectionchange", done, { once: true });
  });
  const [text] = document.querySelector("#bw-text").childNodes;
  const words = text.firstChild ?? text;
  getSelection().setBaseAndExtent(words, 0, words, words.data.search(/\\s|$/));
  await noticed;
  return getSelection().toString();
}"""


@pytest.fixture(scope="module")
def queue(paper_house: Household) -> Household:
    """What waits in the sample paper, and two people who may read it."""
    by_hand(paper_house, HIRED.format(people=[VERA, OTTO], password=PASSWORD))
    return paper_house


def at_work(visit: NewContext, who: str, **options: object) -> Page:
    """That moderator at the queue."""
    page = visit(quiet=False, **options).new_page()
    sign_in(page, who, PASSWORD)
    page.goto(DESK)
    return page


def press(page: Page, *keys: str) -> None:
    """Until another page tells what was done, and its own keys work."""
    page.wait_for_load_state("domcontentloaded")  # what a form led to may show before it listens
    before = page.url
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before, wait_until="domcontentloaded")


def test_two_moderators_take_two_comments_and_the_keys_can_be_switched_off(
    visit: NewContext, queue: Household
) -> None:
    vera, otto = at_work(visit, VERA), at_work(visit, OTTO)
    for page in (vera, otto):
        press(page, "n")
    assert vera.url != otto.url

    otto.goto(vera.url)
    expect(otto.locator(".bw-forum-error")).to_contain_text("Vera")
    expect(otto.locator(".bw-forum-decide")).to_have_count(0)

    vera.keyboard.press("?")
    vera.locator("[data-keys-switch]").uncheck()
    vera.keyboard.press("Escape")
    here, sent = vera.url, []
    vera.on("request", lambda request: sent.append(request.url))
    vera.keyboard.press("a")
    vera.keyboard.press("r")
    expect(vera.locator(".bw-forum-deed[open]")).to_have_count(0)
    assert (vera.url, sent) == (here, [])
    vera.reload()
    expect(vera.locator(".bw-forum-yes")).to_be_visible()
    expect(vera.locator(".bw-forum-done")).to_have_count(0)
    expect(vera.locator("[data-keys-switch]")).not_to_be_checked()
    assert vera.url == here


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


def test_a_moderator_ticks_by_keyboard_and_takes_all_of_it_back(
    visit: NewContext, queue: Household
) -> None:
    vera = at_work(visit, VERA)
    rows, waiting = vera.locator("[data-open]"), vera.locator(".bw-forum-count").inner_text()
    above, below = rows.nth(5), rows.nth(6)  # nobody has these yet

    vera.keyboard.press("j")
    expect(rows.first).to_be_focused()
    above.focus()
    vera.keyboard.press("j")
    expect(below).to_be_focused()
    vera.keyboard.press("x")
    vera.keyboard.press("k")
    expect(above).to_be_focused()
    vera.keyboard.press("x")
    expect(vera.locator("[name=comment]:checked")).to_have_count(2)
    vera.locator("#bw-bulk > .bw-forum-bulk > button").click()
    expect(vera.locator(".bw-forum-history li")).to_have_count(2)
    expect(vera.locator(".bw-forum-count")).to_have_text(str(int(waiting) - 2))

    vera.keyboard.press("u")
    expect(vera.locator(".bw-forum-count")).to_have_text(waiting)
    expect(vera.locator("[data-key=u]")).to_have_count(0)


def test_a_moderator_edits_out_what_is_marked_holds_and_picks(
    visit: NewContext, queue: Household
) -> None:
    page = at_work(visit, OTTO)
    press(page, "n")
    here, text = page.locator("#bw-about").inner_text(), page.locator("#bw-text").inner_text()
    word = page.evaluate(MARKED)
    page.keyboard.press("e")
    expect(page.locator("[data-cut-text]")).to_have_value(text.replace(word, "[…]", 1))
    panel = page.locator("details[data-cut]")
    panel.locator("[data-digit='1']").check()
    panel.locator("button[type=submit]").click()
    expect(page.locator(".bw-forum-done")).to_contain_text("[…]")
    press(page, "u")
    expect(page.locator("#bw-text")).to_have_text(text)

    for key in ("h", "p"):
        press(page, key)
        expect(page.locator(".bw-forum-done button")).to_be_visible()
        press(page, "u")
        expect(page.locator("#bw-about")).to_have_text(here)


def decide_all(page: Page) -> int:
    """Case by case, until none is left for who decides; how many they were."""
    decided = 0
    while "/kommentar/" in page.url:
        press(page, *(("r", "1", "Enter") if decided % 10 == 3 else ("a",)))
        decided += 1
    return decided


def test_two_moderators_clear_the_queue_by_keyboard_and_take_the_last_back(
    visit: NewContext, queue: Household
) -> None:
    vera, otto = at_work(visit, VERA), at_work(visit, OTTO)
    waiting = int(vera.locator(".bw-forum-count").inner_text())
    press(vera, "n")
    press(otto, "n")

    decided = decide_all(otto) + decide_all(vera)

    assert (decided, waiting >= FULL) == (waiting, True)
    expect(vera.locator(".bw-forum-row")).to_have_count(0)
    expect(vera.locator(".bw-forum-empty")).to_be_visible()
    press(vera, "u")
    expect(vera.locator(".bw-forum-here")).to_be_visible()
