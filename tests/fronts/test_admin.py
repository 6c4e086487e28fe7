"""Composing a front in the admin."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from blattwerk.fronts.models import Front
from blattwerk.fronts.signals import front_changed
from blattwerk.newsroom.models import Article, Paper, Section
from tests.factories import an_article
from tests.newsroom.roles import browser


def form(article: Article) -> dict[str, str]:
    """A lead with one pinned article, as a browser sends it."""
    return {
        "containers-count": "1",
        "containers-0-type": "lead",
        "containers-0-order": "0",
        "containers-0-deleted": "",
        "containers-0-id": "",
        "containers-0-value-size": "3",
        "containers-0-value-articles-count": "1",
        "containers-0-value-articles-0-type": "item",
        "containers-0-value-articles-0-order": "0",
        "containers-0-value-articles-0-deleted": "",
        "containers-0-value-articles-0-id": "",
        "containers-0-value-articles-0-value": str(article.pk),
    }


@pytest.fixture
def front(paper: Paper) -> Front:
    return Front.objects.get(page_id=paper.pk)


def test_a_chief_composes_the_home_front_and_its_history_is_kept(
    front: Front,
    section: Section,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    told = []
    front_changed.connect(lambda front, **_: told.append(front.pk), weak=False, dispatch_uid="ear")
    article = an_article(section)
    client = browser("chief")

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("fronts:edit", args=[front.pk]), form(article))
    front_changed.disconnect(dispatch_uid="ear")

    assert answer.status_code == 302, answer.context["form"].errors
    front.refresh_from_db()
    assert [block["type"] for block in front.containers.raw_data] == ["lead"]
    assert front.revisions.count() == 1
    assert set(told) == {front.pk}
    assert client.get(reverse("fronts:history", args=[front.pk])).status_code == 200


def test_the_form_of_an_empty_front_opens_with_what_readers_see(front: Front) -> None:
    answer = browser("chief").get(reverse("fronts:edit", args=[front.pk]))

    shown = answer.context["form"].instance.containers
    assert [block.block_type for block in shown] == ["lead", "latest", "section", "section"]
    assert list(Front.objects.get(pk=front.pk).containers.raw_data) == []


def test_a_desk_changes_no_front(front: Front, section: Section) -> None:
    article = an_article(section)

    browser("foreign").post(reverse("fronts:edit", args=[front.pk]), form(article))

    front.refresh_from_db()
    assert list(front.containers.raw_data) == []


@pytest.mark.parametrize(("role", "shown"), [("chief", True), ("foreign", False)])
def test_the_button_at_the_paper_is_for_chiefs(role: str, shown: bool, front: Front) -> None:
    address = reverse("compose_page", args=[front.page_id])

    page = browser(role).get(reverse("wagtailadmin_explore", args=[front.page_id]), follow=True)

    assert (address in page.content.decode()) is shown


def test_the_button_leads_to_the_pages_front(front: Front) -> None:
    answer = browser("chief").get(reverse("compose_page", args=[front.page_id]))

    assert answer["Location"] == reverse("fronts:edit", args=[front.pk])


def test_there_is_no_front_for_an_article(section: Section, client: Client) -> None:
    article = an_article(section)

    assert browser("chief").get(reverse("compose_page", args=[article.pk])).status_code == 404
