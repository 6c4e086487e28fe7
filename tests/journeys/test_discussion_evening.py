"""A newcomer writes just before the forum closes, once more too late, and sends it at six."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.household import Household
from tests.journeys.at_the_form import FIELD, open_form, send
from tests.journeys.conftest import Complaints, NewContext
from tests.journeys.evening import Evening, evening_paper
from tests.journeys.newcomer import register, somebody

IN_TIME, LATE = "Das Wasser steht zu tief.", "Und die Boote liegen im Schlamm."
AGAIN = "Ab 6 Uhr können Sie wieder schreiben."


@pytest.fixture(scope="module")
def evening(paper_house: Household) -> Iterator[Evening]:
    """A paper of its own, whose clock the test turns; the big one lends its static files."""
    with evening_paper(paper_house.data / "static") as evening:
        yield evening


@pytest.mark.parametrize(
    ("javascript", "day"), [(True, 0), (False, 1)], ids=["with JavaScript", "without JavaScript"]
)
def test_what_comes_too_late_in_the_evening_is_kept_and_sent_in_the_morning(
    visit: NewContext, evening: Evening, javascript: bool, day: int
) -> None:
    context = visit(javascript=javascript, quiet=False, base_url=evening.house.address)
    complaints = Complaints(evening.house.address)
    complaints.listen(context)
    reader = context.new_page()

    def write(words: str, *, typed: str, sent: str) -> None:
        evening.comes_to(typed, later=day)
        reader.goto(evening.discussion)
        open_form(reader, javascript=javascript)
        reader.locator(FIELD).fill(words)
        evening.comes_to(sent, later=day)
        send(reader, javascript=javascript)

    evening.comes_to("22:45:00", later=day)
    register(reader, evening.house, *somebody(), onward=evening.discussion)
    expect(reader).to_have_url(re.compile(f"{evening.discussion}$"))

    write(IN_TIME, typed="22:57:30", sent="22:58:00")
    expect(reader.locator("comment-news[data-state=waiting] .write__preview")).to_have_text(IN_TIME)

    write(LATE, typed="22:59:00", sent="23:01:00")
    if javascript:
        expect(reader.locator("[data-trouble]")).to_contain_text(AGAIN)
        expect(reader.locator(FIELD)).to_have_value(LATE)
    else:
        expect(reader.locator(".write__told")).to_contain_text(AGAIN)
        expect(reader.locator(".write__kept .write__preview")).to_have_text(LATE)
    assert complaints.heard == [
        "console: Failed to load resource: the server responded with a status of 409 (Conflict)"
    ]

    evening.comes_to("06:00:00", later=day + 1)
    reader.goto(evening.discussion)
    open_form(reader, javascript=javascript)
    expect(reader.locator(FIELD)).to_have_value(LATE)
    send(reader, javascript=javascript)
    expect(reader.locator("comment-news[data-state=waiting] .write__preview")).to_have_text(LATE)

    reader.goto("/konto/kommentare/")
    expect(reader.locator(".own-comment .comment__text")).to_have_text([LATE, IN_TIME])
    assert len(complaints.heard) == 1
