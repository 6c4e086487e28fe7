"""A newcomer writes, takes all data along, erases the account, and a line stays in the thread."""

import io
import json
import re
import zipfile

from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.at_the_form import FIELD, open_form, send
from tests.journeys.newcomer import PASSWORD, join_from_the_door, somebody

OPEN = "Der Pfeiler ist innen warm: Leck in städtischer Fernwärme"  # at all hours, at once public
ERASED = "Dieser Kommentar wurde gemeinsam mit dem Konto gelöscht."


def find_an_open_discussion(reader: Page) -> None:
    """By the paper's search."""
    reader.goto("/suche/?q=Pfeiler+Fernwärme")
    reader.get_by_role("link", name=OPEN).first.click()
    frame = reader.locator("#kommentare turbo-frame").get_attribute("data-from") or ""
    reader.goto(frame.removesuffix("rahmen/"))


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


def test_who_leaves_takes_the_words_along_and_the_thread_keeps_their_place(
    reader: Page, javascript: bool, paper_house: Household
) -> None:
    email, name = somebody()
    words = f"Die Leitung hat man wohl vergessen, meint {name}."
    find_an_open_discussion(reader)
    open_form(reader, javascript=javascript)
    send(reader, javascript=javascript, words=words)
    join_from_the_door(reader, paper_house, email, name)
    expect(reader.locator(FIELD)).to_have_value(re.compile(re.escape(words)))
    send(reader, javascript=javascript)
    own = reader.locator("article.comment", has_text=words)
    expect(own).to_be_visible()
    address = f"/diskussion/kommentar/{own.get_attribute('data-comment')}/"

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
