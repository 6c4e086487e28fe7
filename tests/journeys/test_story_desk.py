"""An editor at the story desk: with the keyboard alone, with the mouse, on a phone, in the dark."""

import re
from itertools import count

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.household import Household
from tests.journeys.by_hand import by_hand
from tests.journeys.conftest import NewContext, in_both_looks, sign_in
from tests.journeys.test_accessibility import AXE

DESK = "/redaktion/stories/"
FAULTS = """axe.run("#main .bw-desk", {resultTypes: ["violations"]}).then((found) =>
  found.violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html}`)))"""
ASK = """
from django.utils import timezone
from blattwerk.stories.models import Story
from blattwerk.stories.propose import propose_merging
into, other = Story.objects.get(pk={into}), Story.objects.get(pk={other})
evidence = {{"words": [{{"word": "Probe", "share": 0.6}}], "score": 1.1, "margin": 0.2}}
propose_merging(into=into, other=other, sure=0.75, evidence=evidence, now=timezone.now())
"""
_names = count(1)


def press(page: Page, control: Locator, key: str = "Enter") -> None:
    """Use a control as somebody without a mouse does."""
    control.focus()
    expect(control).to_be_focused()
    page.keyboard.press(key)


def said(page: Page) -> Locator:
    """The sentence that tells of a deed well done."""
    return page.locator(".messages .success")


def begun(page: Page, most: int = 3) -> int:
    """A story by hand of the newest articles, by keyboard; returns its number."""
    page.goto(f"{DESK}neu/")
    looking, beginning = page.locator("form[role=search]").last, page.locator("#bw-begin")
    for place in range(most):
        press(page, looking.locator("input[type=checkbox]").nth(place), "Space")
    press(page, looking.locator("button[type=submit]"))
    expect(beginning.locator("input[type=checkbox]")).to_have_count(most)
    beginning.locator("[name=title]").fill(f"Von Hand begonnen {next(_names)}")
    page.keyboard.press("Enter")
    expect(said(page)).to_be_visible()
    found = re.search(r"/stories/(\d+)/$", page.url)
    assert found
    return int(found[1])


def ask(paper_house: Household, into: int, other: int) -> None:
    """Let the system propose to merge two stories; beside the running paper, as the repair does."""
    by_hand(paper_house, ASK.format(into=into, other=other))


@pytest.fixture
def pair(editor: Page) -> tuple[int, int]:
    """Two stories: of two articles, and of the newest one, which it takes from nobody."""
    first = begun(editor, 4)
    editor.goto(f"{DESK}{first}/")
    editor.locator("[name=articles]").first.check()
    editor.locator("[data-tray] button").click()
    expect(said(editor)).to_be_visible()
    found = re.search(r"/stories/(\d+)/$", editor.url)
    assert found
    return first, int(found[1])


def test_a_proposal_is_accepted_by_keyboard_and_taken_back(
    editor: Page, pair: tuple[int, int], paper_house: Household
) -> None:
    into, other = pair
    ask(paper_house, into, other)
    editor.goto("/redaktion/")
    press(editor, editor.locator("[aria-labelledby=bw-waiting] a"))
    editor.wait_for_url(f"**{DESK}")
    case = editor.locator(".bw-case", has=editor.locator(f"a[href='{DESK}{other}/']")).first
    expect(case.locator(".bw-words th")).to_have_text("Probe")
    expect(case.locator(".bw-side")).to_have_count(2)

    press(editor, case.locator("button:not([hidden])").first)
    expect(said(editor)).to_be_visible()
    expect(case).to_have_count(0)

    editor.goto(f"{DESK}{other}/")
    editor.wait_for_url(f"**{DESK}{into}/")  # it went into the other
    press(editor, editor.locator(".bw-history button").first)
    expect(said(editor)).to_be_visible()
    editor.goto(f"{DESK}{other}/")
    editor.wait_for_url(f"**{DESK}{other}/")


def test_a_story_is_renamed_locked_and_merged_by_keyboard(
    editor: Page, pair: tuple[int, int]
) -> None:
    into, other = pair
    editor.goto(f"{DESK}{into}/")
    title = editor.locator("[action$='/titel/'] [name=title]")
    title.fill("Neuer Name")
    title.press("Enter")
    expect(said(editor)).to_contain_text("Neuer Name")

    editor.locator("[aria-labelledby=bw-state] [name=why]").fill("Abgeschlossen")
    editor.keyboard.press("Enter")  # does nothing by itself: no deed is the first
    press(editor, editor.locator("button[formaction$='/sperre/']"))
    expect(editor.locator("button[formaction$='/sperre/ende/']")).to_be_visible()
    expect(editor.locator(".bw-history")).to_contain_text("Abgeschlossen")

    press(editor, editor.locator("a[href$='/verbindung/wahl/']"))
    editor.locator(".bw-desk input[type=search]").fill(str(other))
    editor.keyboard.press("Enter")
    press(editor, editor.locator(".bw-found button").first)
    expect(said(editor)).to_contain_text("Neuer Name")
    expect(editor.locator("[data-member]")).to_have_count(4)


@pytest.mark.parametrize("javascript", [True, False], ids=["dragged", "ticked without JavaScript"])
def test_articles_are_split_off(
    javascript: bool, visit: NewContext, paper_house: Household
) -> None:
    page = visit(quiet=False, javascript=javascript).new_page()
    sign_in(page, *paper_house.login)
    number = begun(page)
    page.goto(f"{DESK}{number}/")
    if javascript:
        tray = page.locator("[data-tray]")
        page.locator("[data-member]").nth(1).drag_to(tray, source_position={"x": 200, "y": 20})
        expect(page.locator("[name=articles]:checked")).to_have_count(1)
        expect(tray.locator("[role=status]")).to_contain_text("1")
    else:
        page.locator("[name=articles]").nth(1).check()

    page.locator("[data-tray] [name=title]").fill("Abgeteilt")
    page.keyboard.press("Enter")

    expect(said(page)).to_contain_text("Abgeteilt")
    expect(page.locator(".bw-member")).to_have_count(1)


def test_the_editors_panel_takes_out_beside_the_form(editor: Page) -> None:
    number = begun(editor, 2)
    editor.goto(f"{DESK}{number}/")
    address = editor.locator(".bw-member a[href*='/edit/']").first.get_attribute("href")
    editor.goto(str(address))
    editor.get_by_role("tab").nth(1).click()
    panel = editor.locator("[data-story-panel]")
    panel.locator("[data-story-deed$='/alleinstand/']").click()

    expect(panel.locator("[data-story-said]")).not_to_be_empty()
    expect(panel.locator(".bw-story")).not_to_have_attribute("href", f"{DESK}{number}/")


@pytest.mark.any_database
@in_both_looks
def test_the_desk_can_be_used_by_all(
    scheme: str, viewport: dict[str, int], visit: NewContext, paper_house: Household
) -> None:
    page = visit(quiet=False, color_scheme=scheme, viewport=viewport, bypass_csp=True).new_page()
    sign_in(page, *paper_house.login)
    first, second = begun(page), begun(page, 1)
    ask(paper_house, first, second)

    for address in ("", f"{first}/", f"{first}/verbindung/wahl/", "neu/"):
        page.goto(f"{DESK}{address}")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate(FAULTS) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address
