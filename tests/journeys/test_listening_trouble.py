"""What a listener hears of trouble, and how it is mended: streams, lost files, lost networks."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.household import Household
from tests.journeys.conftest import NewContext
from tests.journeys.ears import (
    NOTE,
    STATE,
    listening_page,
    silent,
    sound_passes,
    spoken,
    start,
    until,
)

MADE_SECONDS = 240


@pytest.fixture(scope="module")
def article(paper_house: Household) -> dict[str, Any]:
    return spoken(paper_house)[0]


@pytest.fixture
def page(visit: NewContext) -> Page:
    """A reader whose browser notes what could not be fetched in its console."""
    return listening_page(visit(quiet=False))


def test_an_unmade_recording_streams_at_once_and_jumps_when_it_is_made(
    visit: NewContext, paper_house: Household
) -> None:
    page = listening_page(visit())
    start(page, silent(paper_house)["url"])
    assert page.evaluate("sounds[0].duration") == float("inf")
    until(page, "[...CSS.highlights.get('listening')].length === 1")

    page.keyboard.press("l")

    until(page, f"{NOTE}.startsWith('Wird gerade erzeugt')")
    until(page, "Number.isFinite(sounds[0].duration)", MADE_SECONDS)
    sound_passes(page, 10)


def test_a_file_that_is_gone_is_fetched_anew_once(page: Page, article: dict[str, Any]) -> None:
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.request.url)
            route.fulfill(status=404)

    page.context.route("**/ton.opus", lose_the_first)
    page.goto(article["url"])
    page.locator("article [data-listen]").click()

    sound_passes(page, 0.2)
    assert len(lost) == 1


def test_a_file_that_stays_gone_is_told_and_can_be_tried_again(
    page: Page, article: dict[str, Any]
) -> None:
    page.context.route("**/*.opus", lambda route: route.fulfill(status=404))
    page.goto(article["url"])
    page.locator("article [data-listen]").click()
    expect(page.locator(".player [role=status]")).to_have_text(
        "Die Aufnahme konnte nicht geladen werden."
    )

    page.context.unroute("**/*.opus")
    page.locator("[data-deed=again]").click()

    sound_passes(page, 0.2)
    expect(page.locator("[data-deed=again]")).to_be_hidden()


def test_a_withdrawn_recording_is_told(page: Page, article: dict[str, Any]) -> None:
    page.context.route(f"**/hoeren/{article['id']}*", lambda route: route.fulfill(status=404))
    page.context.route("**/*.opus", lambda route: route.fulfill(status=404))
    page.goto(article["url"])

    page.locator("article [data-listen]").click()

    expect(page.locator(".player [role=status]")).to_have_text("Diese Aufnahme gibt es nicht mehr.")


def test_a_lost_network_keeps_the_place_and_goes_on_by_itself(
    page: Page, article: dict[str, Any]
) -> None:
    start(page, article["url"])
    until(page, "sounds[0].duration > 20")
    page.evaluate("sounds[0].currentTime = 12")
    sound_passes(page, 12.3)

    page.context.set_offline(True)
    page.evaluate("sounds[0].src += '?weg'")
    until(page, f"{STATE} === 'offline'")
    page.context.set_offline(False)

    sound_passes(page, 12.2)


def test_an_engine_that_cannot_speak_is_told(page: Page, article: dict[str, Any]) -> None:
    page.context.route("**/ton.opus", lambda route: route.fulfill(status=503))
    page.context.route(
        f"**/hoeren/{article['id']}.json",
        lambda route: route.fulfill(json={**article, "paper": "", "label": "", "state": "failed"}),
    )
    page.goto(article["url"])

    page.locator("article [data-listen]").click()

    expect(page.locator(".player [role=status]")).to_have_text(
        "Dieser Artikel kann gerade nicht vorgelesen werden."
    )
    expect(page.locator("[data-deed=again]")).to_be_visible()


def test_a_player_that_cannot_be_fetched_says_so(page: Page, article: dict[str, Any]) -> None:
    page.context.route("**/hoeren/spieler/", lambda route: route.abort())
    page.goto(article["url"])

    page.locator("article [data-listen]").click()

    expect(page.locator("article [data-listen]")).to_have_text(
        "Der Player konnte nicht geladen werden. Noch einmal versuchen"
    )
    page.context.unroute("**/hoeren/spieler/")
    page.locator("article [data-listen]").click()
    sound_passes(page, 0.2)
