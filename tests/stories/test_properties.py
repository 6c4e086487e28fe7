"""Whatever the order of arrival and however often jobs run, people's decisions stand."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.decided import forbidden_to, in_force, kept_apart_from
from blattwerk.stories.detect.profile import Profile as Words
from blattwerk.stories.models import (
    Chapter,
    Decision,
    Deed,
    Membership,
    Posting,
    Profile,
    Proposal,
    ProposalState,
    Signature,
    Story,
)
from blattwerk.stories.place import place
from blattwerk.stories.undo import undo
from tests.stories.desk_steps import (
    COUNT,
    Desk,
    Step,
    doings,
    forgotten,
    of_the_desk,
    orders,
    places,
    run_all,
)
from tests.stories.household import NOW, picture

pytestmark = pytest.mark.django_db
usual = settings.default.max_examples  # sixty in the suite, five hundred as a proof
few = settings(
    max_examples=usual // 6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
many = settings(few, max_examples=usual // 3)


@pytest.fixture
def articles(section: Section) -> list[Article]:
    """Six articles of two affairs and two copies, none of them placed."""
    return of_the_desk(section)


@many
@example(  # moved, then kept out of where it came from: the move cannot be taken back
    order=list(range(COUNT)),
    doing=[("place", 1, 3), ("forbid", 1, 0), ("undo", 1, 0)],
    again=list(range(COUNT)),
)
@given(order=orders, doing=doings, again=orders)
def test_decisions_survive_any_order_and_any_rerun(
    articles: list[Article], order: list[int], doing: list[Step], again: list[int]
) -> None:
    with forgotten():
        desk = Desk(articles)
        for number in order[: COUNT // 2]:
            place(desk.number(number), now=NOW)
        for step in doing:
            desk.do(*step)
            nothing_stands_wrong()
        before = decided_by_people()

        run_all(desk, order, again)

        after = decided_by_people()
        assert {name: after[name] for name in before} == before
        nothing_stands_wrong()
        live = {each.pk for each in Article.objects.live()}
        assert live <= set(Membership.objects.values_list("article_id", flat=True))


def decided_by_people() -> dict[tuple[str, int], Any]:
    """What a person said last, by article and story; the system leaves all of it alone."""
    placed = Membership.objects.filter(decision__isnull=False)
    fields = ("title", "standfirst", "public_by_hand", "locked", "pinned", "merged_into")
    told: dict[tuple[str, int], Any] = {
        ("article", article): (story, decision)
        for article, story, decision in placed.values_list("article", "story", "decision")
    }
    for story in Story.objects.filter(decision__isnull=False):
        kept = {name: getattr(story, name) for name in fields[2:]}
        told["story", story.pk] = (kept, story.title if story.titled_by_hand else "")
    for story in Story.objects.filter(locked=True):
        told["locked", story.pk] = set(story.memberships.values_list("article_id", flat=True))
    for story in Story.objects.filter(merged_into=None):
        told["apart", story.pk] = kept_apart_from(story.pk) or None
    return told


def nothing_stands_wrong() -> None:
    """Nothing forbidden stands anywhere, and all that is counted agrees with the memberships."""
    nothing_forbidden_stands()
    copies_stand_with_their_originals()
    nothing_is_asked_in_vain()
    for story in Story.objects.all():
        counts_agree(story)
    shown = set(Story.objects.filter(merged_into=None, parts__gt=0).values_list("pk", flat=True))
    assert set(Profile.objects.values_list("story", flat=True)) == shown
    assert set(Posting.objects.values_list("story", flat=True)) == shown
    placed = Membership.objects.filter(article__live=True)
    assert set(Signature.objects.values_list("article", flat=True)) == set(
        placed.values_list("article_id", flat=True)
    )


def nothing_forbidden_stands() -> None:
    for decision in in_force().filter(deed=Deed.FORBID):
        standing = Membership.objects.get(article_id=decision.article_id)
        if standing.decision_id is None or standing.decision_id <= decision.pk:
            assert standing.story_id not in forbidden_to(standing.article_id)


def nothing_is_asked_in_vain() -> None:
    for waiting in Proposal.objects.filter(state=ProposalState.OPEN):
        for story in filter(None, (waiting.story, waiting.other)):
            assert (story.merged_into_id, story.parts > 0) == (None, True)
        if waiting.article is not None:
            standing = Membership.objects.get(article=waiting.article)
            assert standing.story_id != waiting.story_id


def copies_stand_with_their_originals() -> None:
    for copy in Membership.objects.filter(copy_of__isnull=False):
        original = Membership.objects.get(article=copy.copy_of)
        assert (original.story_id, original.copy_of_id) == (copy.story_id, None)


def counts_agree(story: Story) -> None:
    inside = story.memberships.filter(article__live=True, copy_of=None)
    moments = sorted(inside.values_list("article__published_at", flat=True))
    assert story.merged_into_id is None or not story.memberships.exists()
    assert (story.parts, story.first_at, story.last_at) == (
        len(moments),
        *((moments[0], moments[-1]) if moments else (None, None)),
    )
    chapters = Chapter.objects.filter(story=story)
    divided = Membership.objects.filter(chapter__story=story, story=story, article__live=True)
    assert sum(chapters.values_list("parts", flat=True)) in (0, len(moments))
    assert divided.filter(copy_of=None).count() == sum(chapters.values_list("parts", flat=True))
    profile = Profile.objects.filter(story=story.pk).first()
    if profile is not None:
        assert (Words.from_bytes(bytes(profile.terms)).size, profile.pinned) == (
            len(moments),
            story.pinned,
        )


@few
@given(order=orders, doing=doings)
def test_the_same_input_gives_the_same_output(
    articles: list[Article], order: list[int], doing: list[Step]
) -> None:
    assert _groups(articles, order, doing) == _groups(articles, order, doing)


@few
@given(order=orders, doing=doings, one=places, other=places)
def test_merge_and_undo_leave_all_as_it_was(
    articles: list[Article],
    order: list[int],
    doing: list[Step],
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
    articles: list[Article], order: list[int], doing: list[Step]
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
