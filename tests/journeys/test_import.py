"""An old page comes in by the command and stands in the running paper a moment later."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.importing.dump_texts import a_dump


@pytest.fixture
def imported(paper_house: Household, tmp_path: Path) -> str:
    """The address that the command printed."""
    dump = tmp_path / "seite.txt"
    dump.write_text(a_dump(), encoding="utf-8")
    first = paper_house.run("import", "dump", str(dump))
    assert first.returncode == 0, first.stderr
    again = paper_house.run("import", "dump", str(dump))
    assert again.returncode == 0, again.stderr
    return next((word for word in first.stdout.split() if "/ausland/" in word), "")


def test_an_imported_page_is_read_found_and_dated_as_printed(
    reader: Page, paper_house: Household, imported: str
) -> None:
    address = imported or _found_by_search(reader)
    reader.goto(address)
    headline = reader.locator("h1").inner_text()

    expect(reader.locator("main time").first).to_have_attribute(
        "datetime", "2021-04-13T20:25:00+02:00"
    )
    expect(reader.locator("main")).not_to_contain_text("play_arrow")
    expect(reader.locator("main")).not_to_contain_text("Community-Team")
    reader.goto("/ausland/")
    pages = 0
    while not reader.get_by_role("link", name=headline).count() and pages < 5:
        reader.locator("a[rel=next]").click()
        pages += 1
    expect(reader.get_by_role("link", name=headline).first).to_be_visible()


def _found_by_search(page: Page) -> str:
    """For the second reader, for whom the article has long been there."""
    words = a_dump().splitlines()
    headline = next(line for line in words[1:] if line.strip())
    page.goto("/suche/")
    page.locator("main [name=q]").fill(headline)
    page.locator("main [name=q]").press("Enter")
    address = page.locator("main h2 a, main h3 a").first.get_attribute("href")
    assert address
    return address
