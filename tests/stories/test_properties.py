"""Whatever the order of arrival and however often jobs run, people's decisions stand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.decided import forbidden_to, in_force
from blattwerk.stories.errors import StoryError
from blattwerk.stories.forbid import forbid
from blattwerk.stories.lock import lock
from blattwerk.stories.merge import merge
from blattwerk.stories.models import Decision, Deed, Membership, Story
from blattwerk.stories.move import move
from blattwerk.stories.place import place
from blattwerk.stories.repair import repair
from blattwerk.stories.undo import undo
from tests.stories.household import NOW, TEXTS, picture, written

pytestmark = pytest.mark.django_db
COUNT = 6
few = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
orders = st.permutations(range(COUNT))
numbers = st.integers(0, COUNT - 1)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("place"), numbers, numbers),
        st.tuples(st.just("take out"), numbers, numbers),
        st.tuples(st.just("forbid"), numbers, numbers),
        st.tuples(st.just("merge"), numbers, numbers),
        st.tuples(st.just("lock"), numbers, numbers),
        st.tuples(st.just("run"), numbers, numbers),
        st.tuples(st.just("repair"), numbers, numbers),
    ),
    max_size=8,
)


@pytest.fixture
def articles(section: Section) -> list[Article]:
    """Six articles of two affairs, none of them placed."""
    names = list(TEXTS)
    return [
        written(
            section,
            names[number % len(names)],
            hours=12 * number,
            headline=f"{TEXTS[names[number % len(names)]][0]} ({number})",
        )
        for number in range(COUNT)
    ]


@contextmanager
def forgotten() -> Iterator[None]:
    """What happens inside has never been."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@dataclass
class Desk:
    """Does the steps; what cannot be done is refused and leaves all as it was."""

    articles: list[Article]
    locked: dict[int, set[int]] = field(default_factory=dict)

    def do(self, what: str, one: int, other: int) -> None:
        try:
            with transaction.atomic():
                self._do(what, self.articles[one].pk, self._story(self.articles[other].pk))
        except StoryError:
            return
        if what in {"place", "take out", "forbid", "merge", "lock"}:
            self._note_locks()

    def _do(self, what: str, article: int, story: int) -> None:
        if what == "place":
            move(article_id=article, story_id=story, by=None, now=NOW)
        elif what == "take out":
            move(article_id=article, story_id=None, by=None, now=NOW)
        elif what == "forbid":
            forbid(article_id=article, story_id=story, by=None, now=NOW)
        elif what == "merge":
            merge(into_id=self._story(article), other_id=story, by=None, now=NOW)
        elif what == "lock":
            lock(story_id=story, by=None, now=NOW)
        elif what == "run":
            place(article, now=NOW)
        else:
            repair(now=NOW)

    def _story(self, article: int) -> int:
        membership = Membership.objects.filter(article_id=article).first()
        return membership.story_id if membership else 0

    def _note_locks(self) -> None:
        """A person just acted: from here on only people change what is locked."""
        self.locked = {
            story.pk: set(story.memberships.values_list("article_id", flat=True))
            for story in Story.objects.filter(locked=True)
        }


@few
@given(order=orders, doing=steps, again=orders)
def test_decisions_survive_any_order_and_any_rerun(
    articles: list[Article], order: list[int], doing: list[tuple[str, int, int]], again: list[int]
) -> None:
    with forgotten():
        for number in order[: COUNT // 2]:
            place(articles[number].pk, now=NOW)
        desk = Desk(articles)
        for step in doing:
            desk.do(*step)
        by_hand = dict(
            Membership.objects.filter(decision__isnull=False).values_list("article", "story")
        )
        for number in [*order, *again]:
            place(articles[number].pk, now=NOW)
        repair(now=NOW)

        for article, story in by_hand.items():
            assert Membership.objects.get(article_id=article).story_id == story
        for decision in in_force().filter(deed=Deed.FORBID):
            standing = Membership.objects.get(article_id=decision.article_id)
            if standing.decision_id is None or standing.decision_id <= decision.pk:
                assert standing.story_id not in forbidden_to(standing.article_id)
        for story, inside in desk.locked.items():
            now_inside = Story.objects.get(pk=story).memberships.values_list("article", flat=True)
            assert set(now_inside) == inside
        assert Membership.objects.count() == COUNT


@few
@given(order=orders, doing=steps)
def test_the_same_input_gives_the_same_output(
    articles: list[Article], order: list[int], doing: list[tuple[str, int, int]]
) -> None:
    assert _groups(articles, order, doing) == _groups(articles, order, doing)


@few
@given(order=orders, doing=steps, one=numbers, other=numbers)
def test_merge_and_undo_leave_all_as_it_was(
    articles: list[Article],
    order: list[int],
    doing: list[tuple[str, int, int]],
    one: int,
    other: int,
) -> None:
    with forgotten():
        desk = Desk(articles)
        for number in order:
            place(articles[number].pk, now=NOW)
        for step in doing:
            desk.do(*step)
        before = picture()
        decisions = Decision.objects.count()
        desk.do("merge", one, other)
        if Decision.objects.count() > decisions:
            undo(decision_id=Decision.objects.latest("pk").pk, by=None, now=NOW)

        assert picture() == before


def _groups(
    articles: list[Article], order: list[int], doing: list[tuple[str, int, int]]
) -> list[tuple[object, ...]]:
    """Who stands with whom and why, without the numbers of rows."""
    found: list[tuple[object, ...]] = []
    with forgotten():
        for number in order:
            place(articles[number].pk, now=NOW)
        desk = Desk(articles)
        for step in doing:
            desk.do(*step)
        rows = Membership.objects.order_by("article_id").values_list("article", "story", "evidence")
        first: dict[int, int] = {}
        for article, story, evidence in rows:
            first.setdefault(story, article)
            kept = {name: value for name, value in evidence.items() if name != "runner_up"}
            found.append((article, first[story], str(kept)))
    return found
