"""A newcomer writes a comment and does to it what can be done; with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.at_the_form import FIELD, SEND, form_is_awake, open_form, send
from tests.journeys.conftest import NewContext
from tests.journeys.newcomer import join_from_the_door, register, somebody
from tests.journeys.open_forum import Forum

WORDS = "Ein Wort zur Sache, das nicht verloren gehen soll."


def test_a_newcomer_comes_back_to_what_was_typed_sends_changes_and_deletes_it(
    reader: Page, javascript: bool, paper_house: Household, forum: Forum
) -> None:
    reader.goto(forum.address)
    open_form(reader, javascript=javascript)
    send(reader, javascript=javascript, words=WORDS)
    join_from_the_door(reader, paper_house, *somebody())

    expect(reader).to_have_url(re.compile(rf"{forum.form}(\?.*)?$"))
    expect(reader.locator(FIELD)).to_have_value(re.compile(re.escape(WORDS)))
    send(reader, javascript=javascript)
    expect(reader.locator("comment-news .write__preview")).to_have_text(WORDS)

    reader.locator("comment-news a[href$='/bearbeiten/']").click()
    reader.wait_for_url("**/bearbeiten/")
    send(reader, javascript=javascript, words="Mit anderen Worten.")
    expect(reader.locator("comment-news .write__preview")).to_have_text("Mit anderen Worten.")

    reader.locator("comment-news a[href$='/loeschen/']").click()
    reader.wait_for_url("**/loeschen/")
    send(reader, javascript=javascript)
    expect(reader.locator("comment-news[data-state=deleted]")).to_be_visible()
    expect(reader.locator(FIELD)).to_have_value("")

    reader.goto(f"{forum.permalink}empfehlen/")
    reader.locator("main form.account__form [type=submit]").click()
    expect(reader.locator(f"#k{forum.comment} [data-deed=recommend] b")).to_have_text(
        re.compile(r"^[1-9]")
    )


@pytest.fixture
def member(visit: NewContext, paper_house: Household) -> Page:
    """A signed-in reader; refusals are told in the console too."""
    page = visit(quiet=False).new_page()
    register(page, paper_house, *somebody())
    return page


def test_in_its_frame_the_form_counts_keeps_the_draft_and_tells_what_is_wrong(
    member: Page, forum: Forum
) -> None:
    member.goto(forum.address)
    open_form(member, javascript=True)
    member.locator(FIELD).fill("👨‍👩‍👧‍👦" * 3)
    expect(member.locator("[data-within] b")).to_have_text("497")
    member.locator(FIELD).fill("a" * 503)
    expect(member.locator("[data-over] b")).to_have_text("3")
    member.locator(SEND).click()
    expect(member.locator("[data-trouble]")).to_be_visible()
    expect(member.locator(FIELD)).to_be_focused()

    member.locator(FIELD).fill(WORDS)
    member.reload()
    open_form(member, javascript=True)
    expect(member.locator(FIELD)).to_have_value(WORDS)
    member.context.set_offline(True)
    member.locator(SEND).click()
    expect(member.locator("[data-trouble]")).to_be_visible()
    member.context.set_offline(False)
    member.locator(SEND).click()

    expect(member.locator("comment-news .write__preview")).to_have_text(WORDS)
    expect(member).to_have_url(re.compile(rf"{forum.address}$"))
    member.reload()
    open_form(member, javascript=True)
    expect(member.locator(FIELD)).to_have_value("")


def test_the_next_person_at_the_computer_does_not_find_ones_draft(
    member: Page, paper_house: Household, forum: Forum
) -> None:
    names = "Object.keys(localStorage).filter((name) => name.startsWith('discussion-draft'))"

    def at_the_form() -> None:
        member.goto(forum.form)
        form_is_awake(member)

    at_the_form()
    member.locator(FIELD).fill("Nur für mich, noch nicht gesendet.")
    kept = member.evaluate(names)
    member.goto("/konto/")
    member.locator("form[action='/konto/abmelden/'] button").click()
    expect(member).not_to_have_url(re.compile(r"/konto/$"))

    at_the_form()
    expect(member.locator(FIELD)).to_have_value("")
    assert (len(kept), member.evaluate(names)) == (1, [])

    member.locator(FIELD).fill(WORDS)
    loose = member.evaluate(names)
    register(member, paper_house, *somebody(), onward=forum.form)
    expect(member.locator(FIELD)).to_have_value(WORDS)
    adopted = member.evaluate(names)
    assert loose == [f"discussion-draft-{forum.number}"]
    assert [len(adopted), adopted == loose, adopted == kept] == [1, False, False]
