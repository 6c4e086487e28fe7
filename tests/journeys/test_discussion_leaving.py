"""A newcomer writes, takes all data along, erases the account, and a line stays in the thread."""

import io
import json
import re
import zipfile

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.test_accounts import PASSWORD, somebody
from tests.journeys.test_discussion_writing import FIELD, join_from_the_door

OPEN = "Der Pfeiler ist innen warm: Leck in städtischer Fernwärme"  # at all hours, at once public
ERASED = "Dieser Kommentar wurde gemeinsam mit dem Konto gelöscht."


def write_in_public(reader: Page, house: Household, email: str, name: str, words: str) -> str:
    """Join to say something; returns the comment's own address."""
    reader.goto("/suche/?q=Pfeiler+Fernwärme")
    reader.get_by_role("link", name=OPEN).first.click()
    frame = reader.locator("#kommentare turbo-frame").get_attribute("data-from") or ""
    reader.goto(frame.removesuffix("rahmen/"))
    reader.locator("a[data-deed=write]").click()
    reader.locator(FIELD).fill(words)
    reader.locator("comment-form [type=submit]").click()
    join_from_the_door(reader, house, email, name)
    expect(reader.locator(FIELD)).to_have_value(re.compile(re.escape(words)))
    reader.locator("comment-form [type=submit]").click()
    own = reader.locator("article.comment", has_text=words)
    expect(own).to_be_visible()
    return f"/diskussion/kommentar/{own.get_attribute('data-comment')}/"


def taken_along(reader: Page) -> dict[str, object]:
    """What the forum's file says in the archive that the own page offers."""
    reader.goto("/konto/")
    with reader.expect_download() as promised:
        reader.locator("main a[href='/konto/daten/']").click()
    with zipfile.ZipFile(io.BytesIO(promised.value.path().read_bytes())) as archive:
        found: dict[str, object] = json.loads(archive.read("discussion.json"))
    return found


def sign_in_as_reader(page: Page, email: str) -> None:
    page.goto("/konto/anmelden/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=password]) [type=submit]").click()


@pytest.mark.usefixtures("paper_house")
def test_who_leaves_takes_the_words_along_and_the_thread_keeps_their_place(
    reader: Page, paper_house: Household
) -> None:
    email, name = somebody()
    words = f"Die Leitung hat man wohl vergessen, meint {name}."
    address = write_in_public(reader, paper_house, email, name, words)

    assert [each["text"] for each in taken_along(reader)["comments"]] == [words]  # type: ignore[attr-defined]

    reader.locator("main a[href='/konto/loeschen/']").click()
    reader.locator("[name=secret]").fill(PASSWORD)
    reader.locator("main form:has([name=secret]) [type=submit]").click()
    expect(reader).to_have_url(re.compile(r"/konto/geloescht/$"))

    reader.goto(address)
    expect(reader.locator("article.comment--gone")).to_contain_text(ERASED)
    expect(reader.locator("main")).not_to_contain_text(name)
    sign_in_as_reader(reader, email)
    expect(reader).to_have_url(re.compile(r"/konto/anmelden/"))
    expect(reader.locator("main [role=alert], main .errorlist").first).to_be_visible()
    reader.goto("/konto/")
    expect(reader).to_have_url(re.compile(r"/konto/anmelden/"))
