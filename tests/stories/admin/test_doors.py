"""Who comes to the desk and who may decide what, seen from the side of the one who must not."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Decision, Membership, Proposal, ProposalKind, Story
from tests.factories import an_article
from tests.newsroom.roles import ROLES, browser
from tests.newsroom.test_permissions import OURS, STAFF, opened
from tests.stories.admin.conftest import a_proposal

STORY_DEEDS = ("lock", "unlock", "pin", "unpin", "publish", "hide", "rename", "split")
PAIR_DEEDS = ("merge", "keep_apart")
ARTICLE_DEEDS = ("move", "take_out", "forbid")
VERDICTS = ("accept", "refuse")


def at(name: str, *numbers: int) -> str:
    return reverse(f"storydesk:{name}", args=numbers)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_through_its_doors_and_no_others(
    role: str, flood: Story, lone: Article
) -> None:
    client = browser(role)
    doors = {
        at("index"): STAFF,
        at("stories"): STAFF,
        at("results"): STAFF,
        at("new"): STAFF,
        at("story", flood.pk): STAFF,
        at("choose_other", flood.pk): STAFF,
        at("choose_story", lone.pk): OURS,
        at("standing", lone.pk): OURS,
    }

    found = {address: opened(client.get(address)) for address in doors}

    assert found == {address: role in who for address, who in doors.items()}


def everything_posted(client: Client, flood: Story, asked: Proposal) -> None:
    """Every deed there is, with all it could want."""
    article = Membership.objects.filter(story=flood).values_list("article_id", flat=True)[0]
    other = Membership.objects.get(article_id=asked.article_id).story_id
    form: dict[str, Any] = {
        "title": "Übernommen",
        "articles": [article],
        "article": [article],
        "other": other,
        "story": other,
    }
    for name in (*STORY_DEEDS, *PAIR_DEEDS):
        client.post(at(name, flood.pk), form)
    for name in ARTICLE_DEEDS:
        client.post(at(name, article), form)
    for name in VERDICTS:
        client.post(at(name, asked.pk))
    client.post(at("begin"), form)
    for decision in Decision.objects.all():
        client.post(at("undo", decision.pk))


def all_rows() -> list[Any]:
    return [
        list(model.objects.order_by("pk").values())
        for model in (Story, Membership, Proposal, Decision)
    ]


def test_nobody_decides_without_a_login(client: Client, flood: Story, asked: Proposal) -> None:
    browser("admin").post(at("lock", flood.pk))
    before = all_rows()

    everything_posted(client, flood, asked)

    assert all_rows() == before


def test_nobody_decides_without_the_right(flood: Story, asked: Proposal) -> None:
    browser("admin").post(at("lock", flood.pk))
    before = all_rows()
    client = browser("foreign")
    right = Permission.objects.get(content_type__app_label="stories", codename="change_story")
    right.group_set.clear()

    everything_posted(client, flood, asked)

    assert all_rows() == before
    assert not opened(client.get(at("index")))


def test_another_desk_places_no_article_of_ours(
    strangers: Client, flood: Story, asked: Proposal
) -> None:
    article = asked.article_id
    desk = browser("foreign")
    desk.post(at("move", article), {"story": flood.pk})
    placed = Decision.objects.get()
    desk_rows = all_rows()

    for name in ARTICLE_DEEDS:
        strangers.post(at(name, article), {"story": flood.pk})
    strangers.post(at("begin"), {"title": "Unsere", "article": [article]})
    strangers.post(at("undo", placed.pk))

    assert all_rows() == desk_rows


def test_another_desk_is_not_asked_about_our_articles(strangers: Client, asked: Proposal) -> None:
    for name in VERDICTS:
        strangers.post(at(name, asked.pk))

    assert strangers.get(at("index")).context["page"].paginator.count == 0
    asked.refresh_from_db()
    assert asked.state == "open"


def test_every_desk_may_merge_and_split_whatever_the_sections(
    strangers: Client, flood: Story, lone: Article
) -> None:
    other = Membership.objects.get(article=lone).story

    strangers.post(at("merge", flood.pk), {"other": other.pk})
    strangers.post(at("split", flood.pk), {"articles": [lone.pk]})

    deeds = Decision.objects.order_by("pk").values_list("deed", "by__email")
    assert list(deeds) == [
        ("merge", "politik@probeblatt.example"),
        ("split", "politik@probeblatt.example"),
    ]


def test_a_deed_wants_a_post(desk: Client, flood: Story, asked: Proposal) -> None:
    addresses = [at(name, flood.pk) for name in (*STORY_DEEDS, *PAIR_DEEDS)]
    addresses += [at(name, asked.article_id or 0) for name in ARTICLE_DEEDS]
    addresses += [at(name, asked.pk) for name in (*VERDICTS, "undo")]

    answers = {desk.get(address).status_code for address in [*addresses, at("begin")]}

    assert answers == {405}


def test_a_deed_wants_the_right_token(flood: Story) -> None:
    strict = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    strict.cookies = browser("foreign").cookies

    answer = strict.post(at("lock", flood.pk))

    flood.refresh_from_db()
    assert (answer.status_code, flood.locked) == (403, False)


def test_another_desks_unpublished_headline_is_nowhere_to_be_read(
    strangers: Client, section: Section, flood: Story
) -> None:
    secret = an_article(section, headline="Streng geheim", publish=False)
    Membership.objects.create(article=secret, story=flood, at=flood.made_at)
    a_proposal(ProposalKind.SPLIT, flood, articles=[secret.pk])
    addresses = [at("index"), at("story", flood.pk), at("new"), f"{at('stories')}?q=geheim"]

    told = {address: strangers.get(address).content.decode() for address in addresses}
    ours = browser("foreign").get(at("story", flood.pk)).content.decode()

    assert "Streng geheim" in ours
    assert [address for address, page in told.items() if "Streng geheim" in page] == []


def test_the_desk_is_in_the_menu_of_those_who_may_come(
    desk: Client, asked: Proposal, section: Section
) -> None:
    page = desk.get(reverse("wagtailadmin_home")).content.decode()

    assert page.count(at("index")) == 2  # in the menu and in the panel that something waits


def test_the_first_page_says_nothing_where_nothing_waits(desk: Client, flood: Story) -> None:
    page = desk.get(reverse("wagtailadmin_home"))

    assert "bw-waiting" not in page.content.decode()


def test_a_story_that_is_not_there_is_not_found(desk: Client, flood: Story) -> None:
    answers = {
        desk.get(at("story", 999_999)).status_code,
        desk.post(at("lock", 999_999)).status_code,
        desk.post(at("take_out", 999_999)).status_code,
        desk.post(at("accept", 999_999)).status_code,
        desk.post(at("undo", 999_999)).status_code,
    }

    assert answers == {404}
