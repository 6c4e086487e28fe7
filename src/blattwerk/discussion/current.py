"""The state of a page's discussion now: rows in, one pure answer out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page

from blattwerk.discussion.models import Case, RuleSet
from blattwerk.discussion.registry import topics_of
from blattwerk.discussion.rules.layers import Layer, Rules, lay
from blattwerk.discussion.rules.life import Page as Known
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.state import State, state_of
from blattwerk.newsroom.models import Article

Scope = RuleSet.Scope
Rows = Mapping[tuple[str, int], Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask of a page. `published_at` is None while readers cannot read it."""

    number: int
    published_at: datetime | None
    section: int | None


def facts_of(page: Page) -> Facts:
    """An article's printed time and section; of other pages, when they first came out."""
    if isinstance(page, Article):
        article: Any = page
    elif page.cached_content_type.model_class() is Article:
        article = Article.objects.only("published_at", "section_id").get(pk=page.pk)
    else:
        return Facts(page.pk, page.first_published_at if page.live else None, None)
    return Facts(page.pk, article.published_at if page.live else None, article.section_id)


def state_now(page: Page, now: datetime) -> State:
    """Whether and how readers may write under a page."""
    facts = facts_of(page)
    rules = rules_of(facts)
    waiting = waiting_comments() if rules.queues else 0
    return state_of(rules, Known(facts.published_at, waiting), now)


def rules_of(facts: Facts) -> Rules:
    """All layers that hold for a page."""
    topics = topics_of(facts.number)
    rows = _rows(facts, topics)
    return lay(
        site=_layer(rows, Scope.SITE, 0),
        sections=_layers(rows, Scope.SECTION, [facts.section] if facts.section else []),
        topics=_layers(rows, Scope.TOPIC, topics),
        page=_layer(rows, Scope.PAGE, facts.number),
    )


def waiting_comments() -> int:
    """How many comments wait for the team, in the whole paper."""
    waiting = Case.objects.filter(closed_at=None).exclude(cause=Case.Cause.AFTERWARDS)
    return waiting.count()


def _rows(facts: Facts, topics: Iterable[int]) -> Rows:
    wanted = {(Scope.SITE, 0), (Scope.PAGE, facts.number), *((Scope.TOPIC, key) for key in topics)}
    if facts.section:
        wanted.add((Scope.SECTION, facts.section))
    keys = {key for _scope, key in wanted}
    found = RuleSet.objects.filter(key__in=keys).values_list("scope", "key", "plain")
    return {(scope, key): plain for scope, key, plain in found if (scope, key) in wanted}


def _layer(rows: Rows, scope: str, key: int) -> Layer:
    return from_plain(rows.get((scope, key), {}))


def _layers(rows: Rows, scope: str, keys: Iterable[int]) -> tuple[Layer, ...]:
    return tuple(_layer(rows, scope, key) for key in keys if (scope, key) in rows)
