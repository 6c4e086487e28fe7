"""A reader follows a discussion: live on the article's page, page by page without a script."""

import re

from playwright.sync_api import Page, Route, expect

from tests.household import Household
from tests.journeys.at_the_form import room_is_awake
from tests.journeys.conftest import NewContext
from tests.journeys.open_forum import SAID, Forum, somebody_writes

STEP = 5_000  # milliseconds; less than an answer may take, or it is given up


def open_article(page: Page, forum: Forum) -> None:
    """By the way that leads from the discussion."""
    page.goto(forum.address)
    page.goto(str(page.locator(".thread_head a").get_attribute("href")))


def test_comments_come_when_they_are_near_and_new_ones_wait(
    visit: NewContext, paper_house: Household, forum: Forum
) -> None:
    page = visit(reduced_motion="reduce").new_page()
    fetched: list[str] = []
    page.goto(forum.address)
    room_is_awake(page)  # it has fetched all it needs
    article = str(page.locator(".thread_head a").get_attribute("href"))
    page.clock.install()
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(article)
    page.wait_for_load_state("networkidle")
    assert [url for url in fetched if "turbo" in url or "rahmen" in url] == []

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip[href='#kommentare']")).to_be_focused()
    page.keyboard.press("Enter")
    comment = page.locator(f"#k{forum.comment}")
    expect(comment).to_contain_text(SAID)
    assert page.evaluate("Turbo.config.drive.enabled") is False

    page.get_by_role("link", name="Älteste").click()
    expect(page.locator(".discussion__orders [aria-current]")).to_have_text("Älteste")
    expect(page.locator(".discussion__bar h3")).to_be_focused()
    assert page.url.split("#")[0].endswith(article)
    page.get_by_role("link", name="Neueste").click()
    expect(page.locator(".discussion__orders [aria-current]")).to_have_text("Neueste")

    newer = somebody_writes(paper_house)
    heading = page.title()
    button = page.get_by_role("button", name="1 neuer Kommentar")
    for _ in range(20):  # it asks every twenty seconds while it is seen
        if button.is_visible():
            break
        page.clock.run_for(STEP)
        page.wait_for_timeout(250)
    expect(button).to_be_visible()
    expect(page.locator("#meldung")).to_have_text("1 neuer Kommentar")
    assert page.title() == f"(1) {heading}"
    assert page.locator(f"#k{newer.comment}").count() == 0
    button.click()
    expect(page.locator(f"#k{newer.comment}")).to_be_focused()
    expect(button).to_be_hidden()
    assert page.title() == heading


def test_comments_that_cannot_be_fetched_leave_a_link_and_a_retry(
    visit: NewContext, forum: Forum
) -> None:
    page = visit(quiet=False).new_page()
    broken = True

    def frame(route: Route) -> None:
        route.fulfill(
            status=500, content_type="text/html", body="<h1>Fehler</h1>"
        ) if broken else route.continue_()

    page.route("**/rahmen/", frame)
    open_article(page, forum)
    page.locator("#kommentare").scroll_into_view_if_needed()
    again = page.locator("comment-thread").get_by_role("button", name="Noch einmal versuchen")
    expect(again).to_be_visible()
    expect(page.locator("comment-thread [data-is=failed] a")).to_have_attribute(
        "href", forum.address
    )

    broken = False
    again.click()
    expect(page.locator(f"#k{forum.comment}")).to_be_visible()
    expect(again).to_be_hidden()


def test_without_script_links_lead_through_the_discussion(visit: NewContext, forum: Forum) -> None:
    page = visit(javascript=False).new_page()
    open_article(page, forum)
    article = page.url

    page.locator("#kommentare a.button").click()
    assert page.url.endswith(forum.address)
    comment = page.locator(f"#k{forum.comment}")
    comment.locator("summary").click()
    expect(comment.get_by_role("link", name="Melden")).to_have_attribute(
        "href", f"/diskussion/melden/?kommentar={forum.comment}"
    )
    comment.get_by_role("link", name="Link zum Kommentar").click()
    assert page.url.endswith(forum.permalink)
    page.get_by_role("link", name="An seinem Platz in der Diskussion").click()
    assert re.search(rf"nach=\d+-\d+#k{forum.comment}$", page.url)
    expect(page.locator(".discussion__list .comment").first).to_have_id(f"k{forum.comment}")
    page.goto(forum.permalink)
    page.get_by_role("link", name="Zurück zum Artikel").click()
    assert page.url == f"{article}#kommentare"
