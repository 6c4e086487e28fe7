"""axe finds nothing on any page of the forum: readers' own, the law's, the desk's, the rules'."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.by_hand import by_hand
from tests.journeys.conftest import PHONE, NewContext, in_both_looks, sign_in
from tests.journeys.newcomer import PASSWORD, a_word
from tests.journeys.test_accessibility import AXE, faults

# What is ours of an admin's page; Wagtail's own parts are Wagtail's to mend.
OURS = """axe.run({include: [...document.querySelectorAll(
    "#main .bw-forum, #main .bw-ruling, #main .bw-forum-ways, #main .bw-ruling-ways")]},
  {resultTypes: ["violations"]}).then((found) => found.violations.flatMap(
    (fault) => fault.nodes.map((node) => `${fault.id}: ${node.html} (${node.failureSummary})`)))"""

# Words of the desk's tables that stand on two lines.
BROKEN = r"""() => {
  const broken = [];
  for (const cell of document.querySelectorAll("#main .listing :is(td, th)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((part) => part.top));
        if (lines.size > 1) broken.push(`breaks ${word[0]}`);
      }
    }
  }
  return broken;
}"""


@dataclass(frozen=True)
class Scene:
    """Who leads the team, and where all can be seen that has happened: by those who are not signed
    in, by a reader, by the team."""

    email: str
    passing: list[str]
    reading: list[str]
    working: list[str]


@pytest.fixture(scope="module")
def scene(paper_house: Household) -> Scene:
    """Something of everything."""
    told = by_hand(paper_house, f"from tests.journeys.forum_scene import play; play({a_word()!r})")
    return Scene(**json.loads(told))


def ours(page: Page) -> list[str]:
    """What axe finds in our parts of an admin's page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(OURS)
    return found


def broken_words(page: Page) -> list[str]:
    found: list[str] = page.evaluate(BROKEN)
    return found


def walk(
    page: Page, addresses: Iterable[str], look: Callable[[Page], list[str]]
) -> dict[str, list[str]]:
    """What is wrong with the pages, by address."""
    found = {}
    for address in addresses:
        answer = page.goto(address)
        lines = look(page)
        if answer is None or answer.status != 200 or answer.request.redirected_from:
            lines.append(f"is no such page: {answer and (answer.status, answer.url)}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            lines.append("scrolls sideways")
        if lines:
            found[address] = lines
    return found


@pytest.mark.any_database
@in_both_looks
def test_axe_finds_nothing_on_any_page_of_the_forum(
    visit: NewContext, scene: Scene, scheme: str, viewport: dict[str, int]
) -> None:
    # axe is put in from outside, past the paper's own policy
    page = visit(quiet=False, color_scheme=scheme, viewport=viewport, bypass_csp=True).new_page()
    found = walk(page, scene.passing, faults)
    sign_in(page, scene.email, PASSWORD)
    found |= walk(page, scene.reading, faults)
    found |= walk(page, scene.working, ours)

    assert found == {}


def test_tables_of_the_desk_keep_their_words_whole_on_a_phone(
    visit: NewContext, scene: Scene
) -> None:
    page = visit(viewport=PHONE, quiet=False).new_page()
    sign_in(page, scene.email, PASSWORD)

    assert walk(page, scene.working, broken_words) == {}


def test_a_wrong_length_is_told_beside_its_field(visit: NewContext, scene: Scene) -> None:
    page = visit(quiet=False).new_page()
    sign_in(page, scene.email, PASSWORD)
    page.goto("/redaktion/diskussionsregeln/laengen/")
    page.locator("[name=longest]").fill("3")
    page.locator(".bw-ruling form [type=submit]").click()

    described = page.locator("[name=longest]").get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_contain_text("100")
