"""All that ill-meaning people type stands on the screen as text, and stays in its box."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.discussion.hostile import naughty_strings
from tests.household import Household
from tests.journeys.conftest import PHONE, NewContext

pytestmark = [pytest.mark.journey, pytest.mark.proof]

STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "proof" else 6
WRITTEN = naughty_strings()[::STEP]
SEED = """
import sys
from uuid import uuid4
import django
django.setup()
from django.utils import timezone
from blattwerk.discussion.models import Comment
from blattwerk.discussion.placing import set_state
from blattwerk.discussion.text import cleaned, is_readable
from blattwerk.discussion.threads import thread_of
from blattwerk.accounts.models import User
from blattwerk.newsroom.models import Article
from tests.discussion.hostile import naughty_strings
article = Article.objects.live().filter(thread=None).order_by("published_at").first()
thread, now = thread_of(article), timezone.now()
writer, _made = User.objects.get_or_create(email="hostil@example.org")
writer.public_name = "W" * 30
writer.save()
for text in naughty_strings()[:: int(sys.argv[1])]:
    if is_readable(cleaned(text)):
        comment = Comment(thread=thread, writer=writer, text=cleaned(text), policy="pre",
                          state="waiting", sent_at=now, key=uuid4())
        set_state(comment, Comment.State.PUBLIC, now)
print(thread.number, Comment.objects.filter(thread=thread).count())
"""
CLEAR = """
import sys
import django
django.setup()
from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment, Thread
from blattwerk.discussion.placing import note_change
number = int(sys.argv[1])
Comment.objects.filter(thread=number).delete()
Thread.objects.filter(pk=number).update(comments=0)
User.objects.filter(email="hostil@example.org").delete()
note_change(number)
"""
# Every rectangle of text that lies outside its comment, with the beginning of that text.
SPILLED = """() => {
  const found = [];
  for (const card of document.querySelectorAll("article.comment")) {
    const box = card.getBoundingClientRect();
    const words = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(words.currentNode);
      if (words.currentNode.parentElement.closest("details:not([open]) > :not(summary)")) continue;
      for (const part of range.getClientRects()) {
        const inside = part.left >= box.left - 1 && part.right <= box.right + 1
          && part.top >= box.top - 1 && part.bottom <= box.bottom + 1;
        if (!inside) found.push([card.id, words.currentNode.data.slice(0, 40)]);
      }
    }
    const body = card.querySelector(".comment__text");
    if (getComputedStyle(body).overflowX !== "clip") found.push([card.id, "is not clipped"]);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(["page", "scrolls sideways"]);
  return found;
}"""
FOREIGN = """() => [...document.querySelectorAll(".comment__text *")]
  .filter((each) => !["P", "BR", "BLOCKQUOTE", "A"].includes(each.tagName))
  .map((each) => each.outerHTML)"""
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error("policy", event.violatedDirective, event.blockedURI), true)"""


@dataclass(frozen=True)
class Thread:
    """The discussion that holds them all."""

    number: int
    count: int


@pytest.fixture(scope="module")
def thread(paper_house: Household) -> Iterator[Thread]:
    number, count = map(int, told_by(paper_house, SEED, str(STEP)).split())
    yield Thread(number, count)
    told_by(paper_house, CLEAR, str(number))


def told_by(house: Household, code: str, word: str) -> str:
    """What a program says that works on the paper's own database."""
    environment = {**house.environment, "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings"}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, "-c", code, word]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_they_are_text_and_stay_in_their_boxes(
    thread: Thread, visit: NewContext, javascript: bool
) -> None:
    context = visit(javascript=javascript, viewport=PHONE)
    context.add_init_script(VIOLATIONS)
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    numbers: set[str] = set()
    for here in pages(page, f"/diskussion/{thread.number}/"):
        assert here.evaluate(FOREIGN) == []
        assert here.evaluate(SPILLED) == []
        numbers |= set(here.locator("article.comment").evaluate_all("all => all.map(e => e.id)"))

    assert (len(numbers), dialogs) == (thread.count, [])
    assert thread.count > 0.9 * len(WRITTEN)


def pages(page: Page, address: str) -> Iterator[Page]:
    """The thread, page by page."""
    onward: str | None = address
    while onward:
        page.goto(onward)
        yield page
        further = page.locator("a[rel=next]")
        onward = further.first.get_attribute("href") if further.count() else None
