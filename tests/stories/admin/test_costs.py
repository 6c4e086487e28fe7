"""What a list of the desk asks the database does not grow with its rows."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models.signals import post_init
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.begin import begin
from blattwerk.stories.later import decided_on_top
from blattwerk.stories.lock import lock, unlock
from blattwerk.stories.merge import keep_apart, merge
from blattwerk.stories.models import Decision, Membership, ProposalKind, Story
from blattwerk.stories.move import move
from blattwerk.stories.split import split
from tests.factories import an_article, an_editor
from tests.stories.admin.conftest import EVIDENCE, a_proposal, a_story

FEW, MANY = 3, 30
type Grow = Callable[[Story, Article, Section], object]
type Rows = Callable[..., int]


def a_story_more(_flood: Story, _lone: Article, section: Section) -> None:
    a_story(an_article(section), an_article(section))


def an_article_more(_flood: Story, _lone: Article, section: Section) -> None:
    a_story(an_article(section))


def a_member_more(flood: Story, _lone: Article, section: Section) -> None:
    article = an_article(section)
    Membership.objects.create(article=article, story=flood, evidence=EVIDENCE, at=flood.made_at)


def a_copy_more(flood: Story, _lone: Article, section: Section) -> None:
    original, copy = an_article(section), an_article(section)
    Membership.objects.create(article=original, story=flood, at=flood.made_at)
    Membership.objects.create(article=copy, story=flood, copy_of=original, at=flood.made_at)


def a_member_by_hand_more(flood: Story, _lone: Article, section: Section) -> None:
    article = an_article(section)
    a_story(article)
    somebody = an_editor(section, email=f"wer-{article.pk}@probeblatt.example")
    move(article_id=article.pk, story_id=flood.pk, by=somebody, now=timezone.now())


def a_joining_more(flood: Story, _lone: Article, section: Section) -> None:
    runner_up = a_story(an_article(section))
    evidence = {**EVIDENCE, "runner_up": runner_up.pk}
    a_proposal(ProposalKind.JOIN, flood, article=an_article(section), evidence=evidence)


def a_merge_more(_flood: Story, _lone: Article, section: Section) -> None:
    a_proposal(ProposalKind.MERGE, a_story(an_article(section)), other=a_story(an_article(section)))


def a_splitting_more(_flood: Story, _lone: Article, section: Section) -> None:
    leaving = an_article(section)
    a_proposal(ProposalKind.SPLIT, a_story(leaving, an_article(section)), articles=[leaving.pk])


def a_choice_for_the_article_more(_flood: Story, lone: Article, section: Section) -> None:
    a_proposal(ProposalKind.JOIN, a_story(an_article(section)), article=lone)


def a_placing_decided_more(flood: Story, lone: Article, _section: Section) -> None:
    inside = Membership.objects.filter(article=lone, story=flood).exists()
    move(article_id=lone.pk, story_id=None if inside else flood.pk, by=None, now=timezone.now())


def a_lock_decided_more(flood: Story, _lone: Article, _section: Section) -> None:
    turn = unlock if Story.objects.get(pk=flood.pk).locked else lock
    turn(story_id=flood.pk, by=None, now=timezone.now())


def a_merge_decided_more(flood: Story, _lone: Article, section: Section) -> None:
    other = a_story(an_article(section))
    merge(into_id=flood.pk, other_id=other.pk, by=None, now=timezone.now())


def a_split_decided_more(flood: Story, _lone: Article, section: Section) -> None:
    article = an_article(section)
    Membership.objects.create(article=article, story=flood, at=flood.made_at)
    split(story_id=flood.pk, article_ids=[article.pk], by=None, now=timezone.now())


def a_pair_kept_apart_more(flood: Story, _lone: Article, section: Section) -> None:
    other = a_story(an_article(section))
    keep_apart(story_id=flood.pk, other_id=other.pk, by=None, now=timezone.now())


def objects(page: dict[str, object]) -> int:
    return len(page["object_list"])  # type: ignore[arg-type]


def members(page: dict[str, object]) -> int:
    return sum(len(inside) for _chapter, inside in page["chapters"])  # type: ignore[attr-defined]


def of(name: str) -> Rows:
    return lambda page: len(page[name])


# (the list, what makes it longer, its rows, how many of them a page shows of few and of many)
LISTS: dict[str, tuple[str, Grow, Rows, tuple[int, int]]] = {
    "all stories": ("storydesk:stories", a_story_more, objects, (4, 31)),
    "proposals to take in": ("storydesk:index", a_joining_more, of("cases"), (3, 10)),
    "proposals to merge": ("storydesk:index", a_merge_more, of("cases"), (3, 10)),
    "proposals to split": ("storydesk:index", a_splitting_more, of("cases"), (3, 10)),
    "articles of a story": ("storydesk:story", a_member_more, members, (5, 32)),
    "copies in a story": ("storydesk:story", a_copy_more, members, (8, 62)),
    "articles placed by hand": ("storydesk:story", a_member_by_hand_more, members, (5, 32)),
    "history of placings": ("storydesk:story", a_placing_decided_more, of("entries"), (3, 30)),
    "history of locks": ("storydesk:story", a_lock_decided_more, of("entries"), (3, 30)),
    "history of merges": ("storydesk:story", a_merge_decided_more, of("entries"), (3, 30)),
    "history of splits": ("storydesk:story", a_split_decided_more, of("entries"), (3, 30)),
    "history of pairs": ("storydesk:story", a_pair_kept_apart_more, of("entries"), (3, 30)),
    "stories to merge": ("storydesk:choose_other", a_story_more, of("found"), (4, 30)),
    "stories to move to": ("storydesk:choose_story", a_story_more, of("found"), (4, 30)),
    "articles to begin with": ("storydesk:new", an_article_more, of("found"), (6, 30)),
    "the editor's panel": (
        "storydesk:standing",
        a_choice_for_the_article_more,
        of("proposals"),
        (3, 30),
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_long_list_asks_exactly_as_often_as_a_short_one(
    name: str, desk: Client, flood: Story, lone: Article, section: Section
) -> None:
    address, grow, rows, shown = LISTS[name]
    of_article = address in {"storydesk:choose_story", "storydesk:standing"}
    alone = address in {"storydesk:stories", "storydesk:index", "storydesk:new"}
    numbers = [] if alone else [lone.pk if of_article else flood.pk]

    def asked() -> tuple[int, int]:
        desk.get(reverse(address, args=numbers))  # what is kept between visits is there
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(reverse(address, args=numbers))
        return rows(page.context), len(queries)

    for _number in range(FEW):
        grow(flood, lone, section)
    few, asked_for_few = asked()
    for _number in range(MANY - FEW):
        grow(flood, lone, section)
    many, asked_for_many = asked()

    assert (few, many) == shown
    assert asked_for_many == asked_for_few


def test_what_is_chosen_for_a_new_story_costs_the_same_for_many(
    desk: Client, section: Section
) -> None:
    numbers = [an_article(section).pk for _number in range(MANY)]
    address = reverse("storydesk:new")

    def asked(count: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(address, {"article": numbers[:count]})
        assert len(page.context["chosen"]) == count
        return len(queries)

    desk.get(address)

    assert asked(MANY) == asked(FEW)


def test_a_history_loads_no_story_begun_elsewhere(
    desk: Client, flood: Story, lone: Article, section: Section
) -> None:
    a_placing_decided_more(flood, lone, section)
    loaded: list[Decision] = []

    def note(instance: Decision, **_rest: object) -> None:
        loaded.append(instance)

    def read() -> int:
        loaded.clear()
        post_init.connect(note, sender=Decision)
        desk.get(reverse("storydesk:story", args=[flood.pk]))
        post_init.disconnect(note, sender=Decision)
        return len(loaded)

    before = read()
    for _number in range(FEW):
        chosen = an_article(section)
        a_story(chosen)
        begin(title="Anderes", article_ids=[chosen.pk], by=None, now=timezone.now())

    assert before > 0
    assert read() == before


def test_a_history_of_all_deeds_offers_what_can_be_undone_as_each_deed_alone_would(
    desk: Client, flood: Story, lone: Article, section: Section
) -> None:
    for grow in (a_placing_decided_more, a_merge_decided_more, a_lock_decided_more) * 3:
        grow(flood, lone, section)
    entries = desk.get(reverse("storydesk:story", args=[flood.pk])).context["entries"]

    offered = {entry.number for entry in entries if entry.can_be_undone}

    assert offered == {each.pk for each in Decision.objects.all() if decided_on_top(each) is None}
