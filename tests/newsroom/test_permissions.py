"""Who may do what, seen from the side of the one who must not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from blattwerk.fronts.models import Front
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from tests.factories import a_picture, an_article, an_author
from tests.newsroom.roles import ROLES, browser

YES = {"chief", "admin"}
OURS = {"foreign", *YES}
STAFF = {"foreign", "politics", *YES}
ONLY_ADMIN = {"admin"}

World = dict[str, Any]
Address = Callable[[World], str]


@pytest.fixture
def world(paper: Paper) -> World:
    """An article of the foreign desk's, published, with two versions, written by the desk."""
    foreign = Section.objects.get(slug="ausland")
    article = an_article(foreign, headline="Aus fernem Land")
    article.title = "Aus fernem Lande"
    newer = article.save_revision()
    return {
        "paper": paper,
        "foreign": foreign,
        "politics": Section.objects.get(slug="politik"),
        "article": article,
        "revision": newer,
        "standing": StandingPage.objects.get(slug="impressum"),
        "front": Front.objects.get(page_id=paper.pk),
        "author": an_author(),
        "picture": a_picture(),
    }


def page(name: str, thing: str = "article") -> Address:
    return lambda world: reverse(f"wagtailadmin_pages:{name}", args=[world[thing].pk])


def revision(name: str) -> Address:
    return lambda world: reverse(
        f"wagtailadmin_pages:{name}", args=[world["article"].pk, world["revision"].pk]
    )


def compare(world: World) -> str:
    first = world["article"].revisions.order_by("pk").first().pk
    return reverse(
        "wagtailadmin_pages:revisions_compare",
        args=[world["article"].pk, first, world["revision"].pk],
    )


def add(kind: str, below: str) -> Address:
    return lambda world: reverse("wagtailadmin_pages:add", args=["newsroom", kind, world[below].pk])


def add_preview(world: World) -> str:
    return reverse(
        "wagtailadmin_pages:preview_on_add", args=["newsroom", "article", world["foreign"].pk]
    )


def at(name: str, *things: str) -> Address:
    return lambda world: reverse(name, args=[world[thing].pk for thing in things])


DOORS: dict[str, tuple[Address, set[str]]] = {
    "the list of articles": (at("articles:index"), STAFF),
    "a new article, asked for": (at("articles:choose_parent"), STAFF),
    "a new article in Ausland": (add("article", "foreign"), OURS),
    "a new article in Politik": (add("article", "politics"), {"politics", *YES}),
    "preview of a new article": (add_preview, OURS),
    "edit": (page("edit"), OURS),
    "preview": (page("preview_on_edit"), OURS),
    "view the draft": (page("view_draft"), OURS),
    "unpublish": (page("unpublish"), OURS),
    "delete what readers have read": (page("delete"), YES),
    "move": (page("move"), OURS),
    "copy": (page("copy"), OURS),
    "history": (page("history"), OURS),
    "workflow history": (page("workflow_history"), OURS),
    "usage": (page("usage"), OURS),
    "view a version": (revision("revisions_view"), OURS),
    "go back to a version": (revision("revisions_revert"), OURS),
    "unschedule a version": (revision("revisions_unschedule"), OURS),
    "compare versions": (compare, OURS),
    "edit the section": (page("edit", "foreign"), YES),
    "delete the section": (page("delete", "politics"), YES),
    "unpublish a section with articles": (page("unpublish", "foreign"), set()),
    "move a section with articles": (page("move", "foreign"), set()),
    "history of the section": (page("history", "foreign"), YES),
    "a new section": (add("section", "paper"), YES),
    "edit the paper": (page("edit", "paper"), YES),
    "edit a standing page": (page("edit", "standing"), YES),
    "a new standing page": (add("standingpage", "paper"), YES),
    "the list of fronts": (at("fronts:list"), YES),
    "compose the home front": (at("fronts:edit", "front"), YES),
    "from the paper to its front": (at("compose_page", "paper"), YES),
    "history of a front": (at("fronts:history", "front"), YES),
    "the list of authors": (at("authors:list"), STAFF),
    "a new author": (at("authors:add"), STAFF),
    "edit an author": (at("authors:edit", "author"), YES),
    "delete an author": (at("authors:delete", "author"), YES),
    "the list of pictures": (at("wagtailimages:index"), STAFF),
    "new pictures": (at("wagtailimages:add_multiple"), STAFF),
    "edit another's picture": (at("wagtailimages:edit", "picture"), YES),
    "delete another's picture": (at("wagtailimages:delete", "picture"), YES),
    "redirects": (at("wagtailredirects:index"), YES),
    "users": (at("wagtailusers_users:index"), ONLY_ADMIN),
    "a new user": (at("wagtailusers_users:add"), ONLY_ADMIN),
    "groups": (at("wagtailusers_groups:index"), ONLY_ADMIN),
    "sites": (at("wagtailsites:index"), ONLY_ADMIN),
    "collections": (at("wagtailadmin_collections:index"), ONLY_ADMIN),
    "workflows": (at("wagtailadmin_workflows:index"), ONLY_ADMIN),
}


def opened(response: HttpResponse) -> bool:
    """Whether the door was opened: shown, or led on to somewhere that is not a refusal."""
    if response.status_code == 302:
        where = response["Location"]
        return where != reverse("wagtailadmin_home") and "login" not in where
    return response.status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_through_its_doors_and_no_others(role: str, world: World) -> None:
    client = browser(role)

    found = {name: opened(client.get(address(world))) for name, (address, _who) in DOORS.items()}

    assert found == {name: role in who for name, (_address, who) in DOORS.items()}


@pytest.mark.parametrize("role", ["anonymous", "politics"])
def test_nothing_a_stranger_posts_changes_the_article(role: str, world: World) -> None:
    client, article = browser(role), world["article"]
    before = Article.objects.filter(pk=article.pk).values().get()
    form = {"title": "Übernommen", "slug": "uebernommen", "action-publish": "1"}

    for name in ("edit", "unpublish", "delete", "move", "copy", "lock", "unlock"):
        client.post(
            page(name)(world),
            {
                **form,
                "new_title": "Kopie",
                "new_slug": "kopie",
                "new_parent_page": world["politics"].pk,
            },
        )
    for name in ("revisions_revert", "revisions_unschedule"):
        client.post(revision(name)(world), form)
    for action in ("publish", "unpublish", "delete", "move"):
        client.post(_bulk(action, article), {"chooser": world["politics"].pk})

    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert Article.objects.count() == 1


def test_the_desk_can_lock_and_unlock_its_article(world: World) -> None:
    client = browser("foreign")

    client.post(page("lock")(world))
    assert Article.objects.get().locked
    client.post(page("unlock")(world))
    assert not Article.objects.get().locked


def test_the_desk_withdraws_in_bulk_but_does_not_delete_in_bulk(world: World) -> None:
    client = browser("foreign")

    client.post(_bulk("delete", world["article"]))
    assert Article.objects.get().live
    client.post(_bulk("unpublish", world["article"]))
    assert not Article.objects.get().live


def test_the_desk_deletes_a_draft_that_nobody_has_read(world: World) -> None:
    draft = an_article(world["foreign"], publish=False)

    browser("foreign").post(page("delete")({"article": draft}))

    assert not Article.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize(("role", "ends_in"), [("foreign", "ausland"), ("chief", "politik")])
def test_only_who_may_write_in_both_sections_moves_an_article(
    role: str, ends_in: str, world: World
) -> None:
    address = reverse(
        "wagtailadmin_pages:move_confirm", args=[world["article"].pk, world["politics"].pk]
    )

    browser(role).post(address)

    assert Article.objects.get().section.slug == ends_in


def test_a_copy_cannot_be_smuggled_into_another_section(world: World) -> None:
    browser("foreign").post(
        page("copy")(world),
        {
            "new_title": "Kopie",
            "new_slug": "kopie",
            "new_parent_page": world["politics"].pk,
            "publish_copies": "on",
        },
    )

    assert Article.objects.count() == 1


def test_the_desk_does_not_reorder_or_lock_its_section(world: World) -> None:
    client = browser("foreign")

    client.post(page("lock", "foreign")(world))
    client.post(page("set_page_position")(world), {"position": 0})

    assert not Page.objects.get(pk=world["foreign"].pk).locked


def test_the_desk_changes_the_picture_it_has_put_in(world: World) -> None:
    client = browser("foreign")
    world["picture"].uploaded_by_user_id = client.session["_auth_user_id"]
    world["picture"].save()

    assert client.get(at("wagtailimages:edit", "picture")(world)).status_code == 200


def test_nobody_makes_or_deletes_a_front_by_hand(world: World) -> None:
    client = browser("admin")

    assert not opened(client.get(at("fronts:add")(world)))
    assert not opened(client.get(at("fronts:delete", "front")(world)))


def test_the_desk_takes_up_a_new_author(world: World) -> None:
    browser("foreign").post(
        at("authors:add")(world), {"name": "Neue Stimme", "role": "", "slug": ""}
    )

    assert Author.objects.get(name="Neue Stimme").slug == "neue-stimme"


def _bulk(action: str, article: Article) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?id={article.pk}"


def test_files_of_the_media_folder_are_for_people_at_work(world: World, client: Client) -> None:
    address = world["picture"].file.url

    assert client.get(address).status_code == 302
    answer = browser("foreign").get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    answer.close()
