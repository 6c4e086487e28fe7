"""Compose a front: pinned articles first, then the newest, none twice on one page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from blattwerk.fronts.models import Front
from blattwerk.newsroom.models import Article, Paper, Section
from blattwerk.newsroom.queries import articles_of_section, published_articles, sections

NEWEST_READ = 120  # one query that feeds nearly every container


@dataclass
class Container:
    """A container ready to be shown: its kind, its title, its section, its articles."""

    kind: str
    articles: list[Article]
    title: str = ""
    section: Section | None = None


@dataclass
class _Supply:
    """The articles still to be placed on one page."""

    pinned: dict[int, Article]
    newest: Sequence[Article]
    placed: set[int] = field(default_factory=set)

    def take(self, ids: Iterable[int]) -> list[Article]:
        """The pinned articles of these ids that can be read and do not stand on the page yet."""
        found = [self.pinned[number] for number in ids if number in self.pinned]
        return [article for article in found if self._place(article)]

    def fill(self, articles: Iterable[Article], wanted: int) -> Iterator[Article]:
        """Up to `wanted` of these that do not stand on the page yet."""
        for article in articles:
            if wanted <= 0:
                return
            if self._place(article):
                wanted -= 1
                yield article

    def _place(self, article: Article) -> bool:
        if article.pk in self.placed:
            return False
        self.placed.add(article.pk)
        return True


def compose_front(page: Page) -> list[Container]:
    """The containers of a page in order, empty ones left out.

    Without a front of its own the home page gets a lead, a latest list and one container for each
    section.
    """
    front = Front.objects.filter(page_id=page.pk).first()
    plan = _read(front) if front and front.containers else _usual_plan(page)
    supply = _Supply(
        pinned=_pinned_articles(plan), newest=published_articles().for_cards()[:NEWEST_READ]
    )
    containers = [_fill(kind, value, supply) for kind, value in plan]
    return [container for container in containers if container.articles]


def _read(front: Front) -> list[tuple[str, dict[str, Any]]]:
    """The raw plan: pages as ids, so that nothing is fetched one by one."""
    return [(item["type"], item["value"]) for item in front.containers.get_prep_value()]


def _usual_plan(page: Page) -> list[tuple[str, dict[str, Any]]]:
    if not isinstance(page.specific, Paper):
        return []
    shown: list[tuple[str, dict[str, Any]]] = [("lead", {"size": 5}), ("latest", {"size": 9})]
    shown += [("section", {"section": section.pk, "size": 4}) for section in sections()]
    return shown


def _ids(value: dict[str, Any]) -> list[int]:
    return [item["value"] for item in value.get("articles", []) if item.get("value")]


def _pinned_articles(plan: list[tuple[str, dict[str, Any]]]) -> dict[int, Article]:
    wanted = {number for _kind, value in plan for number in _ids(value)}
    if not wanted:
        return {}
    return {article.pk: article for article in published_articles().for_cards().filter(pk__in=wanted)}


def _fill(kind: str, value: dict[str, Any], supply: _Supply) -> Container:
    if kind == "latest":  # a list of times repeats what stands elsewhere, as readers expect
        return Container(kind, list(supply.newest[: value["size"]]))
    articles = supply.take(_ids(value))
    if kind == "picks":
        return Container(kind, articles, title=value["title"])
    wanted = value["size"] - len(articles)
    if kind == "lead":
        return Container(kind, articles + list(supply.fill(supply.newest, wanted)))
    return _fill_section(value["section"], articles, wanted, supply)


def _fill_section(
    number: int | None, articles: list[Article], wanted: int, supply: _Supply
) -> Container:
    section = Section.objects.live().filter(pk=number).first()
    if section is None:
        return Container("section", [])
    newest = [article for article in supply.newest if article.section_id == section.pk]
    articles += supply.fill(newest, wanted)
    missing = wanted - len(articles)
    if missing > 0:  # a quiet section: its newest are older than the paper's newest
        older = articles_of_section(section).for_cards()[: wanted + len(supply.placed)]
        articles += supply.fill(older, missing)
    return Container("section", articles, title=section.title, section=section)
