"""An editor writes, schedules, publishes, corrects; a desk keeps to its section."""

import re
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.household import Household
from tests.journeys.conftest import DESKTOP, NewContext, sign_in

VIENNA = ZoneInfo("Europe/Vienna")
SAVED_WITHIN = 15_000  # milliseconds
SCHEDULED_SECONDS = 150  # a minute to the planned time at most, and the clock's own rounds


def begin_article(page: Page, section: str, headline: str, text: str) -> None:
    """A new article with a headline, a lead and one paragraph."""
    page.goto("/redaktion/artikel/neu/")
    if page.url.endswith("/neu/"):
        page.get_by_label(section, exact=True).check()
        page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/redaktion/pages/add/newsroom/article/**")
    page.locator("[name=title]").fill(headline)
    page.locator("[name=lead]").fill("Der Vorspann steht in einem Satz.")
    page.locator("[data-contentpath=body] button[title]").first.click()
    page.locator("[role=option]").locator("visible=true").first.click()
    paragraph = page.locator("[data-contentpath=body] [contenteditable=true]").first
    paragraph.click()
    expect(paragraph).to_be_focused()
    paragraph.press_sequentially(text)
    # The editor hands what is typed to the form a moment later.
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))


def save_draft(page: Page) -> None:
    page.locator("footer button[type=submit].action-save").first.click()
    expect(page.locator(".messages .success").first).to_be_visible(timeout=SAVED_WITHIN)
    page.wait_for_url(re.compile(r"/redaktion/pages/\d+/edit/"))


def publish(page: Page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("button[name=action-publish]").locator("visible=true").click()
    expect(page.locator(".messages .success").first).to_be_visible(timeout=SAVED_WITHIN)


def number_of(page: Page) -> str:
    match = re.search(r"/pages/(\d+)/", page.url)
    assert match
    return match[1]


@dataclass
class Scheduled:
    """An article that waits for its time, and when a reader first sees it."""

    path: str
    at: datetime
    first_seen: "Future[datetime]"


@pytest.fixture(scope="module", autouse=True)
def scheduled(browser: Browser, paper_house: Household) -> Iterator[Scheduled]:
    """Planned before all other tests of this file: its minute passes while they run."""
    with browser.new_context(base_url=paper_house.address, locale="de-AT", viewport=DESKTOP) as own:
        own.set_default_timeout(15_000)
        page = own.new_page()
        sign_in(page, *paper_house.login)
        path, at = schedule_article(page)
    assert paper_house.get(path)[0] == 404
    with ThreadPoolExecutor(1) as reader:
        yield Scheduled(path, at, reader.submit(wait_for_page, paper_house, path))


def schedule_article(page: Page) -> tuple[str, datetime]:
    """Its address and the minute it is planned for."""
    begin_article(page, "Sport", "Anpfiff zur geplanten Zeit", "Das Spiel hat begonnen.")
    page.locator("[data-side-panel-toggle=status]").click()
    page.locator("button[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    planned = datetime.now(VIENNA).replace(second=0, microsecond=0) + timedelta(minutes=1)
    if planned - datetime.now(VIENNA) < timedelta(seconds=15):
        planned += timedelta(minutes=1)  # the form refuses a time that has passed
    page.locator("[name=go_live_at]").fill(f"{planned:%d.%m.%Y %H:%M}")
    # By keyboard: an open calendar lies over the button.
    page.locator("[role=dialog] button[type=submit]").locator("visible=true").first.press("Enter")
    page.wait_for_url(re.compile(r"/redaktion/pages/\d+/edit/"))
    path = f"/sport/x-{number_of(page)}/"
    publish(page)
    return path, planned


def wait_for_page(paper: Household, path: str) -> datetime:
    """When the page was first there."""
    deadline = time.monotonic() + SCHEDULED_SECONDS
    while paper.get(path)[0] == 404 and time.monotonic() < deadline:
        time.sleep(1)
    return datetime.now(VIENNA)


def test_written_hidden_published_corrected(
    editor: Page, visit: NewContext, paper_house: Household
) -> None:
    reader = visit(quiet=False).new_page()
    begin_article(editor, "Kultur", "Ein Klavier für den Bahnhof", "Es steht seit heute da.")
    save_draft(editor)
    number = number_of(editor)
    draft = reader.goto(f"/kultur/ein-klavier-fuer-den-bahnhof-{number}/")
    assert draft
    assert draft.status == 404

    publish(editor)

    reader.goto("/kultur/")
    reader.locator("main a", has_text="Ein Klavier für den Bahnhof").first.click()
    expect(reader.locator("h1")).to_have_text("Ein Klavier für den Bahnhof")
    old = reader.url
    assert old.endswith(f"/kultur/ein-klavier-fuer-den-bahnhof-{number}/")
    expect(reader.locator("main")).not_to_contain_text("Aktualisiert")

    editor.goto(f"/redaktion/pages/{number}/edit/")
    editor.locator("[name=title]").fill("Zwei Klaviere für den Bahnhof")
    editor.locator("[name=slug]").evaluate("field => field.value = 'zwei-klaviere'")
    publish(editor)

    reader.goto(old)
    expect(reader.locator("h1")).to_have_text("Zwei Klaviere für den Bahnhof")
    assert reader.url.endswith(f"/kultur/zwei-klaviere-{number}/")
    expect(reader.locator("main")).to_contain_text("Aktualisiert")


def test_publishing_during_a_save_makes_one_article(editor: Page, paper_house: Household) -> None:
    saves: list[str] = []

    def slowly(route: Route) -> None:
        if route.request.headers.get("accept") == "application/json":
            saves.append(route.request.url)
            answer = route.fetch()
            time.sleep(3)  # the article is kept, and the editor does not know it yet
            route.fulfill(response=answer)
        else:
            route.continue_()

    editor.route("**/redaktion/pages/add/newsroom/article/**", slowly)
    begin_article(editor, "Kultur", "Ein Chor im Stiegenhaus", "Er singt am Abend.")
    # The editor looks for changes only some two seconds after it opened.
    editor.wait_for_timeout(2500)
    editor.locator("[name=lead]").fill("Der Vorspann wird länger.")
    editor.locator("#w-autosave-indicator[data-w-autosave-state-value=saving]").wait_for()
    publish(editor)
    editor.goto("/redaktion/artikel/?q=Chor+im+Stiegenhaus")

    expect(editor.locator("main a", has_text="Ein Chor im Stiegenhaus")).to_have_count(1)
    assert len(saves) == 1
    assert 'href="/kultur/ein-chor-im-stiegenhaus-' in paper_house.get("/kultur/")[1]
    assert "ein-chor-im-stiegenhaus-2-" not in paper_house.get("/kultur/")[1]


@pytest.fixture
def foreign_desk(editor: Page, visit: NewContext) -> Page:
    """An editor of the foreign desk, made by the chief in the admin, signed in."""
    email = f"ausland-{time.monotonic_ns()}@tagblatt.example"
    editor.goto("/redaktion/users/new/")
    editor.locator("[name=email]").fill(email)
    editor.locator("[name=first_name]").fill("Judith")
    editor.locator("[name=last_name]").fill("Paier")
    editor.locator("[name=password1]").fill("lange-leitung-7")
    editor.locator("[name=password2]").fill("lange-leitung-7")
    editor.get_by_role("tab").last.click()
    editor.get_by_label("Ausland").check()
    editor.locator("footer button[type=submit], form button[type=submit]").last.click()
    editor.wait_for_url("**/redaktion/users/")
    page = visit(quiet=False).new_page()
    sign_in(page, email, "lange-leitung-7")
    return page


def test_a_desk_publishes_in_its_section_and_nowhere_else(
    foreign_desk: Page, paper_house: Household
) -> None:
    begin_article(foreign_desk, "Ausland", "Fähre läuft wieder aus", "Am Vormittag legte sie ab.")
    save_draft(foreign_desk)
    number = number_of(foreign_desk)
    publish(foreign_desk)
    status, text = paper_house.get(f"/ausland/x-{number}/")
    assert status == 200
    assert "Fähre läuft wieder aus" in text

    foreign_desk.goto("/redaktion/artikel/")
    sections = set(foreign_desk.locator("main tbody td.title + td").all_inner_texts())
    assert sections == {"Ausland"}

    politics = re.search(r'href="/politik/[a-z0-9-]+-(\d+)/"', paper_house.get("/politik/")[1])
    assert politics
    foreign_desk.goto(f"/redaktion/pages/{politics[1]}/edit/")
    assert "/edit/" not in foreign_desk.url
    expect(foreign_desk.locator(".messages").first).to_be_visible()


def test_a_scheduled_article_appears_by_itself_and_at_its_time(
    scheduled: Scheduled, paper_house: Household
) -> None:
    appeared = scheduled.first_seen.result()

    status, text = paper_house.get(scheduled.path)
    assert status == 200
    assert "Anpfiff zur geplanten Zeit" in text
    assert scheduled.at <= appeared < scheduled.at + timedelta(seconds=60)
