"""A reader finds an article and reads it, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, NewContext


def test_from_the_front_to_an_article_and_on_to_its_author(reader: Page) -> None:
    reader.goto("/")
    headline = reader.locator("main .card__link").first.inner_text().strip()

    reader.locator("main .card__link").first.click()

    expect(reader.locator("h1")).to_have_text(headline)
    expect(reader.locator("main time").first).to_have_attribute(
        "datetime", re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d$")
    )
    reader.locator("main a[rel=author]").first.click()
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator("main a[href]", has_text=headline).first).to_be_visible()


def test_from_a_section_to_its_second_page(reader: Page) -> None:
    reader.goto("/")
    reader.locator("header nav a", has_text="Region").first.click()
    expect(reader.locator("h1")).to_have_text("Region")
    first = reader.locator("main h3 a").first.inner_text()

    reader.locator("a[rel=next]").click()

    expect(reader).to_have_url(re.compile(r"/region/\?seite=2$"))
    assert reader.locator("main h3 a").first.inner_text() != first


def test_a_search_finds_another_form_of_the_word(reader: Page) -> None:
    reader.goto("/suche/")

    reader.locator("main [name=q]").fill("Brücken")
    reader.locator("main [name=q]").press("Enter")

    expect(reader.locator("main mark").first).to_be_visible()
    assert reader.locator("main h2 a, main h3 a").filter(has_text="rücke").count() >= 3


def test_a_page_that_is_not_there_leads_on(visit: NewContext) -> None:
    page = visit(quiet=False).new_page()  # the browser itself notes the 404 in its console

    answer = page.goto("/gibt-es-nicht/")

    assert answer
    assert answer.status == 404
    expect(page.locator("main a[href='/']").first).to_be_visible()
    expect(page.locator("header nav a", has_text="Ausland").first).to_be_attached()


def test_the_phone_menu_opens_and_leads_to_a_section(visit: NewContext) -> None:
    for javascript in (True, False):
        page = visit(javascript=javascript, viewport=PHONE, has_touch=True).new_page()
        page.goto("/")
        page.locator(".masthead__menu").tap()
        page.locator("#ressorts a", has_text="Kultur").tap()
        expect(page.locator("h1")).to_have_text("Kultur")


def test_the_keyboard_alone_reaches_the_text(visit: NewContext) -> None:
    page = visit().new_page()
    page.goto("/")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert skip == "#inhalt"
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_dark_is_chosen_once_and_kept(visit: NewContext) -> None:
    page = visit(color_scheme="light").new_page()
    page.goto("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    page.locator("theme-switch button").first.click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("main .card__link").first.click()
    page.wait_for_load_state()

    assert dark != light
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize(
    "path", ["/", "/ausland/", "/suche/?q=Wolf", "/impressum/", "/themen/", "/stories/"]
)
@pytest.mark.parametrize("width", [320, 390, 640])
def test_nothing_scrolls_sideways_at_phone_width_or_at_double_zoom(
    visit: NewContext, path: str, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 700}).new_page()

    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_article_prints_without_its_furniture(visit: NewContext) -> None:
    page = visit().new_page()
    page.goto("/")
    page.locator("main .card__link").first.click()
    page.wait_for_load_state()

    page.emulate_media(media="print")

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("header nav").first).to_be_hidden()
