"""What stands around every page is kept in memory, and changes everywhere with the next request."""

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from blattwerk.edge.store import Tags
from blattwerk.newsroom.models import Paper, Section
from tests.factories import an_article
from tests.printed_paper import plate

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
FEW = 9  # questions; what stands around the page would be four more


@pytest.fixture
def section() -> Section:
    plate().print()
    return Section.objects.get(slug="ausland")


def test_a_second_page_is_not_asked_for_what_stands_around(
    client: Client, section: Section, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    an_article(section)
    client.get("/ausland/")
    with django_assert_max_num_queries(FEW):
        assert "Ausland" in client.get("/ausland/").content.decode()


def test_a_new_name_stands_around_the_next_page(client: Client, section: Section) -> None:
    client.get("/")
    paper = Paper.objects.get()
    paper.title = "Der Abendstern"
    paper.save_revision().publish()
    section.title = "Übersee"
    section.save_revision().publish()

    shown = client.get("/").content.decode()

    assert "Der Abendstern" in shown
    assert "Übersee" in shown


def test_a_change_made_by_another_process_is_seen_at_once(client: Client, section: Section) -> None:
    client.get("/")
    Section.objects.filter(pk=section.pk).update(title="Übersee")  # without a word to this one
    before = client.get("/").content.decode()
    tags = Tags(settings.OPTIONS.data / "edge" / "tags")
    tags.purge(["all"])
    tags.close()

    assert "Übersee" not in before
    assert "Übersee" in client.get("/").content.decode()


def test_when_the_file_of_the_tags_is_gone_nothing_old_is_shown(
    client: Client, section: Section
) -> None:
    client.get("/")
    Section.objects.filter(pk=section.pk).update(title="Übersee")
    (settings.OPTIONS.data / "edge" / "tags").unlink()

    assert "Übersee" in client.get("/").content.decode()
