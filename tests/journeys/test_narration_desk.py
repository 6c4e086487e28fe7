"""An editor listens: a word is taught and heard, an article looked after, a voice tried."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.conftest import PHONE, NewContext, sign_in
from tests.journeys.ears import spoken

HEARD_MS = 20_000  # a first sentence starts the engine


@pytest.fixture
def number(paper_house: Household) -> str:
    """Of the longest article whose recording is made: others publish short ones meanwhile."""
    longest = max(spoken(paper_house), key=lambda line: line["seconds"])
    return str(longest["id"])


WORD, SENTENCE = "[data-listen-play][value=word]", "[data-listen-play][value=sentence]"


def hear(page: Page, selector: str) -> None:
    """Press a listen button by keyboard and hear it to the end."""
    button = page.locator(selector).first
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("data-state", re.compile("playing|heard"), timeout=HEARD_MS)
    expect(button).to_have_attribute("data-state", "heard", timeout=HEARD_MS)


def test_a_word_is_heard_before_it_is_stored_and_then_stands_in_the_list(editor: Page) -> None:
    editor.goto("/redaktion/aussprache/new/")
    editor.locator("[name=word]").fill("Lavagno")
    editor.locator("[name=spoken]").fill("Lawanjo")
    hear(editor, WORD)
    hear(editor, SENTENCE)

    editor.locator("[name=spoken]").fill("")
    editor.locator("[name=ipa]").fill("la☃")
    button = editor.locator(WORD)
    button.click()
    expect(button).to_have_attribute("data-state", "failed")
    expect(editor.locator("[data-listen-said]")).to_contain_text("☃")

    editor.locator("[name=ipa]").fill("laˈvanjo")
    editor.locator("footer button[type=submit]").click()
    expect(editor.locator(".messages .success")).to_contain_text("Lavagno")
    expect(editor.locator("main tbody")).to_contain_text("/laˈvanjo/")


def test_an_article_is_switched_off_and_on_where_its_script_is_read(
    editor: Page, number: str
) -> None:
    editor.goto(f"/redaktion/pages/{number}/edit/")
    editor.locator(f'a[href="/redaktion/hoeren/{number}/"]').last.evaluate("link => link.click()")
    editor.wait_for_url(f"**/redaktion/hoeren/{number}/")
    expect(editor.locator("[data-script] li").nth(4)).to_be_visible()

    editor.locator('form[action$="/stille/"] button').click()
    expect(editor.locator(".messages .success")).to_be_visible()
    editor.goto("/redaktion/hoeren/?state=off")
    expect(editor.locator(f'main a[href="/redaktion/hoeren/{number}/"]')).to_be_visible()

    editor.goto(f"/redaktion/hoeren/{number}/")
    editor.locator('form[action$="/stimme/"] button').click()
    expect(editor.locator('form[action$="/stille/"] button')).to_be_visible()


def test_a_selected_word_goes_along_to_its_form(editor: Page, number: str) -> None:
    editor.goto(f"/redaktion/hoeren/{number}/")
    word = editor.locator(".bw-script__written").nth(3).inner_text().split()[0]
    editor.locator(".bw-script__written").nth(3).evaluate(
        """line => {
          const text = line.firstChild;
          getSelection().setBaseAndExtent(text, 0, text, text.data.indexOf(" "));
        }"""
    )
    editor.locator("[data-teach]").click()

    expect(editor.locator("[name=word]")).to_have_value(word)


def test_a_sentence_and_a_voice_are_heard(editor: Page, number: str) -> None:
    editor.goto(f"/redaktion/hoeren/{number}/")
    hear(editor, "[data-script] [data-listen-play]")

    editor.goto("/redaktion/stimmen/")
    button = editor.locator(".bw-voices [data-listen-play]").first
    button.click()
    expect(button).to_have_attribute("data-state", "playing", timeout=HEARD_MS)


def test_the_queue_can_be_used_on_a_phone(visit: NewContext, paper_house: Household) -> None:
    page = visit(quiet=False, viewport=PHONE).new_page()
    sign_in(page, *paper_house.login)
    page.goto("/redaktion/hoeren/")

    expect(page.locator(".bw-summary__counts")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
