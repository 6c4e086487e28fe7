"""What a member presses beside a comment is done in the page, and stays done."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.household import Household
from tests.journeys.at_the_form import FIELD, form_is_awake, room_is_awake
from tests.journeys.conftest import NewContext
from tests.journeys.newcomer import register, somebody
from tests.journeys.open_forum import SAID, Forum


@pytest.fixture
def member(visit: NewContext, paper_house: Household, forum: Forum) -> Page:
    """Signed in, in the discussion."""
    page = visit().new_page()
    register(page, paper_house, *somebody(), onward=forum.address)
    expect(page).to_have_url(re.compile(f"{forum.address}$"))
    room_is_awake(page)
    return page


def recommended(comment: Locator) -> int:
    """By how many readers, as the page has it."""
    return int("".join(comment.locator("[data-deed=recommend] b").all_inner_texts()) or 0)


def test_a_member_recommends_mutes_and_follows_in_the_page(member: Page, forum: Forum) -> None:
    comment = member.locator(f"#k{forum.comment}")
    thumb, mute = comment.locator("[data-deed=recommend]"), comment.locator("[data-deed=mute]")
    follow, more = member.locator("[data-deed=follow]"), comment.locator(".comment__deeds summary")
    folded = comment.locator(".comment__muted")
    before = recommended(comment)

    thumb.click()
    expect(thumb.locator("b")).to_have_text(str(before + 1))
    follow.click()
    expect(follow).to_have_attribute("data-on", "")
    more.click()
    mute.click()
    expect(comment.locator(".comment__text")).to_be_hidden()

    member.reload()
    expect(folded).to_be_visible()
    expect(comment.locator(".comment__text")).to_be_hidden()
    expect(follow).to_have_attribute("data-on", "")
    folded.locator("summary").first.click()
    expect(thumb).to_have_attribute("data-on", "")
    expect(thumb.locator("b")).to_have_text(str(before + 1))
    thumb.click()
    expect(thumb).not_to_have_attribute("data-on", "")
    more.click()
    mute.click()
    expect(folded).to_have_count(0)
    expect(comment.locator(".comment__text")).to_have_text(SAID)
    expect(member).to_have_url(re.compile(f"{forum.address}$"))


def test_an_answer_is_written_below_what_it_answers(member: Page, forum: Forum) -> None:
    comment = member.locator(f"#k{forum.comment}")
    field = member.locator(f"#k{forum.comment} + turbo-frame {FIELD}")

    comment.locator("[data-deed=reply]").click()
    form_is_awake(member)
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    expect(member.locator(".write__parent blockquote")).to_have_text(SAID)

    comment.locator(".comment__deeds summary").click()
    comment.locator("[data-deed=quote]").click()
    expect(field).to_have_value(re.compile(f"^> {SAID}\n"))
    expect(field).to_be_focused()
    expect(member).to_have_url(re.compile(f"{forum.address}$"))
