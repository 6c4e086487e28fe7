"""What went wrong once and must not again."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupApprovalTask, GroupPagePermission

from blattwerk.fronts.compose import compose_front
from blattwerk.fronts.models import Front
from blattwerk.newsroom.desks import chiefs_name
from blattwerk.newsroom.models import Author, Paper, Section
from blattwerk.newsroom.write import author_named
from tests import factories


@pytest.fixture
def chief(client: Client, paper: Paper) -> Client:
    client.force_login(factories.a_chief())
    return client


@pytest.mark.parametrize(
    "number", ["0", "-1", "zwei", "501", "0000019999999999999999999999", "１", "9" * 5000]
)
def test_a_page_number_that_cannot_be_is_not_found(
    client: Client, section: Section, number: str
) -> None:
    assert client.get("/ausland/", {"seite": number}).status_code == 404


def test_readers_pages_take_no_body(client: Client, paper: Paper) -> None:
    assert client.post("/suche/", {"q": "x"}).status_code == 405
    assert client.post("/", b"x" * 1000, content_type="text/plain").status_code == 405


def test_an_oversized_body_is_refused_unread(client: Client, paper: Paper) -> None:
    answer = client.post("/redaktion/login/", headers={"content-length": str(26 * 1024 * 1024)})

    assert answer.status_code == 413


def test_articles_handed_in_wait_for_the_chief_editors(paper: Paper) -> None:
    approvers = {
        group.name for task in GroupApprovalTask.objects.all() for group in task.groups.all()
    }

    assert approvers == {chiefs_name()}
    assert not Group.objects.filter(name__in=("Moderators", "Editors")).exists()


def test_a_section_made_in_the_admin_has_a_desk(paper: Paper) -> None:
    section = paper.add_child(instance=Section(title="Kultur", slug="kultur"))

    section.save_revision().publish()

    rights = GroupPagePermission.objects.filter(page_id=section.pk)
    assert {right.group.name for right in rights} == {"Ressort Kultur"}


def test_a_renamed_section_keeps_its_one_desk(section: Section) -> None:
    section.title = "Welt"
    section.save_revision().publish()

    rights = GroupPagePermission.objects.filter(page_id=section.pk)
    assert {right.group.name for right in rights} == {"Ressort Ausland"}


@pytest.mark.parametrize("slug", ["suche", "autor", "redaktion", "rss"])
def test_a_section_cannot_take_an_address_of_the_paper(paper: Paper, slug: str) -> None:
    with pytest.raises(ValidationError, match=f"/{slug}/"):
        paper.add_child(instance=Section(title="Falsch", slug=slug))


def test_a_copy_is_a_new_article_with_its_own_time(section: Section) -> None:
    article = factories.an_article(section, age=timedelta(days=400))

    copy = article.copy(update_attrs={"slug": "kopie", "title": "Kopie"}, keep_live=False)
    copy.lead = "Ein anderer Vorspann."
    copy.save_revision().publish()
    copy.refresh_from_db()

    assert timezone.now() - copy.published_at < timedelta(minutes=1)
    assert copy.updated_at is None


def test_a_printed_time_lies_not_after_the_scheduled_one(section: Section) -> None:
    article = factories.an_article(section, publish=False)
    article.go_live_at = timezone.now() + timedelta(days=1)
    article.published_at = timezone.now() + timedelta(days=1000)

    with pytest.raises(ValidationError, match="Zukunft"):
        article.full_clean()


def test_a_sections_front_shows_newer_articles_of_another_section(section: Section) -> None:
    politics = Section.objects.get(slug="politik")
    factories.an_article(section, age=timedelta(days=2))
    fresh = factories.an_article(politics, age=timedelta(hours=1))
    front, _made = Front.objects.get_or_create(page_id=section.pk)
    plan: list[tuple[str, Any]] = [("section", {"section": politics, "articles": [], "size": 3})]
    front.containers = plan
    front.save()

    [container] = compose_front(section)

    assert [article.pk for article in container.articles] == [fresh.pk]


def test_a_section_with_articles_cannot_be_deleted(chief: Client, section: Section) -> None:
    factories.an_article(section)
    section.refresh_from_db()

    answer = chief.post(f"/redaktion/pages/{section.pk}/delete/")

    assert answer.status_code in (302, 403)
    assert Section.objects.filter(pk=section.pk).exists()


def test_an_author_with_articles_stays_and_it_is_said(chief: Client, section: Section) -> None:
    author = factories.an_author()
    factories.an_article(section, authors=[author])

    answer = chief.post(f"/redaktion/autoren/delete/{author.pk}/", follow=True)

    assert answer.status_code == 200
    assert Author.objects.filter(pk=author.pk).exists()
    assert "Mira Feldner" in " ".join(str(message) for message in answer.context["messages"])


def test_one_author_is_not_made_twice_for_capitals(paper: Paper) -> None:
    first = author_named("Jörg Öller")

    assert author_named("JÖRG ÖLLER") == first


def test_the_list_finds_a_headline_whatever_its_capitals(chief: Client, section: Section) -> None:
    factories.an_article(section, headline="Österreich wählt")

    answer = chief.get("/redaktion/artikel/", {"q": "österreich"})

    assert "Österreich wählt" in answer.content.decode()


def test_an_untouched_table_is_previewed_and_refused_with_a_sentence(section: Section) -> None:
    block = factories.an_article(section).body.stream_block.child_blocks["table"]
    value = block.value_from_datadict({"t-caption": "", "t-table": "null"}, {}, "t")

    assert value["table"] == {"data": []}
    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_control_character_in_a_credit_spares_the_feed(client: Client, section: Section) -> None:
    picture = factories.a_picture(credit="Anna\x0bGruber")
    factories.an_article(section, picture=picture)

    answer = client.get("/rss/")

    assert answer.status_code == 200
    assert "AnnaGruber" in answer.content.decode()


def test_a_renamed_sections_feed_stays_at_its_old_address(
    client: Client, section: Section, django_capture_on_commit_callbacks: Any
) -> None:
    factories.an_article(section, headline="Noch immer da")
    with django_capture_on_commit_callbacks(execute=True):
        section.slug = "welt"
        section.save_revision().publish()

    answer = client.get("/rss/ausland/")

    assert answer.status_code == 200
    assert "Noch immer da" in answer.content.decode()


def test_a_lost_picture_is_not_found(client: Client, paper: Paper) -> None:
    from blattwerk.newsroom.pictures import picture_address

    picture = factories.a_picture()
    address = picture_address(picture, "card", 320, "jpeg")
    picture.file.storage.delete(picture.file.name)

    assert client.get(address).status_code == 404
