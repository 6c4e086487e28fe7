"""A newcomer writes a comment and does to it what can be done; with and without JavaScript."""

import re
import subprocess
import sys
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.household import Household
from tests.journeys.conftest import DESKTOP, PHONE, NewContext
from tests.journeys.test_accessibility import faults
from tests.journeys.test_accounts import PASSWORD, newest_code, register, somebody

WORDS = "Ein Wort zur Sache, das nicht verloren gehen soll."
FIELD = "comment-form textarea"


@dataclass(frozen=True)
class Forum:
    """Numbers of an open discussion and of a comment in it."""

    number: int
    comment: int

    @property
    def address(self) -> str:
        return f"/diskussion/{self.number}/"

    @property
    def form(self) -> str:
        return f"{self.address}formular/"


@pytest.fixture(scope="module")
def forum(paper_house: Household) -> Forum:
    """Open at any hour."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.open_forum"],
        env=paper_house.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    number, comment = done.stdout.split()[-2:]
    return Forum(int(number), int(comment))


def open_in_the_page(page: Page) -> None:
    """Open the form where the reader stands; before the room is awake its link leads to a page."""
    page.locator("thread-room:defined").wait_for(state="attached")
    page.locator("a[data-deed=write]").click()
    expect(page.locator(f"turbo-frame {FIELD}")).to_be_visible()


def join_from_the_door(page: Page, house: Household, email: str, name: str) -> None:
    """Register, coming from the page that asks to sign in."""
    page.locator("main a[href^='/konto/registrieren/']").first.click()
    page.locator("[name=email]").fill(email)
    page.locator("[name=public_name]").fill(name)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=terms]").check()
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/konto/e-mail/code/**")
    page.locator("[name=code]").fill(newest_code(house.data / "mail", email))
    page.locator("main form [type=submit]").first.click()


def test_a_newcomer_comes_back_to_what_was_typed_sends_changes_and_deletes_it(
    reader: Page, paper_house: Household, forum: Forum
) -> None:
    reader.goto(forum.address)
    reader.locator("a[data-deed=write]").click()
    reader.locator(FIELD).fill(WORDS)
    reader.locator("comment-form [type=submit]").click()
    join_from_the_door(reader, paper_house, *somebody())

    expect(reader).to_have_url(re.compile(rf"{forum.form}(\?.*)?$"))
    expect(reader.locator(FIELD)).to_have_value(re.compile(re.escape(WORDS)))
    reader.locator("comment-form [type=submit]").click()
    expect(reader.locator("comment-news .write__preview")).to_have_text(WORDS)

    reader.locator("comment-news a[href$='/bearbeiten/']").click()
    reader.locator(FIELD).fill("Mit anderen Worten.")
    reader.locator("comment-form [type=submit]").click()
    expect(reader.locator("comment-news .write__preview")).to_have_text("Mit anderen Worten.")

    reader.locator("comment-news a[href$='/loeschen/']").click()
    reader.locator("main form.account__form [type=submit]").click()
    expect(reader.locator("comment-news[data-state=deleted]")).to_be_visible()
    expect(reader.locator(FIELD)).to_have_value("")

    reader.goto(f"/diskussion/kommentar/{forum.comment}/empfehlen/")
    reader.locator("main form.account__form [type=submit]").click()
    expect(reader.locator(f"#k{forum.comment} [data-deed=recommend] b")).to_have_text(
        re.compile(r"^[1-9]")
    )


@pytest.fixture
def member(visit: NewContext, paper_house: Household) -> BrowserContext:
    """A signed-in reader's browser; refusals are told in the console too."""
    context = visit(quiet=False)
    register(context.new_page(), paper_house, *somebody())
    return context


def test_in_its_frame_the_form_counts_keeps_the_draft_and_tells_what_is_wrong(
    member: BrowserContext, forum: Forum
) -> None:
    page = member.pages[0]
    page.goto(forum.address)
    open_in_the_page(page)
    page.locator(FIELD).fill("👨‍👩‍👧‍👦" * 3)
    expect(page.locator("[data-within] b")).to_have_text("497")
    page.locator(FIELD).fill("a" * 503)
    expect(page.locator("[data-over] b")).to_have_text("3")
    page.locator("comment-form [type=submit]").click()
    expect(page.locator("[data-trouble]")).to_be_visible()
    expect(page.locator(FIELD)).to_be_focused()

    page.locator(FIELD).fill(WORDS)
    page.reload()
    open_in_the_page(page)
    expect(page.locator(FIELD)).to_have_value(WORDS)
    member.set_offline(True)
    page.locator("comment-form [type=submit]").click()
    expect(page.locator("[data-trouble]")).to_be_visible()
    member.set_offline(False)
    page.locator("comment-form [type=submit]").click()

    expect(page.locator("comment-news .write__preview")).to_have_text(WORDS)
    expect(page).to_have_url(re.compile(rf"{forum.address}$"))
    page.reload()
    open_in_the_page(page)
    expect(page.locator(FIELD)).to_have_value("")


def test_the_next_person_at_the_computer_does_not_find_ones_draft(
    member: BrowserContext, paper_house: Household, forum: Forum
) -> None:
    page = member.pages[0]
    names = "Object.keys(localStorage).filter((name) => name.startsWith('discussion-draft'))"
    page.goto(forum.form)
    page.locator(FIELD).fill("Nur für mich, noch nicht gesendet.")
    kept = page.evaluate(names)
    page.goto("/konto/")
    page.locator("form[action='/konto/abmelden/'] button").click()
    expect(page).not_to_have_url(re.compile(r"/konto/$"))

    page.goto(forum.form)
    expect(page.locator("[data-within] b")).to_be_visible()  # the script has read what is kept
    expect(page.locator(FIELD)).to_have_value("")
    assert (len(kept), page.evaluate(names)) == (1, [])

    page.locator(FIELD).fill(WORDS)
    loose = page.evaluate(names)
    register(page, paper_house, *somebody(), onward=forum.form)
    expect(page.locator(FIELD)).to_have_value(WORDS)
    adopted = page.evaluate(names)
    assert loose == [f"discussion-draft-{forum.number}"]
    assert [len(adopted), adopted == loose, adopted == kept] == [1, False, False]


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("dark", PHONE), ("light", DESKTOP)], ids=["390", "1280"]
)
def test_axe_finds_nothing_where_one_writes(
    visit: NewContext,
    paper_house: Household,
    forum: Forum,
    scheme: str,
    viewport: dict[str, int],
) -> None:
    # axe is put in from outside, past the paper's own policy
    context = visit(quiet=False, color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page = context.new_page()
    found = {}

    def look(address: str) -> None:
        page.goto(address)
        if lines := faults(page):
            found[address] = lines
        if page.evaluate("document.documentElement.scrollWidth") > viewport["width"]:
            found[address] = ["scrolls sideways"]

    look(forum.form)
    register(page, paper_house, *somebody())
    for address in (
        f"{forum.form}?antwort={forum.comment}&zitat=1",
        f"/diskussion/kommentar/{forum.comment}/empfehlen/",
        f"/diskussion/kommentar/{forum.comment}/stumm/",
        f"{forum.address}folgen/",
    ):
        look(address)

    assert found == {}
