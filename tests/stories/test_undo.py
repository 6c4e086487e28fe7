"""Every decision can be taken back, and then all stands as before."""

from collections.abc import Callable

import pytest

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.begin import begin
from blattwerk.stories.decide import accept, refuse
from blattwerk.stories.decided import forbidden_to, kept_apart
from blattwerk.stories.errors import (
    AlreadyDecided,
    AlreadyThere,
    AlreadyUndone,
    BadSplit,
    LaterDecision,
    NoSuchArticle,
    NoSuchStory,
    NothingChosen,
    NothingToChange,
    NoTitle,
    SameStory,
    StoryError,
)
from blattwerk.stories.forbid import forbid
from blattwerk.stories.lock import lock, unlock
from blattwerk.stories.merge import keep_apart, merge
from blattwerk.stories.models import Decision, Membership, Proposal, Story
from blattwerk.stories.move import move
from blattwerk.stories.pin import pin
from blattwerk.stories.place import place
from blattwerk.stories.queries import story_by_number
from blattwerk.stories.rename import rename
from blattwerk.stories.show import hide, publish
from blattwerk.stories.split import split
from blattwerk.stories.undo import undo
from tests.stories.household import NOW, picture, placed, story_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def dam(section: Section) -> list[Article]:
    """Three articles of one affair."""
    return [
        placed(section, "dam"),
        placed(section, "later", hours=20),
        placed(section, "last", hours=50),
    ]


@pytest.fixture
def choir(section: Section) -> Article:
    """One of another."""
    return placed(section, "choir", hours=2)


type Deeds = Callable[[Story, Story, list[Article], Article], object]
DEEDS: dict[str, Deeds] = {
    "place": lambda dam, _c, _articles, one: move(
        article_id=one.pk, story_id=dam.pk, by=None, now=NOW
    ),
    "take out": lambda _d, _c, articles, _one: move(
        article_id=articles[1].pk, story_id=None, by=None, now=NOW
    ),
    "forbid": lambda dam, _c, articles, _one: forbid(
        article_id=articles[0].pk, story_id=dam.pk, by=None, now=NOW
    ),
    "merge": lambda dam, choir, _articles, _one: merge(
        into_id=dam.pk, other_id=choir.pk, by=None, now=NOW
    ),
    "merge the bigger one": lambda dam, choir, _articles, _one: merge(
        into_id=choir.pk, other_id=dam.pk, by=None, now=NOW
    ),
    "keep apart": lambda dam, choir, _articles, _one: keep_apart(
        story_id=dam.pk, other_id=choir.pk, by=None, now=NOW
    ),
    "rename": lambda dam, _c, _articles, _one: rename(
        story_id=dam.pk, title="Der Grünsee", standfirst="Eine Mauer.", by=None, now=NOW
    ),
    "lock": lambda dam, _c, _articles, _one: lock(story_id=dam.pk, by=None, now=NOW),
    "pin": lambda dam, _c, _articles, _one: pin(story_id=dam.pk, by=None, now=NOW),
    "publish": lambda _d, choir, _articles, _one: publish(story_id=choir.pk, by=None, now=NOW),
    "hide": lambda dam, _c, _articles, _one: hide(story_id=dam.pk, by=None, now=NOW),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_done_and_undone_is_as_before(dam: list[Article], choir: Article, deed: str) -> None:
    before = picture()
    existing = {row[0] for row in before["stories"]}
    DEEDS[deed](story_of(dam[0]), story_of(choir), dam, choir)
    done = picture()

    undo(decision_id=Decision.objects.latest("pk").pk, by=None, now=NOW)

    after = picture()
    # Numbers given to stories that were made meanwhile stay given: their addresses lead nowhere.
    after["stories"] = [row for row in after["stories"] if row[0] in existing]
    assert after == before
    assert deed == "keep apart" or done != before


def test_a_split_is_undone_and_its_number_leads_back(dam: list[Article]) -> None:
    story = story_of(dam[0])
    made = split(story_id=story.pk, article_ids=[dam[1].pk, dam[2].pk], by=None, now=NOW)
    undo(decision_id=Decision.objects.latest("pk").pk, by=None, now=NOW)

    assert [story_of(article) for article in dam] == [story] * 3
    assert story_by_number(made.pk) == story


def test_a_story_begun_by_hand_is_undone(dam: list[Article], choir: Article) -> None:
    before = picture()["memberships"]
    made = begin(title="Zwei Dinge", article_ids=[dam[0].pk, choir.pk], by=None, now=NOW)
    assert (made.is_public, made.parts, made.title) == (True, 2, "Zwei Dinge")

    undo(decision_id=Decision.objects.latest("pk").pk, by=None, now=NOW)

    assert picture()["memberships"] == before
    assert not Story.objects.get(pk=made.pk).is_public


def test_the_later_of_two_is_undone_first(dam: list[Article], choir: Article) -> None:
    first = move(article_id=choir.pk, story_id=story_of(dam[0]).pk, by=None, now=NOW)
    second = move(article_id=choir.pk, story_id=None, by=None, now=NOW)

    with pytest.raises(LaterDecision, match="zuerst"):
        undo(decision_id=first.pk, by=None, now=NOW)
    undo(decision_id=second.pk, by=None, now=NOW)
    undo(decision_id=first.pk, by=None, now=NOW)

    assert Membership.objects.get(article=choir).decision is None


def test_a_story_begun_with_an_article_is_undone_before_what_placed_it(
    dam: list[Article], choir: Article
) -> None:
    placing = move(article_id=choir.pk, story_id=story_of(dam[0]).pk, by=None, now=NOW)
    begun = begin(title="Zwei Dinge", article_ids=[choir.pk], by=None, now=NOW).decision_id

    with pytest.raises(LaterDecision):
        undo(decision_id=placing.pk, by=None, now=NOW)
    undo(decision_id=begun, by=None, now=NOW)
    undo(decision_id=placing.pk, by=None, now=NOW)

    assert story_of(choir) != story_of(dam[0])


def test_what_does_not_touch_each_other_is_undone_in_any_order(dam: list[Article]) -> None:
    story = story_of(dam[0])
    pinned = pin(story_id=story.pk, by=None, now=NOW)
    rename(story_id=story.pk, title="Der Grünsee", standfirst="", by=None, now=NOW)
    undo(decision_id=pinned.pk, by=None, now=NOW)

    story.refresh_from_db()
    assert (story.pinned, story.title) == (False, "Der Grünsee")


def test_nothing_is_undone_twice_nor_an_undo(dam: list[Article]) -> None:
    done = pin(story_id=story_of(dam[0]).pk, by=None, now=NOW)
    undone = undo(decision_id=done.pk, by=None, now=NOW)

    for decision in (done, undone):
        with pytest.raises(AlreadyUndone):
            undo(decision_id=decision.pk, by=None, now=NOW)


def test_a_merged_storys_number_leads_to_the_other_and_chains_too(
    section: Section, dam: list[Article], choir: Article
) -> None:
    third = story_of(placed(section, "choir", headline="Orgel", lead="Pfeifen klemmen.", body=[]))
    small, big = story_of(choir), story_of(dam[0])
    merge(into_id=small.pk, other_id=third.pk, by=None, now=NOW)
    merge(into_id=big.pk, other_id=small.pk, by=None, now=NOW)

    assert story_by_number(third.pk) == story_by_number(small.pk) == big
    assert Story.objects.get(pk=big.pk).parts == 5


def test_locked_means_the_system_and_people_may(dam: list[Article], choir: Article) -> None:
    story = story_of(dam[0])
    lock(story_id=story.pk, by=None, now=NOW)
    move(article_id=choir.pk, story_id=story.pk, by=None, now=NOW)
    rename(story_id=story.pk, title="Der Grünsee", standfirst="", by=None, now=NOW)
    unlock(story_id=story.pk, by=None, now=NOW)

    story.refresh_from_db()
    assert (story.parts, story.title, story.locked) == (4, "Der Grünsee", False)


def test_a_proposal_accepted_is_a_persons_word(section: Section, dam: list[Article]) -> None:
    lock(story_id=story_of(dam[0]).pk, by=None, now=NOW)
    late = placed(section, "last", hours=60, headline="Grünsee: Staumauer hält wieder")
    proposal = Proposal.objects.get(article=late)
    accept(proposal_id=proposal.pk, by=None, now=NOW)

    assert story_of(late) == story_of(dam[0])
    with pytest.raises(AlreadyDecided):
        refuse(proposal_id=proposal.pk, by=None, now=NOW)


def test_a_proposal_refused_is_never_made_again(section: Section, dam: list[Article]) -> None:
    story = story_of(dam[0])
    lock(story_id=story.pk, by=None, now=NOW)
    late = placed(section, "last", hours=60, headline="Grünsee: Staumauer hält wieder")
    refuse(proposal_id=Proposal.objects.get(article=late).pk, by=None, now=NOW)
    late.lead = "Die Risse in der Staumauer am Grünsee sind dicht."
    late.save_revision().publish()
    place(late.pk, now=NOW)

    assert list(Proposal.objects.values_list("state", flat=True)) == ["refused"]
    assert story_of(late) != story


REFUSALS: list[tuple[type[StoryError], Callable[[Story, list[Article]], object]]] = [
    (SameStory, lambda story, _: merge(into_id=story.pk, other_id=story.pk, by=None, now=NOW)),
    (NoSuchStory, lambda story, _: merge(into_id=story.pk, other_id=9**9, by=None, now=NOW)),
    (NoSuchArticle, lambda _s, _a: move(article_id=9**9, story_id=None, by=None, now=NOW)),
    (BadSplit, lambda story, _: split(story_id=story.pk, article_ids=[], by=None, now=NOW)),
    (
        BadSplit,
        lambda story, articles: split(
            story_id=story.pk, article_ids=[each.pk for each in articles], by=None, now=NOW
        ),
    ),
    (BadSplit, lambda story, _: split(story_id=story.pk, article_ids=[9**9], by=None, now=NOW)),
    (NothingToChange, lambda story, _: unlock(story_id=story.pk, by=None, now=NOW)),
    (NothingChosen, lambda _s, _a: begin(title="Leer", article_ids=[], by=None, now=NOW)),
    (NoTitle, lambda _s, _a: begin(title=" ", article_ids=[1], by=None, now=NOW)),
    (
        NoTitle,
        lambda story, _: rename(story_id=story.pk, title=" ", standfirst="", by=None, now=NOW),
    ),
]


@pytest.mark.parametrize(("error", "deed"), REFUSALS)
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(
    dam: list[Article],
    error: type[StoryError],
    deed: Callable[[Story, list[Article]], object],
) -> None:
    before = picture()

    with pytest.raises(error) as told:
        deed(story_of(dam[0]), dam)

    assert str(told.value).endswith(".")
    assert picture() == before
    assert not Decision.objects.exists()


def test_placing_it_where_a_person_placed_it_is_told(dam: list[Article]) -> None:
    story = story_of(dam[0])
    move(article_id=dam[0].pk, story_id=story.pk, by=None, now=NOW)

    with pytest.raises(AlreadyThere, match=story.title):
        move(article_id=dam[0].pk, story_id=story.pk, by=None, now=NOW)


def latest() -> int:
    return Decision.objects.latest("pk").pk


def test_a_split_whose_story_went_into_what_was_split_off_is_not_undone_first(
    dam: list[Article],
) -> None:
    story = story_of(dam[0])
    made = split(story_id=story.pk, article_ids=[dam[1].pk, dam[2].pk], by=None, now=NOW)
    first = latest()
    merge(into_id=made.pk, other_id=story.pk, by=None, now=NOW)

    with pytest.raises(LaterDecision):
        undo(decision_id=first, by=None, now=NOW)
    undo(decision_id=latest(), by=None, now=NOW)
    undo(decision_id=first, by=None, now=NOW)

    assert story_by_number(made.pk) == story_by_number(story.pk) == story


def test_what_came_to_a_split_off_story_by_itself_goes_back_with_it(
    section: Section, dam: list[Article]
) -> None:
    story = story_of(dam[0])
    made = split(story_id=story.pk, article_ids=[dam[1].pk, dam[2].pk], by=None, now=NOW)
    late = placed(section, "choir", hours=60)
    Membership.objects.filter(article=late).update(story=made)

    undo(decision_id=Decision.objects.get(deed="split").pk, by=None, now=NOW)

    assert story_of(late) == story


def test_what_a_person_placed_in_a_split_off_story_must_be_taken_back_first(
    dam: list[Article], choir: Article
) -> None:
    story = story_of(dam[0])
    made = split(story_id=story.pk, article_ids=[dam[1].pk, dam[2].pk], by=None, now=NOW)
    first = latest()
    move(article_id=choir.pk, story_id=made.pk, by=None, now=NOW)

    with pytest.raises(LaterDecision):
        undo(decision_id=first, by=None, now=NOW)
    assert story_of(choir) == made
    assert story_of(dam[0]) == story


def test_a_locked_story_keeps_out_what_a_split_off_one_took_in(
    section: Section, dam: list[Article]
) -> None:
    story = story_of(dam[0])
    made = split(story_id=story.pk, article_ids=[dam[1].pk, dam[2].pk], by=None, now=NOW)
    first = latest()
    late = placed(section, "choir", hours=60)
    Membership.objects.filter(article=late).update(story=made)
    lock(story_id=story.pk, by=None, now=NOW)

    undo(decision_id=first, by=None, now=NOW)

    assert [story_of(article) for article in dam] == [story] * 3
    assert story_of(late) == made


def test_a_lone_article_merged_since_is_taken_back_first(
    dam: list[Article], choir: Article
) -> None:
    story = story_of(dam[0])
    kept_out = forbid(article_id=dam[0].pk, story_id=story.pk, by=None, now=NOW)
    alone = story_of(dam[0])
    merge(into_id=story_of(choir).pk, other_id=alone.pk, by=None, now=NOW)

    with pytest.raises(LaterDecision):
        undo(decision_id=kept_out.pk, by=None, now=NOW)


def test_an_article_comes_back_to_where_its_story_went(
    dam: list[Article], choir: Article, section: Section
) -> None:
    first, second = story_of(dam[0]), story_of(choir)
    moved = move(article_id=dam[0].pk, story_id=second.pk, by=None, now=NOW)
    third = begin(title="Drittes", article_ids=[dam[2].pk], by=None, now=NOW)
    merge(into_id=third.pk, other_id=first.pk, by=None, now=NOW)

    undo(decision_id=moved.pk, by=None, now=NOW)

    assert story_of(dam[0]) == third


def test_what_was_kept_out_or_apart_is_so_after_a_merge_too(
    dam: list[Article], choir: Article, section: Section
) -> None:
    story, other = story_of(dam[0]), story_of(choir)
    third = story_of(placed(section, "choir", headline="Orgel", lead="Pfeifen klemmen.", body=[]))
    forbid(article_id=choir.pk, story_id=story.pk, by=None, now=NOW)
    keep_apart(story_id=story.pk, other_id=third.pk, by=None, now=NOW)
    target = begin(title="Das Ganze", article_ids=[dam[2].pk], by=None, now=NOW)
    merge(into_id=target.pk, other_id=story.pk, by=None, now=NOW)

    assert target.pk in forbidden_to(choir.pk)
    assert kept_apart(target.pk, third.pk)
    assert not kept_apart(target.pk, other.pk)


def test_kept_apart_it_stays_so_when_its_text_changes(
    section: Section, dam: list[Article], choir: Article
) -> None:
    keep_apart(story_id=story_of(dam[0]).pk, other_id=story_of(choir).pk, by=None, now=NOW)
    choir.title, choir.lead, choir.body = dam[1].title, "Staumauer am Grünsee in Obermoos.", []
    choir.save_revision().publish()
    place(choir.pk, now=NOW)

    assert story_of(choir) != story_of(dam[0])


def test_copies_go_with_their_original_and_alone_they_are_parts(
    section: Section, dam: list[Article], choir: Article
) -> None:
    copy = placed(section, "dam", hours=1)
    assert Membership.objects.get(article=copy).copy_of == dam[0]
    before = picture()
    move(article_id=dam[0].pk, story_id=story_of(choir).pk, by=None, now=NOW)
    assert story_of(copy) == story_of(choir)
    assert Membership.objects.get(article=copy).copy_of == dam[0]

    undo(decision_id=latest(), by=None, now=NOW)
    assert picture() == before

    move(article_id=copy.pk, story_id=story_of(choir).pk, by=None, now=NOW)
    assert Membership.objects.get(article=copy).copy_of is None
    assert story_of(choir).parts == 2


def test_an_article_is_not_put_back_to_where_it_was_kept_out_since(
    dam: list[Article], choir: Article
) -> None:
    story, other = story_of(dam[0]), story_of(choir)
    moved = move(article_id=dam[1].pk, story_id=other.pk, by=None, now=NOW)
    kept_out = forbid(article_id=dam[1].pk, story_id=story.pk, by=None, now=NOW)

    with pytest.raises(LaterDecision):
        undo(decision_id=moved.pk, by=None, now=NOW)
    assert story_of(dam[1]) == other
    undo(decision_id=kept_out.pk, by=None, now=NOW)
    undo(decision_id=moved.pk, by=None, now=NOW)

    assert story_of(dam[1]) == story


def test_nor_to_the_story_that_its_own_went_into_since(dam: list[Article], choir: Article) -> None:
    story = story_of(dam[0])
    moved = move(article_id=dam[1].pk, story_id=story_of(choir).pk, by=None, now=NOW)
    whole = begin(title="Das Ganze", article_ids=[dam[2].pk], by=None, now=NOW)
    merge(into_id=whole.pk, other_id=story.pk, by=None, now=NOW)
    forbid(article_id=dam[1].pk, story_id=whole.pk, by=None, now=NOW)

    with pytest.raises(LaterDecision):
        undo(decision_id=moved.pk, by=None, now=NOW)
    assert story_of(dam[1]) == story_of(choir)
