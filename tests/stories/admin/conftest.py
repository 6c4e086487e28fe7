"""Stories, proposals and people for the desk."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Membership, Proposal, ProposalKind, Story
from blattwerk.stories.settle import settle
from tests.factories import an_article
from tests.newsroom.roles import browser

EVIDENCE = {
    "words": [
        {"word": "Hochwasser", "share": 0.42},
        {"word": "Innpegel", "share": 0.31},
        {"word": "Schärding", "share": 0.12},
        {"word": "Damm", "share": 0.05},
    ],
    "numbers": {"words": 0.4, "days": 2 / 14},
    "parts": {"words": 2.5, "names": 0.75, "days": -0.25},
    "constant": -1.5,
    "time": 0.82,
    "score": 1.5,
    "margin": 0.31,
    "runner_up": None,
    "model": "lexical-1",
}


def a_story(*articles: Article, title: str = "Hochwasser am Inn", **fields: Any) -> Story:
    """A story of these articles, found by the system unless the fields say otherwise."""
    now = timezone.now()
    story = Story.objects.create(title=title, language="de", made_at=now, titled_by_hand=True)
    for number, article in enumerate(articles):
        evidence = EVIDENCE if number else {}
        Membership.objects.create(article=article, story=story, at=now, evidence=evidence, **fields)
    with transaction.atomic():
        settle([story.pk], now=now)
    story.refresh_from_db()
    return story


def a_proposal(kind: ProposalKind, story: Story, **fields: Any) -> Proposal:
    """An open one, made now, with evidence."""
    made: dict[str, Any] = {"score": 0.82, "evidence": EVIDENCE, "made_at": timezone.now()}
    key = f"{kind}-{Proposal.objects.count()}"
    return Proposal.objects.create(kind=kind, key=key, story=story, **{**made, **fields})


def said(answer: Any) -> list[tuple[str, str]]:
    """The messages of the page that was led to, first lines only."""
    found = answer.context["messages"]
    return [(each.level_tag, str(each.message).split("\n")[0].strip()) for each in found]


@pytest.fixture
def flood(section: Section) -> Story:
    """Two articles of the foreign desk's, public."""
    return a_story(
        an_article(section, headline="Inn steigt weiter"),
        an_article(section, headline="Damm hält in Schärding"),
    )


@pytest.fixture
def lone(section: Section) -> Article:
    """An article that stands alone; nobody sees its story yet."""
    article = an_article(section, headline="Pegel sinkt endlich", lead="Die Lage entspannt sich.")
    a_story(article, title="Pegel sinkt endlich")
    return article


@pytest.fixture
def asked(flood: Story, lone: Article) -> Proposal:
    """Whether the lone article belongs to the flood."""
    return a_proposal(ProposalKind.JOIN, flood, article=lone)


@pytest.fixture
def desk(section: Section) -> Client:
    """A browser of the foreign desk's."""
    return browser("foreign")


@pytest.fixture
def strangers(section: Section) -> Client:
    """A browser of another desk's: politics."""
    return browser("politics")
