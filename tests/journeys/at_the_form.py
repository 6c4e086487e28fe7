"""The form where one writes a comment, used as a reader does who sees that it is ready.

With JavaScript a click before the discussion is awake leads to the form on a page of its own, and
what is sent before the form is awake leaves the page: so both are waited for.
"""

from playwright.sync_api import Page

FIELD = "comment-form textarea"
SEND = "comment-form [type=submit]"


def room_is_awake(page: Page) -> None:
    """The deeds of a discussion are done in the page from now on."""
    page.locator("thread-room:defined").wait_for(state="attached")


def form_is_awake(page: Page) -> None:
    """It keeps what is typed and sends it by itself from now on."""
    page.locator("comment-form:defined").wait_for(state="attached")


def open_form(page: Page, *, javascript: bool) -> None:
    """From the discussion: where the reader stands or, without JavaScript, on a page of its own."""
    if javascript:
        room_is_awake(page)
    page.locator("a[data-deed=write]").click()
    if javascript:
        page.locator("thread-room comment-form:defined").wait_for(state="attached")


def send(page: Page, *, javascript: bool, words: str = "") -> None:
    """What stands in the form or, if there are any, these words."""
    if javascript:
        form_is_awake(page)
    if words:
        page.locator(FIELD).fill(words)
    page.locator(SEND).click()
