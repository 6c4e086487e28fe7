"""The player by keyboard and by ear: every control has a name, a key and room for a finger."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.conftest import NewContext, in_both_looks
from tests.journeys.ears import STATE, listening_page, sound_passes, spoken, start, until
from tests.journeys.test_accessibility import faults

FOCUS = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
SMALL = """[...document.querySelectorAll('.player :is(button, a, input, select)')]
  .filter(one => one.checkVisibility() && !one.matches('[data-is=link]'))
  .map(one => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
  .filter(([_, box]) => box.width < 44 || box.height < 44).map(([name]) => name)"""

ABOVE_THE_BAR = """document.activeElement.getBoundingClientRect().bottom
  <= document.querySelector('.player__mini').getBoundingClientRect().top"""


@pytest.fixture(scope="module")
def article(paper_house: Household) -> dict[str, Any]:
    return spoken(paper_house)[0]


@pytest.fixture
def page(visit: NewContext, article: dict[str, Any]) -> Page:
    """The article, playing."""
    page = listening_page(visit())
    start(page, article["url"])
    until(page, "sounds[0].duration > 40")
    return page


def test_letters_work_wherever_nothing_is_typed(page: Page) -> None:
    page.keyboard.press("l")
    sound_passes(page, 10)
    page.keyboard.press("j")
    until(page, "sounds[0].currentTime < 10")
    page.keyboard.press("k")
    until(page, f"{STATE} === 'paused'")

    page.keyboard.press("k")  # what paused the sound lets it go on
    until(page, "!sounds[0].paused")


def test_letters_typed_into_a_field_are_text(page: Page) -> None:
    page.locator(".masthead__tools a[href='/suche/']").click()
    page.wait_for_url("**/suche/")
    page.locator("main [name=q]").fill("")
    page.locator("main [name=q]").press_sequentially("klj")

    expect(page.locator("main [name=q]")).to_have_value("klj")
    assert page.evaluate("sounds[0].paused") is False


def test_the_expanded_view_opens_walks_and_closes_by_keyboard(page: Page) -> None:
    page.locator("[popovertarget=spieler]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#spieler")).to_be_visible()
    walked = []
    for _step in range(6):
        page.keyboard.press("Tab")
        walked.append(page.evaluate(FOCUS))

    page.keyboard.press("ArrowRight")
    sound_passes(page, 10)
    page.keyboard.press("Escape")

    assert walked == [
        "Position",
        "Voriger Artikel",
        "10 Sekunden zurück",
        "Pause",
        "10 Sekunden vor",
        "Nächster Artikel",
    ]
    expect(page.locator("#spieler")).to_be_hidden()
    expect(page.locator("[popovertarget=spieler]")).to_be_focused()


def test_the_scrubber_says_where_it_stands(page: Page) -> None:
    page.locator("[popovertarget=spieler]").click()
    page.locator("#spieler [data-deed=toggle]").click()
    total = page.locator("[data-is=whole]").inner_text().removeprefix("0")

    page.locator("[data-is=scrubber]").fill("25")

    until(page, "sounds[0].currentTime === 25")
    expect(page.locator("[data-is=scrubber]")).to_have_attribute(
        "aria-valuetext", f"0:25 von {total}"
    )


def test_the_speed_is_kept(page: Page, article: dict[str, Any]) -> None:
    page.locator("[popovertarget=spieler]").click()
    page.locator("[data-is=speed]").select_option(label="1,5×")
    assert page.evaluate("sounds[0].playbackRate") == 1.5
    page.locator("[data-deed=close]").click()

    page.goto(article["url"])
    page.locator("article [data-listen]").click()

    sound_passes(page, 0.1)
    assert page.evaluate("sounds[0].playbackRate") == 1.5


def test_the_queue_is_put_in_order_by_keyboard(page: Page) -> None:
    page.locator("[popovertarget=spieler]").click()
    titles = page.locator(".player__queue li span:first-child")
    until(page, "document.querySelectorAll('.player__queue li').length > 2")
    before = titles.all_inner_texts()

    page.locator(".player__queue li").nth(1).locator("[data-deed=down]").press("Enter")
    expect(page.locator(".player__queue li").nth(2).locator("[data-deed=down]")).to_be_focused()
    page.locator(".player__queue li").nth(0).locator("[data-deed=drop]").press("Enter")

    expect(titles).to_have_text([before[2], before[1], *before[3:]])


def test_every_control_has_room_for_a_finger(page: Page) -> None:
    page.locator("[popovertarget=spieler]").click()

    assert page.evaluate(SMALL) == []


def test_nothing_focused_hides_behind_the_bar(page: Page) -> None:
    page.locator("footer a").last.focus()

    until(page, ABOVE_THE_BAR)


def test_ears_hear_of_loading_and_trouble_alone(page: Page) -> None:
    expect(page.locator(".player [role=status]")).to_have_text("")
    expect(page.get_by_role("region", name="Player")).to_have_count(1)


@pytest.mark.any_database
@in_both_looks
def test_axe_finds_nothing_in_bar_and_expanded_view(
    visit: NewContext, article: dict[str, Any], scheme: str, viewport: dict[str, int]
) -> None:
    # axe is put in from outside, past the paper's own policy
    context = visit(quiet=False, color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page = listening_page(context)
    start(page, article["url"])
    until(page, "document.querySelectorAll('.player__queue li').length > 0")
    found = faults(page)
    page.locator("[popovertarget=spieler]").click()
    found += faults(page)
    page.goto("/hoeren/")
    found += faults(page)

    assert found == []
