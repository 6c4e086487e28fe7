"""A real paper and a real browser for the journeys.

The paper is `blattwerk serve --with-sample` in processes of its own; nothing of it is reached but
by its addresses. A reader's browser fails the test for any console message, page error, refused
policy or request that leaves the house.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.chromium import chromium
from tests.household import Household
from tests.journeys.open_forum import Forum, somebody_writes
from tests.stock import sample_paper

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=900)
# Either width and either scheme is seen once: nothing of ours is dark or light at one width alone.
in_both_looks = pytest.mark.parametrize(
    ("scheme", "viewport"), [("dark", PHONE), ("light", DESKTOP)], ids=["390-dark", "1280-light"]
)
HERE = Path(__file__).parent
PATIENCE = 15_000  # milliseconds; machines may be busy

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in this folder are journeys: `pytest -m journey`."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def paper_house() -> Iterator[Household]:
    """The sample newspaper, running."""
    with sample_paper() as household:
        yield household
        assert household.process.poll() is None, f"it ended by itself:\n{household.said}"


@pytest.fixture(scope="session")
def forum(paper_house: Household) -> Forum:
    """A discussion that is open at any hour."""
    return somebody_writes(paper_house)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Ended with each module: its event loop would shut Django's ORM out."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Complaints:
    """What a browser had to say that nobody wants to hear."""

    address: str
    heard: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        context.on("console", lambda message: self._note("console", message.text))
        context.on("weberror", lambda error: self._note("error", str(error.error)))
        context.on("request", lambda request: self._note_foreign(request.url))

    def _note(self, kind: str, text: str) -> None:
        self.heard.append(f"{kind}: {text}")

    def _note_foreign(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc != urlsplit(self.address).netloc:
            self._note("request", url)


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def visit(browser: Browser, paper_house: Household) -> Iterator[NewContext]:
    """Opens reader's browsers: `visit(javascript=False, viewport=PHONE, color_scheme="dark")`."""
    opened: list[BrowserContext] = []
    complaints = Complaints(paper_house.address)

    def new(*, javascript: bool = True, quiet: bool = True, **options: object) -> BrowserContext:
        settings: dict[str, object] = {
            "base_url": paper_house.address,
            "viewport": DESKTOP,
            "locale": "de-AT",
            **options,
        }
        context = browser.new_context(
            java_script_enabled=javascript,
            **settings,  # type: ignore[arg-type]
        )
        context.set_default_timeout(PATIENCE)
        if quiet:
            complaints.listen(context)
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()
    assert complaints.heard == []


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Whether the reader's browser runs scripts: once it does, once it does not."""
    runs: bool = request.param
    return runs


@pytest.fixture
def reader(javascript: bool, visit: NewContext) -> Page:
    """A reader at a desktop, once with and once without JavaScript."""
    return visit(javascript=javascript).new_page()


@pytest.fixture
def editor(visit: NewContext, paper_house: Household) -> Page:
    """The first editor, signed in. The admin's own scripts may talk to the console."""
    page = visit(quiet=False).new_page()
    sign_in(page, *paper_house.login)
    return page


def sign_in(page: Page, email: str, password: str) -> None:
    """Through the editors' door."""
    page.goto("/redaktion/login/")
    page.locator("[name=username]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/redaktion/")
