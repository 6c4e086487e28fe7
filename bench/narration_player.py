"""The player in real Chromium: how far the mark lags behind the sound, and what the player weighs.

The lag is the sound's own time at the moment a sentence is marked, less the time at which that
sentence begins; after a jump, the time from `seeked` to the mark.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import Page, Request, sync_playwright
from tests.chromium import chromium
from tests.household import Household, served
from tests.journeys.conftest import FLAGS
from tests.journeys.ears import HOOK, sound_passes, spoken, start, until

import blattwerk

STATIC = Path(str(blattwerk.__file__)).parent / "reading" / "static" / "reading"
FILES = ("listen.js", "player.js", "player.css")
JUMPS = (0.8, 0.3, 0.6, 0.1, 0.7, 0.2, 0.5, 0.9, 0.4, 0.15)
JUMP = """share => new Promise(done => {
  const before = marked.length;
  sounds[0].addEventListener("seeked", () => {
    const begun = performance.now();
    const look = () => marked.length > before
      ? done(performance.now() - begun)
      : performance.now() - begun > 2000 ? done(null) : setTimeout(look, 1);
    look();
  }, {once: true});
  sounds[0].currentTime = sounds[0].duration * share;
})"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    with served("--with-sample") as paper, sync_playwright() as playwright:
        article = spoken(paper, 1)[0]
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_context(base_url=paper.address).new_page()
        page.add_init_script(HOOK)
        silent = _sound_bytes_before_play(page, article)
        start(page, article["url"])
        running = _lags(page, paper, article, arguments.seconds)
        jumps = _jumps(page)
        browser.close()
    _print(running, jumps, silent)


def _sound_bytes_before_play(page: Page, article: dict[str, Any]) -> int:
    """Bytes fetched from below /hoeren/ by a reader who only reads."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto(article["url"])
    page.wait_for_timeout(1500)
    sound = [request for request in list(asked) if "/hoeren/" in request.url]
    return sum(request.sizes()["responseBodySize"] for request in sound)


def _lags(page: Page, paper: Household, article: dict[str, Any], seconds: int) -> list[float]:
    """Milliseconds from each sentence's first sample to its mark, played without a jump."""
    card = json.loads(paper.get(f"/hoeren/{article['id']}.json")[1])
    marks = json.loads(paper.get(card["marks"])[1])
    starts = [sentence[0] for sentence in marks["sentences"]]
    sound_passes(page, 0.5)
    page.evaluate("marked.length = 0")
    until(page, f"sounds[0].currentTime > {min(seconds, marks['seconds'] - 2)}", seconds + 60)
    marked = [moment for moment, _sentence in page.evaluate("marked")]
    return [1000 * (moment - max(s for s in starts if s <= moment + 0.05)) for moment in marked]


def _jumps(page: Page) -> list[float]:
    """Milliseconds from the end of a jump to the new mark."""
    lags = []
    for share in JUMPS:
        lag = page.evaluate(JUMP, share)
        if lag is not None:
            lags.append(lag)
        page.wait_for_timeout(300)
    return lags


def _print(running: list[float], jumps: list[float], silent: int) -> None:
    weights = {
        name: len(brotli.compress((STATIC / name).read_bytes(), quality=11)) for name in FILES
    }
    print("| what | value |\n| --- | --- |")
    for name, lags in (("mark behind its sentence", running), ("mark after a jump", jumps)):
        print(f"| {name}, n={len(lags)}, p50 | {_share(lags, 0.5):.1f} ms |")
        print(f"| {name}, p95 | {_share(lags, 0.95):.1f} ms |")
    print(f"| player in Brotli ({', '.join(FILES)}) | {sum(weights.values()):,} bytes |")
    print(f"| sound fetched before play | {silent} bytes |")


def _share(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


if __name__ == "__main__":
    main()
