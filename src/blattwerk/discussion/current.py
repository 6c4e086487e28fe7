"""The state of a page's discussion now: rows in, one pure answer out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from wagtail.models import Page

from blattwerk.discussion.models import Case, RuleSet
from blattwerk.discussion.recent import for_a_second
from blattwerk.discussion.registry import topics_of
from blattwerk.discussion.rules.layers import Layer, Rules, lay
from blattwerk.discussion.rules.life import Page as Known
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.state import State, state_of
from blattwerk.discussion.told import SOON
from blattwerk.newsroom.models import Article

Scope = RuleSet.Scope
QUEUE_SEEN = timedelta(seconds=30)
Rows = Mapping[tuple[str, int], Any]
Printed = tuple[datetime | None, int | None]  # when, and in which section


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask of a page. `published_at` is None while readers cannot read it."""

    number: int
    published_at: datetime | None
    section: int | None


def facts_of(page: Page) -> Facts:
    """An article's printed time and section; of other pages, when they first came out."""
    return _facts([page])[0]


def state_now(page: Page, now: datetime) -> State:
    """Whether and how readers may write under a page."""
    return states_of([page], now)[page.pk]


def states_of(pages: Iterable[Page], now: datetime) -> dict[int, State]:
    """The states of several pages, by their numbers, in as many questions as of one."""
    facts = _facts(pages)
    rules = rules_of(*facts)
    waiting = waiting_comments() if any(each.queues for each in rules.values()) else 0
    return {
        each.number: state_of(rules[each.number], Known(each.published_at, waiting), now)
        for each in facts
    }


def state_and_end(page: Page, now: datetime) -> tuple[State, datetime | None]:
    """The same, and until when what readers are told of it stays so by itself; None: for ever.

    Nobody is told how many comments wait for the team: where that closes discussions, it is looked
    at twice a minute. An opening is told without its day from a day before.
    """
    facts = facts_of(page)
    rules = rules_of(facts)[facts.number]
    waiting = waiting_comments() if rules.queues else 0
    state = state_of(rules, Known(facts.published_at, waiting), now)
    ends = [state.until, now + QUEUE_SEEN if rules.queues else None]
    if state.opens_at is not None and state.opens_at - now >= SOON:
        ends.append(state.opens_at - SOON)
    return state, min((end for end in ends if end is not None), default=None)


class OpenTest:
    """Says of pages whether readers can read them and write under them; asks once of each."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._known: dict[int, bool] = {}

    def __call__(self, page: Page) -> bool:
        self.look_at([page])
        return self._known[page.pk]

    def look_at(self, pages: Sequence[Page]) -> None:
        """Ask of all of them together."""
        new = [page for page in pages if page.pk not in self._known]
        states = states_of(new, self.now) if new else {}
        self._known.update((page.pk, page.live and states[page.pk].accepts) for page in new)


@for_a_second
def rules_of(*facts: Facts) -> dict[int, Rules]:
    """All layers that hold for each page, by its number."""
    rows = _rows(facts)
    topics = _topics(facts, rows)
    return {each.number: _laid(each, topics[each.number], rows) for each in facts}


def _laid(facts: Facts, topics: Sequence[int], rows: Rows) -> Rules:
    return lay(
        site=_layer(rows, Scope.SITE, 0),
        sections=_layers(rows, Scope.SECTION, [facts.section] if facts.section else []),
        topics=_layers(rows, Scope.TOPIC, topics),
        page=_layer(rows, Scope.PAGE, facts.number),
    )


@for_a_second
def waiting_comments() -> int:
    """How many comments wait for the team, in the whole paper."""
    waiting = Case.objects.filter(closed_at=None).exclude(cause=Case.Cause.AFTERWARDS)
    return waiting.count()


def _facts(pages: Iterable[Page]) -> list[Facts]:
    known = list(pages)
    mere = tuple(page.pk for page in known if _is_mere_article(page))
    printed = _printed(*mere) if mere else {}
    return [_facts_of(page, printed) for page in known]


def _facts_of(page: Page, printed: Mapping[int, Printed]) -> Facts:
    if isinstance(page, Article):
        out, section = page.published_at, page.section_id
    elif _is_mere_article(page):
        out, section = printed.get(page.pk, (None, None))  # deleted a moment ago
    else:
        out, section = page.first_published_at, None
    return Facts(page.pk, out if page.live else None, section)


def _is_mere_article(page: Page) -> bool:
    """An article of which only what all pages have was read."""
    return not isinstance(page, Article) and page.cached_content_type.model_class() is Article


@for_a_second
def _printed(*numbers: int) -> Mapping[int, Printed]:
    rows = Article.objects.filter(pk__in=numbers)
    found = rows.values_list("pk", "published_at", "section_id")
    return {number: (out, section) for number, out, section in found}


def _rows(facts: Collection[Facts]) -> Rows:
    """What is set for the site, for their sections and for them, and for any topic."""
    wanted = {(Scope.SITE, 0)}
    for each in facts:
        wanted.add((Scope.PAGE, each.number))
        if each.section:
            wanted.add((Scope.SECTION, each.section))
    mine = Q(key__in={key for _scope, key in wanted}) | Q(scope=Scope.TOPIC)
    found = RuleSet.objects.filter(mine).values_list("scope", "key", "plain")
    return {
        (scope, key): plain
        for scope, key, plain in found
        if scope == Scope.TOPIC or (scope, key) in wanted
    }


def _topics(facts: Collection[Facts], rows: Rows) -> Mapping[int, Sequence[int]]:
    """Under which topics they stand; not asked where no topic has rules of its own."""
    if any(scope == Scope.TOPIC for scope, _key in rows):
        return topics_of(*(each.number for each in facts))
    return {each.number: () for each in facts}


def _layer(rows: Rows, scope: str, key: int) -> Layer:
    return from_plain(rows.get((scope, key), {}))


def _layers(rows: Rows, scope: str, keys: Iterable[int]) -> tuple[Layer, ...]:
    return tuple(_layer(rows, scope, key) for key in keys if (scope, key) in rows)
