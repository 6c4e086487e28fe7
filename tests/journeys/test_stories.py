"""A reader follows an affair, meets others, and finds topics; with and without JavaScript."""

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import PHONE, NewContext

PANEL = "**/stories/entdecken/"
FIRST_STORY = "main .affair__link"
PARTS = "[data-part]"
# Gives a link other words; whether its arrow then stands on the last one's line and in sight.
ARROW_BESIDE_LAST_WORD = """([selector, words]) => {
  const link = document.querySelector(selector);
  const arrow = link.querySelector("svg");
  link.replaceChildren(words, arrow);
  const range = document.createRange();
  range.selectNodeContents(link.firstChild);
  const last = [...range.getClientRects()].at(-1);
  const box = arrow.getBoundingClientRect();
  const middle = (box.top + box.bottom) / 2;
  return last.top < middle && middle < last.bottom && last.right <= box.left
    && box.right <= document.documentElement.clientWidth;
}"""


def number_in(address: str | None) -> str:
    found = re.search(r"-(\d+)/$", address or "")
    assert found
    return found[1]


def open_first_story(page: Page) -> str:
    """Go from the list of stories to the first one; its number."""
    page.goto("/stories/")
    page.locator(FIRST_STORY).first.click()
    page.wait_for_url(re.compile(r"/story/.+"))
    return number_in(page.url)


def an_article(page: Page) -> str:
    """The address of an article of the first story."""
    open_first_story(page)
    address = page.locator(".stand .card__link").get_attribute("href")
    assert address
    return address


def test_from_the_stories_into_an_affair_to_an_article_and_back(reader: Page) -> None:
    number = open_first_story(reader)
    title = reader.locator("h1").inner_text()
    expect(reader.locator(".course .chapter").first).to_be_visible()

    reader.locator(".stand .card__link").click()

    expect(reader.locator(".story_box__title")).to_contain_text(title)
    reader.locator(".story_box__title a").click()
    assert number_in(reader.url) == number
    expect(reader.locator("h1")).to_have_text(title)


def test_a_topic_is_found_by_typing_its_beginning(reader: Page) -> None:
    reader.goto("/themen/")
    name = reader.locator(".topic_line a").last.inner_text()

    reader.locator("main [name=q]").fill(name[:-1])
    reader.locator("main [name=q]").press("Enter")
    reader.locator(".topic_line a", has_text=name).first.click()

    expect(reader.locator("h1")).to_have_text(name)
    expect(reader.locator(".listing .card").first).to_be_visible()


def test_without_scripts_the_panel_is_a_link_to_all_stories(visit: NewContext) -> None:
    page = visit(javascript=False).new_page()
    page.goto(an_article(page))

    expect(page.locator(".discovery__body")).to_be_hidden()
    page.locator(".discovery a").click()

    expect(page).to_have_url(re.compile(r"/stories/$"))


def test_the_panel_comes_when_it_is_near_and_leaves_out_what_is_known(visit: NewContext) -> None:
    page = visit(viewport=PHONE).new_page()
    address = an_article(page)
    own = number_in(page.url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    body = page.locator(".discovery__body")
    assert [url for url in asked if "entdecken" in url] == []

    body.scroll_into_view_if_needed()

    expect(page.locator("story-discovery [aria-busy=false]")).to_have_count(1)
    shown = page.locator("story-discovery [data-story]")
    assert own not in shown.evaluate_all("items => items.map(item => item.dataset.story)")
    assert len([url for url in asked if "entdecken" in url]) == 1


def test_a_panel_that_fails_says_so_and_can_be_asked_again(visit: NewContext) -> None:
    page = visit(quiet=False).new_page()  # the browser notes the failure in its console
    address = an_article(page)
    page.evaluate("localStorage.clear()")
    page.route(PANEL, lambda route: route.abort())
    page.goto(address)
    page.locator(".discovery").scroll_into_view_if_needed()
    again = page.locator("story-discovery [data-is=again]")
    expect(again).to_be_visible()
    page.unroute(PANEL)
    page.route(PANEL, an_answer)

    again.press("Enter")

    expect(page.locator("story-discovery [data-story='999999'] a")).to_be_focused()
    expect(again).to_be_hidden()


def an_answer(route: Route) -> None:
    """One story that nobody knows."""
    item = "<ol><li data-story='999999'><a href='/stories/'>Neu</a></li></ol>"
    route.fulfill(body=item, content_type="text/html")


def test_what_came_since_the_last_visit_is_marked_and_stays_so_on_going_back(
    visit: NewContext,
) -> None:
    page = visit().new_page()
    number = open_first_story(page)
    since = page.locator("[data-is=since]")
    expect(since).to_have_text("")
    parts = page.locator(PARTS).evaluate_all("parts => parts.map(part => +part.dataset.part)")
    left = {number: {"at": 1, "seen": parts[1:], "before": []}}
    page.evaluate("left => localStorage.setItem('stories', left)", json.dumps(left))

    page.reload()

    expect(since).to_have_text(re.compile(r"^1 "))
    marked = page.locator(f"{PARTS}:has([data-is=new]:not(:empty))")
    assert [int(part.get_attribute("data-part") or 0) for part in marked.all()] == parts[:1]
    page.locator(".stand .card__link").click()
    page.wait_for_url(re.compile(r"-\d+/$"))
    page.go_back()
    expect(marked).to_have_count(1)


@pytest.mark.parametrize(
    "left", ["{", "null", "7", "[]", '{"%": 3}', '{"%": {"at": "x", "seen": {}, "before": 5}}']
)
def test_nothing_that_lies_in_the_browsers_store_breaks_a_page(
    visit: NewContext, left: str
) -> None:
    page = visit().new_page()
    number = open_first_story(page)
    page.evaluate("left => localStorage.setItem('stories', left)", left.replace("%", number))

    page.reload()

    expect(page.locator(PARTS).first).to_be_attached()
    kept = json.loads(page.evaluate("localStorage.getItem('stories')"))
    assert len(kept[number]["seen"]) == page.locator(PARTS).count()


def test_a_printed_story_tells_every_chapter(visit: NewContext) -> None:
    page = visit().new_page()
    open_first_story(page)

    page.emulate_media(media="print")

    for part in page.locator(f"{PARTS} a").all():
        expect(part).to_be_visible()
    expect(page.locator(".page_head__tools")).to_be_hidden()


@pytest.mark.parametrize("zoom", [1, 2])
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_the_arrow_of_a_story_keeps_to_its_last_word(
    visit: NewContext, width: int, zoom: int
) -> None:
    # zoom: what 200 % leave of the window's width
    page = visit(viewport={"width": width // zoom, "height": 900}).new_page()
    page.goto(an_article(page))
    for words in ("Kurz", "Risse in der Staumauer am Grünsee " * 2, "Grünsee " * 12):
        for title in (".story_line__title", ".story_box__title a"):
            assert page.evaluate(ARROW_BESIDE_LAST_WORD, [title, words.strip()])
