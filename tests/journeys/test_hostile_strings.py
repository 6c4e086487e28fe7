"""All that ill-meaning people type stands on the screen as text, and stays in its box."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, expect

from tests.discussion.hostile import naughty_strings
from tests.household import Household
from tests.journeys.by_hand import by_hand
from tests.journeys.conftest import PHONE, NewContext, sign_in

pytestmark = pytest.mark.proof

STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "proof" else 6
WRITTEN = naughty_strings()[::STEP]
MARKUP = [text for text in WRITTEN if "alert(" in text and text == text.strip()]
RUNNING = MARKUP[:4]  # where each costs a page
# Each is said by somebody whose name is as bad as the product lets it be.
SEED = """
import json
from contextlib import suppress
from uuid import uuid4
from django.utils import timezone
from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.models import User
from blattwerk.accounts.public_name import checked_name
from blattwerk.discussion.models import Comment
from blattwerk.discussion.placing import set_state
from blattwerk.discussion.text import cleaned, is_readable
from blattwerk.discussion.threads import thread_of
from blattwerk.newsroom.models import Article
from tests.discussion.hostile import naughty_strings

article = Article.objects.live().filter(thread=None).order_by("published_at").first()
thread, now = thread_of(article), timezone.now()
names, numbers = {{}}, {{}}
for text in ["W" * 30, *naughty_strings()]:
    with suppress(NameRefused):
        checked_name(text)
        user = User.objects.create_user(f"hostil-{{uuid4()}}@example.org")
        names[choose_name(user=user, text=text, now=now)] = user
for text in naughty_strings()[::{step}]:
    if is_readable(cleaned(text)):
        writer = [*names.values()][len(numbers) % len(names)]
        comment = Comment(thread=thread, writer=writer, text=cleaned(text), policy="pre",
                          state="waiting", sent_at=now, key=uuid4())
        set_state(comment, Comment.State.PUBLIC, now)
        numbers[text] = comment.pk
print(json.dumps({{"number": thread.number, "names": [*names], "comments": numbers}}))
"""
CLEAR = """
from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment, Thread
from blattwerk.discussion.placing import note_change

Comment.objects.filter(thread={number}).delete()
Thread.objects.filter(pk={number}).update(comments=0)
User.objects.filter(email__startswith="hostil-").delete()
note_change({number})
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
FOREIGN = """() => [...document.querySelectorAll(".comment__text *, .comment__name *")]
  .filter((each) => !["P", "BR", "BLOCKQUOTE", "A"].includes(each.tagName))
  .map((each) => each.outerHTML)"""
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error("policy", event.violatedDirective, event.blockedURI), true)"""


@dataclass(frozen=True)
class Thread:
    """The discussion that holds them all; its comments' numbers by what they say."""

    number: int
    names: list[str]
    comments: dict[str, int]


@pytest.fixture(scope="module")
def thread(paper_house: Household) -> Iterator[Thread]:
    thread = Thread(**json.loads(by_hand(paper_house, SEED.format(step=STEP))))
    yield thread
    by_hand(paper_house, CLEAR.format(number=thread.number))


def ran(context: BrowserContext) -> list[str]:
    """What the browser was made to do, or kept from doing by the paper's policy; filled later."""
    heard: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if "policy" in said.text:
            heard.append(said.text)

    def meet(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    context.add_init_script(VIOLATIONS)
    context.on("console", hear)
    context.on("dialog", meet)
    return heard


def test_they_are_text_and_stay_in_their_boxes(
    thread: Thread, visit: NewContext, javascript: bool
) -> None:
    context = visit(javascript=javascript, viewport=PHONE)
    heard = ran(context)
    page = context.new_page()

    numbers: set[str] = set()
    names: set[str] = set()
    for here in pages(page, f"/diskussion/{thread.number}/"):
        assert here.evaluate(FOREIGN) == []
        assert here.evaluate(SPILLED) == []
        numbers |= set(here.locator("article.comment").evaluate_all("all => all.map(e => e.id)"))
        names |= set(here.locator(".comment__name").all_text_contents())
    for text in RUNNING:
        page.goto(f"/suche/?{urlencode({'q': text})}")
        expect(page.locator("main [name=q]")).to_have_value(text)

    assert numbers == {f"k{number}" for number in thread.comments.values()}
    assert names == set(thread.names[: len(WRITTEN)])
    assert len(numbers) > 0.9 * len(WRITTEN)
    assert heard == []


def test_the_team_reads_them_as_text(
    thread: Thread, visit: NewContext, paper_house: Household, javascript: bool
) -> None:
    context = visit(javascript=javascript, viewport=PHONE, quiet=False)
    heard = ran(context)
    page = context.new_page()
    sign_in(page, *paper_house.login)

    for text in RUNNING:
        page.goto(f"/redaktion/kommentare/kommentar/{thread.comments[text]}/")
        expect(page.locator("#bw-text")).to_have_text(text)
        assert page.locator("#bw-text :not(mark)").count() == 0
        page.goto(f"/redaktion/kommentare/leser/?{urlencode({'q': text})}")
        expect(page.locator(".bw-forum [name=q]")).to_have_value(text)

    assert heard == []


def pages(page: Page, address: str) -> Iterator[Page]:
    """The thread, page by page."""
    onward: str | None = address
    while onward:
        page.goto(onward)
        yield page
        further = page.locator("a[rel=next]")
        onward = further.first.get_attribute("href") if further.count() else None
