"""A browser that can be asked what it hears, and a paper asked what it can say."""

import json
import time
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.household import Household

MADE_SECONDS = 180  # the sample's newest articles speak within a minute; machines may be busy
# The player's sound is no part of the page: it is caught where it is made. Each mark that is set
# is noted with the sound's own time.
HOOK = """(() => {
  const Sound = window.Audio;
  Object.assign(window, {sounds: [], heard: [], marked: []});
  window.Audio = function () {
    const sound = new Sound();
    sounds.push(sound);
    for (const name of ["playing", "pause", "ended", "error", "seeked"]) {
      sound.addEventListener(name, () => heard.push(name));
    }
    return sound;
  };
  const add = Highlight.prototype.add;
  Highlight.prototype.add = function (range) {
    if (this === CSS.highlights.get("listening")) {
      marked.push([sounds[0].currentTime, range.toString()]);
    }
    return add.call(this, range);
  };
})()"""
STATE = "document.querySelector('.player')?.dataset.state"
NOTE = "document.querySelector('.player [role=status]').textContent"
MARKED = "[...CSS.highlights.get('listening')].map(range => range.toString())"


def listening_page(context: BrowserContext) -> Page:
    """A page whose sound can be heard by the test."""
    context.add_init_script(HOOK)
    return context.new_page()


def until(page: Page, expression: str, seconds: float = 30) -> None:
    """Wait until the expression is true on the page."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"never: {expression}; heard {page.evaluate('heard')}"
        page.wait_for_timeout(50)


def sound_passes(page: Page, seconds: float) -> None:
    """Wait until the sound has really played past this second."""
    until(page, f"sounds[0]?.currentTime > {seconds} && !sounds[0].paused")


def start(page: Page, address: str) -> None:
    """Open an article and press play."""
    page.goto(address)
    page.locator("article [data-listen]").click()
    sound_passes(page, 0.2)


def lines(paper: Household) -> list[dict[str, Any]]:
    """The newest articles as the player's queue has them."""
    found: list[dict[str, Any]] = json.loads(paper.get("/hoeren/liste/neu/alle.json")[1])["items"]
    return found


def spoken(paper: Household, number: int = 3) -> list[dict[str, Any]]:
    """The newest articles whose files are made; waits until there are some."""
    deadline = time.monotonic() + MADE_SECONDS
    while True:
        ready = [line for line in lines(paper) if line["state"] == "ready"]
        if len(ready) >= number:
            return ready
        assert time.monotonic() < deadline, f"only {len(ready)} recordings: {paper.said[-2000:]}"
        time.sleep(1)


def silent(paper: Household) -> dict[str, Any]:
    """An article of which no recording exists: the paper's oldest in the list."""
    return [line for line in lines(paper) if line["state"] == "live"][-1]
