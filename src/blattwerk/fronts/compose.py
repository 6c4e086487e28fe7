"""Compose a front: pinned articles first, then the newest, none twice on one page.

A fixed number of questions whatever stands on the page: the pinned, the newest, the sections, what
quiet sections still need, and at the end the names over all that was chosen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page

from blattwerk.fronts.models import Front
from blattwerk.newsroom.models import Article, Paper, Section
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import articles_of_section, published_articles, sections
from blattwerk.stories.queries import StoryCard, current_stories, story_cards

NEWEST_READ = 120  # one query that feeds nearly every container
SECTION_READ = 60  # how many of a quiet section's newest are read when the paper's newest do not do

Plan = list[tuple[str, dict[str, Any]]]


@dataclass
class Container:
    """A container ready to be shown: its kind, its title, its section, its articles or stories."""

    kind: str
    articles: list[Article]
    title: str = ""
    section: Section | None = None
    stories: list[StoryCard] = field(default_factory=list)


@dataclass
class _Supply:
    """The articles still to be placed on one page."""

    pinned: dict[int, Article]
    newest: Sequence[Article]
    sections: dict[int, Section]
    older: dict[int, list[Article]]
    placed: set[int] = field(default_factory=set)

    def take(self, ids: Iterable[int], at_most: int | None = None) -> list[Article]:
        """The pinned articles of these ids that can be read and do not stand on the page yet."""
        found = (self.pinned[number] for number in ids if number in self.pinned)
        return list(self.fill(found, len(self.pinned) if at_most is None else at_most))

    def fill(self, articles: Iterable[Article], wanted: int) -> Iterator[Article]:
        """Up to `wanted` of these that do not stand on the page yet."""
        for article in articles:
            if wanted <= 0:
                return
            if article.pk not in self.placed:
                self.placed.add(article.pk)
                wanted -= 1
                yield article

    def of_section(self, number: int) -> Iterator[Article]:
        """A section's articles, newest first, as far as anything here asks for."""
        yield from (article for article in self.newest if article.section_id == number)
        yield from self.older.get(number, [])


def compose_front(page: Page) -> list[Container]:
    """The containers of a page in order, empty ones left out.

    Without a front of its own the home page gets a lead, a latest list and one container for each
    section; a section's page gets nothing. A section's front fills from that section.
    """
    front = Front.objects.filter(page_id=page.pk).first()
    plan = _read(front) if front and front.containers else usual_plan(page)
    if not plan:
        return []
    supply = _gather(plan, page.specific)
    containers = [_fill(kind, value, supply) for kind, value in plan]
    _add_names(containers)
    return [container for container in containers if container.articles or container.stories]


def usual_plan(page: Page) -> Plan:
    """What stands on a page that no editor has composed."""
    if not isinstance(page.specific, Paper):
        return []
    shown: Plan = [("lead", {"size": 5}), ("latest", {"size": 9})]
    shown += [("section", {"section": section.pk, "size": 4}) for section in sections()]
    return shown


def _read(front: Front) -> Plan:
    """The raw plan: pages as ids, so that nothing is fetched one by one."""
    return [(item["type"], item["value"]) for item in front.containers.get_prep_value()]


def _gather(plan: Plan, page: Page) -> _Supply:
    source = articles_of_section(page) if isinstance(page, Section) else published_articles()
    newest = list(_for_front(source)[:NEWEST_READ])
    wanted = {value["section"] for kind, value in plan if kind == "section"} - {None}
    found = _sections(wanted)
    # A section's own newest say nothing of where those of other sections begin.
    before = [] if isinstance(page, Section) else newest[-1:]
    complete = len(newest) < NEWEST_READ and not isinstance(page, Section)
    return _Supply(
        pinned=_pinned_articles(plan),
        newest=newest,
        sections=found,
        older={} if complete else _older(list(found.values()), before),
    )


def _for_front(articles: ArticleQuerySet) -> ArticleQuerySet:
    """As for cards, but the names are asked for once, when all articles are chosen."""
    shown: ArticleQuerySet = articles.for_cards().prefetch_related(None)
    return shown


def _pinned_articles(plan: Plan) -> dict[int, Article]:
    wanted = {number for _kind, value in plan for number in _ids(value)}
    if not wanted:
        return {}
    return {page.pk: page for page in _for_front(published_articles()).filter(pk__in=wanted)}


def _sections(numbers: set[int]) -> dict[int, Section]:
    """The published ones among these sections; each with `floor`, where its newest end."""
    if not numbers:
        return {}
    times = published_articles().filter(section=OuterRef("pk")).values("published_at")
    found = Section.objects.live().filter(pk__in=numbers)
    marked = found.annotate(floor=Subquery(times[SECTION_READ : SECTION_READ + 1]))
    return {section.pk: section for section in marked}


def _older(found: list[Section], last_of_newest: list[Article]) -> dict[int, list[Article]]:
    """Each section's newest articles, beyond those of the whole paper."""
    if not found:
        return {}
    older: dict[int, list[Article]] = {section.pk: [] for section in found}
    wanted = Q(pk__in=[])
    for section in found:
        wanted |= Q(section=section) & _since(getattr(section, "floor", None))
    before = last_of_newest[0].published_at if last_of_newest else None
    for article in _for_front(published_articles()).filter(wanted, _until(before)):
        older[article.section_id].append(article)
    return older


def _since(moment: datetime | None) -> Q:
    return Q(published_at__gte=moment) if moment else Q()


def _until(moment: datetime | None) -> Q:
    return Q(published_at__lte=moment) if moment else Q()


def _ids(value: dict[str, Any]) -> list[int]:
    return _numbers(value.get("articles", []))


def _numbers(stored: Iterable[Any]) -> list[int]:
    """What a list names, in either form in which lists are stored."""
    numbers = [item.get("value") if isinstance(item, dict) else item for item in stored]
    return [int(number) for number in numbers if number]


def _fill(kind: str, value: dict[str, Any], supply: _Supply) -> Container:
    if kind == "latest":  # a list of times repeats what stands elsewhere, as readers expect
        return Container(kind, list(supply.newest[: value["size"]]))
    if kind == "stories":
        return Container(kind, [], stories=_stories(value))
    if kind == "picks":
        return Container(kind, supply.take(_ids(value)), title=value["title"])
    section = supply.sections.get(value.get("section") or 0)
    if kind == "section" and section is None:
        return Container(kind, [])
    articles = supply.take(_ids(value), value["size"])
    rest = supply.newest if section is None else supply.of_section(section.pk)
    articles += supply.fill(rest, value["size"] - len(articles))
    return Container(kind, articles, title=section.title if section else "", section=section)


def _stories(value: dict[str, Any]) -> list[StoryCard]:
    """The pinned stories that readers can read, then the liveliest."""
    now, size = timezone.now(), value["size"]
    cards = story_cards(_numbers(value.get("stories", [])), now)[:size]
    standing = [card.story.pk for card in cards]
    return cards + current_stories(now, limit=size - len(cards), without=standing)


def _add_names(containers: list[Container]) -> None:
    chosen = [article for container in containers for article in container.articles]
    prefetch_related_objects(chosen, "bylines__author")
