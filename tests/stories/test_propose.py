"""What is asked of people has its ground: it falls when what it is about has changed."""

import pytest

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.merge import merge
from blattwerk.stories.models import Proposal, ProposalKind, ProposalState, Story
from blattwerk.stories.move import move
from tests.stories.household import NOW, placed, story_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def choir(section: Section) -> Article:
    return placed(section, "choir")


@pytest.fixture
def dam(section: Section) -> Article:
    return placed(section, "dam", hours=2)


def asked(article: Article, story: Story) -> Proposal:
    """Whether the article belongs to the story."""
    return Proposal.objects.create(
        kind=ProposalKind.JOIN,
        key=f"join-{article.pk}-{story.pk}",
        story=story,
        article=article,
        score=0.6,
        made_at=NOW,
    )


def test_nobody_is_asked_about_a_story_whose_last_article_has_left(
    choir: Article, dam: Article, section: Section
) -> None:
    third = placed(section, "choir", hours=4, headline="Orgel", lead="Pfeifen klemmen.", body=[])
    proposal = asked(dam, story_of(choir))

    move(article_id=choir.pk, story_id=story_of(third).pk, by=None, now=NOW)

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.VOID


def test_nobody_is_asked_whether_a_story_takes_in_what_a_merge_has_brought(
    choir: Article, dam: Article
) -> None:
    proposal = asked(dam, story_of(choir))

    merge(into_id=story_of(choir).pk, other_id=story_of(dam).pk, by=None, now=NOW)

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.VOID


def test_what_is_asked_stays_asked_while_its_ground_stands(
    choir: Article, dam: Article, section: Section
) -> None:
    proposal = asked(dam, story_of(choir))
    third = placed(section, "choir", hours=4, headline="Orgel", lead="Pfeifen klemmen.", body=[])

    move(article_id=third.pk, story_id=story_of(choir).pk, by=None, now=NOW)

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.OPEN
