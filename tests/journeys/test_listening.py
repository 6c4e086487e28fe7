"""A reader presses play: sound, the sentence being read, other pages, and back tomorrow."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.conftest import PHONE, NewContext
from tests.journeys.ears import MARKED, STATE, listening_page, sound_passes, spoken, start, until

SETTLED = f"({STATE} === 'blocked' || heard.includes('playing'))"
NOT_HEARD = "heard.filter(name => ['pause', 'ended', 'error'].includes(name))"


@pytest.fixture(scope="module")
def article(paper_house: Household) -> dict[str, Any]:
    """The newest article whose recording is made."""
    return spoken(paper_house)[0]


@pytest.fixture
def page(visit: NewContext) -> Page:
    return listening_page(visit())


def test_no_byte_of_sound_or_player_comes_before_play(page: Page, article: dict[str, Any]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(article["url"])
    page.wait_for_timeout(500)

    assert [url for url in asked if re.search(r"/hoeren/|player|turbo", url)] == []


def test_play_sounds_and_marks_the_sentence_being_read(page: Page, article: dict[str, Any]) -> None:
    start(page, article["url"])

    until(page, f"{MARKED}.length === 1")
    expect(page.locator("article .listen__label")).to_have_text(
        "Automatisch vorgelesen mit künstlicher Stimme"
    )
    expect(page.locator("[data-is=elapsed]")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(page.locator("[data-is=whole]")).not_to_have_text("00:00")
    assert page.evaluate("navigator.mediaSession.metadata.title") == article["title"]


def test_the_sound_goes_on_over_three_pages_and_back(page: Page, article: dict[str, Any]) -> None:
    start(page, article["url"])
    until(page, "window.Turbo !== undefined")
    page.evaluate("window.samePage = true")

    for link in ("header nav a[href='/kultur/']", "main h3 a", "header nav a[href='/sport/']"):
        before = page.url
        page.locator(link).first.click()
        expect(page).not_to_have_url(before)
        expect(page.locator("main")).to_be_focused()
        expect(page.locator("#meldung")).to_have_text(page.title())
    page.go_back()
    expect(page).to_have_url(before)

    sound_passes(page, page.evaluate("sounds[0].currentTime") + 0.3)
    assert page.evaluate("[samePage, sounds.length]") == [True, 1]
    assert page.evaluate(NOT_HEARD) == []
    expect(page.locator(".player")).to_have_count(1)
    expect(page.locator("[data-is=link]")).to_have_attribute("href", article["url"])


def test_a_pages_own_scripts_work_after_a_soft_visit(page: Page, article: dict[str, Any]) -> None:
    page.goto("/hoeren/")
    page.locator(f"[data-number='{article['id']}'] [data-listen]").first.click()
    sound_passes(page, 0.2)
    until(page, "window.Turbo !== undefined")
    page.evaluate("window.samePage = true")

    page.locator(f"main a[href='{article['url']}']").first.click()
    expect(page.locator("h1")).to_have_text(article["title"])

    expect(page.locator("copy-link button")).to_be_visible()
    page.locator("theme-switch button").click()
    expect(page.locator("theme-switch button")).to_have_attribute("aria-pressed", "true")
    until(page, f"{MARKED}.length === 1")
    assert page.evaluate("window.samePage") is True


def test_a_silent_readers_links_load_pages_in_full(page: Page, article: dict[str, Any]) -> None:
    start(page, article["url"])
    until(page, "window.Turbo !== undefined")
    page.locator(".player__mini [data-deed=toggle]").click()
    until(page, f"{STATE} === 'paused'")
    page.evaluate("window.samePage = true")

    page.locator("header nav a[href='/kultur/']").click()
    page.wait_for_url("**/kultur/")

    assert page.evaluate("window.samePage") is None
    expect(page.locator("[data-is=link]")).to_have_text(article["title"])


def test_without_soft_visits_the_next_page_carries_on(page: Page, article: dict[str, Any]) -> None:
    nothing = {"body": "throw 'none'", "content_type": "text/javascript"}
    page.context.route("**/vendor/turbo*", lambda route: route.fulfill(**nothing))
    start(page, article["url"])
    sound_passes(page, 1.5)

    page.locator("header nav a[href='/kultur/']").click()
    page.wait_for_url("**/kultur/")

    sound_passes(page, 1.5)


def test_the_next_article_starts_by_itself(page: Page, article: dict[str, Any]) -> None:
    start(page, article["url"])
    until(
        page, "sounds[0].duration > 2 && document.querySelectorAll('.player__queue li').length > 1"
    )

    page.evaluate("sounds[0].currentTime = sounds[0].duration - 1")

    until(page, f"!sounds[0].src.includes('/{article['id']}/')")
    sound_passes(page, 0.2)
    expect(page.locator("[data-is=link]")).not_to_have_text(article["title"])
    assert page.evaluate(MARKED) == []


def test_the_place_is_kept_over_a_reload_and_a_visit_tomorrow(
    page: Page, article: dict[str, Any]
) -> None:
    start(page, article["url"])
    until(page, "sounds[0].duration > 20")
    page.evaluate("sounds[0].currentTime = 15")
    sound_passes(page, 15.2)

    page.reload()
    # It depends on the browser whether the sound may carry on by itself.
    until(page, f"sounds[0]?.currentTime > 15.1 && {SETTLED}")
    if page.evaluate("sounds[0].paused"):
        page.locator(".player__mini [data-deed=toggle]").click()
    sound_passes(page, 15.1)
    page.locator("[data-deed=close]").click()
    page.goto("/")
    page.goto(article["url"])

    expect(page.locator("article [data-listen]")).to_have_text(re.compile("Weiterhören ab 0:1"))
    expect(page.locator(".player")).to_have_count(0)
    page.locator("article [data-listen]").click()
    sound_passes(page, 15.1)


def test_an_address_with_a_time_offers_it_and_never_plays_by_itself(
    page: Page, article: dict[str, Any]
) -> None:
    page.goto(f"{article['url']}#t=12")
    expect(page.locator("article [data-listen]")).to_have_text("Ab 0:12 anhören")
    assert page.evaluate("sounds[0].src") == ""

    page.locator("article [data-listen]").click()

    sound_passes(page, 12.1)


def test_a_tapped_sentence_is_read_next(page: Page, article: dict[str, Any]) -> None:
    start(page, article["url"])
    until(page, f"{MARKED}.length === 1 && sounds[0].duration > 20")
    line = page.locator(".text p").first
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    assert box

    page.mouse.click(box["x"] + 40, box["y"] + 12)

    text = line.inner_text()
    until(page, f"{MARKED}[0]?.length > 0 && {text!r}.startsWith({MARKED}[0].slice(0, 20))")
    assert page.evaluate("sounds[0].currentTime") > 1


def test_reading_elsewhere_is_left_alone_until_called_back(
    page: Page, article: dict[str, Any]
) -> None:
    start(page, article["url"])
    until(page, f"{MARKED}.length === 1")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 1500)
    expect(page.locator("[data-deed=here]")).to_be_visible()
    away = page.evaluate("scrollY")

    page.locator("[data-deed=here]").click()

    until(page, f"scrollY < {away}")
    expect(page.locator("[data-deed=here]")).to_be_hidden()


def test_without_javascript_the_browsers_own_player_plays(
    visit: NewContext, article: dict[str, Any]
) -> None:
    page = visit(javascript=False).new_page()
    page.goto(article["url"])
    sound = page.locator("article audio")
    expect(sound).to_be_visible()
    expect(page.locator("article [data-listen]")).to_be_hidden()
    assert page.evaluate("document.querySelector('article audio').readyState") == 0

    sound.focus()
    page.keyboard.press("Space")

    until(page, "document.querySelector('article audio').currentTime > 0.2")


def test_the_own_list_fills_at_articles_and_plays_in_order(
    page: Page, paper_house: Household
) -> None:
    first, second = spoken(paper_house)[:2]
    for one in (first, second):
        page.goto(one["url"])
        page.locator("article [data-keep]").click()
        expect(page.locator("article [data-keep]")).to_have_attribute("aria-pressed", "true")

    page.goto("/hoeren/")
    own = page.locator("own-list[data-kind=list]")
    expect(own.locator("h3")).to_have_text([first["title"], second["title"]])
    own.locator("[data-listen]").first.click()

    sound_passes(page, 0.2)
    page.locator("[popovertarget=spieler]").click()
    expect(page.locator(".player__queue li span:first-child")).to_have_text(
        [first["title"], second["title"]]
    )


def test_the_player_fits_a_phone(visit: NewContext, article: dict[str, Any]) -> None:
    for width in (320, PHONE["width"]):
        page = listening_page(visit(viewport={**PHONE, "width": width}))
        start(page, article["url"])
        page.locator("[popovertarget=spieler]").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
