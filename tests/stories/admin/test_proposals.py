"""What waits for a person's word: shown with its evidence, decided with one click."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _
from pytest_django import DjangoAssertNumQueries

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Decision, Membership, Proposal, ProposalKind, Story
from tests.factories import an_article
from tests.stories.admin.conftest import a_proposal, a_story, said

INDEX = "/redaktion/stories/"


def decide(client: Client, name: str, proposal: Proposal, **sent: str) -> list[tuple[str, str]]:
    address = reverse(f"storydesk:{name}", args=[proposal.pk])
    return said(client.post(address, sent, follow=True))


def test_a_paper_without_questions_says_that_all_is_well(desk: Client) -> None:
    page = desk.get(INDEX)

    assert page.context["cases"] == []
    assert _("All is well: nothing waits.") in page.content.decode()


def test_the_article_stands_beside_the_story_with_the_evidence(
    desk: Client, asked: Proposal, flood: Story
) -> None:
    other = a_story(an_article(flood.memberships.all()[0].article.section), title="Regen")
    asked.evidence = {**asked.evidence, "runner_up": other.pk}
    asked.save()

    case = desk.get(INDEX).context["cases"][0]

    assert [line.headline for line in case.left.lines] == ["Pegel sinkt endlich"]
    assert case.right.story == flood
    assert {line.headline for line in case.right.lines} == {
        "Inn steigt weiter",
        "Damm hält in Schärding",
    }
    assert [(word.word, word.percent) for word in case.told.words] == [
        ("Hochwasser", 42),
        ("Innpegel", 31),
        ("Schärding", 12),
        ("Damm", 5),
    ]
    assert case.runner_up == other
    assert sum(value for _name, value in case.told.parts) == pytest.approx(1.5)


def test_two_stories_stand_side_by_side(desk: Client, flood: Story, lone: Article) -> None:
    other = Membership.objects.get(article=lone).story
    a_proposal(ProposalKind.MERGE, flood, other=other)

    case = desk.get(INDEX).context["cases"][0]

    assert (case.left.story, case.right.story) == (other, flood)


def test_what_would_leave_stands_beside_what_would_stay(desk: Client, flood: Story) -> None:
    leaving, staying = (row.article for row in flood.memberships.order_by("pk"))
    a_proposal(ProposalKind.SPLIT, flood, articles=[leaving.pk])

    case = desk.get(INDEX).context["cases"][0]

    assert [line.number for line in case.left.lines] == [leaving.pk]
    assert [line.number for line in case.right.lines] == [staying.pk]


def test_an_accepted_article_stands_in_the_story_by_that_persons_word(
    desk: Client, asked: Proposal, flood: Story, lone: Article
) -> None:
    told = decide(desk, "accept", asked)

    membership = Membership.objects.get(article=lone)
    assert membership.story == flood
    assert str(getattr(membership.decision, "by", "")) == "ausland@probeblatt.example"
    assert told == [
        ("success", _("Accepted: “%(title)s” is as it was proposed.") % {"title": flood.title})
    ]


def test_a_refused_article_stays_out_and_the_reason_is_kept(
    desk: Client, asked: Proposal, flood: Story, lone: Article
) -> None:
    decide(desk, "refuse", asked, why="  Anderer Fluss ")

    decision = Decision.objects.get()
    assert (decision.deed, decision.why, decision.article_id) == (
        "forbid",
        "Anderer Fluss",
        lone.pk,
    )
    assert Membership.objects.get(article=lone).story != flood


def test_merges_and_splits_are_accepted(desk: Client, flood: Story, lone: Article) -> None:
    other = Membership.objects.get(article=lone).story
    decide(desk, "accept", a_proposal(ProposalKind.MERGE, flood, other=other))
    decide(desk, "accept", a_proposal(ProposalKind.SPLIT, flood, articles=[lone.pk]))

    assert list(Decision.objects.order_by("pk").values_list("deed", flat=True)) == [
        "merge",
        "split",
    ]
    assert flood.memberships.count() == 2


def test_the_second_to_decide_is_told_so(desk: Client, asked: Proposal) -> None:
    decide(desk, "refuse", asked)

    told = decide(desk, "accept", asked)

    sentence = _("This proposal is no longer open; somebody has decided it already.")
    assert told == [("error", sentence)]
    asked.refresh_from_db()
    assert asked.state == "refused"


def test_a_click_leads_back_to_the_next_one_in_the_same_list(
    desk: Client, flood: Story, section: Section
) -> None:
    articles = [an_article(section) for _number in range(2)]
    older, newer = (a_proposal(ProposalKind.JOIN, flood, article=each) for each in articles)
    a_story(*articles)

    page = desk.get(INDEX, {"kind": "join"}).content.decode()
    back = f"{INDEX}?kind=join#vorschlag-{older.pk}"
    answer = desk.post(reverse("storydesk:accept", args=[newer.pk]), {"next": back})

    assert f'value="{back}"' in page
    assert answer["Location"] == back


def test_nobody_is_led_out_of_the_house(desk: Client, asked: Proposal) -> None:
    address = reverse("storydesk:accept", args=[asked.pk])

    answer = desk.post(address, {"next": "https://anderswo.example/"})

    assert answer["Location"] == INDEX


def test_the_list_is_narrowed_by_kind(
    desk: Client, asked: Proposal, flood: Story, lone: Article
) -> None:
    other = Membership.objects.get(article=lone).story
    a_proposal(ProposalKind.MERGE, flood, other=other)
    kinds = {"": 2, "join": 1, "merge": 1, "split": 0, "unsinn": 2}

    found = {kind: len(desk.get(INDEX, {"kind": kind}).context["cases"]) for kind in kinds}

    assert found == kinds


def test_an_odd_page_number_shows_a_page(desk: Client, asked: Proposal) -> None:
    pages = [desk.get(INDEX, {"page": page}) for page in ("99", "0", "abc", "2")]

    assert [len(page.context["cases"]) for page in pages] == [1, 1, 1, 1]


def test_ten_proposals_cost_as_many_queries_as_one(
    desk: Client,
    asked: Proposal,
    flood: Story,
    section: Section,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    desk.get(INDEX)
    with django_assert_max_num_queries(60) as one:
        desk.get(INDEX)
    for _number in range(9):
        a_proposal(ProposalKind.JOIN, flood, article=an_article(section))

    with django_assert_max_num_queries(len(one.captured_queries)):
        page = desk.get(INDEX)

    assert len(page.context["cases"]) == 10


def test_evidence_of_another_time_is_shown_as_far_as_it_goes(desk: Client, asked: Proposal) -> None:
    Proposal.objects.update(evidence={"score": 900, "words": [], "parts": {"neu": 1}})

    case = desk.get(INDEX).context["cases"][0]

    assert case.told.parts == [("neu", 1.0)]
