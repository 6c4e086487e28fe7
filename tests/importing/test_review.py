"""The queue in the admin, walked as an editor would, without JavaScript."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from blattwerk.accounts.models import User
from blattwerk.importing.admin.forms import CompletionForm
from blattwerk.importing.bring_in import bring_in
from blattwerk.importing.models import Decision, Item
from blattwerk.newsroom.models import Article, Section
from tests.factories import a_chief, an_editor
from tests.importing.dump_texts import INDEX, LAST, LEAD, PARAGRAPHS, SUBHEAD, a_dump

pytestmark = pytest.mark.django_db


def waiting(**parts: Any) -> Item:
    item = bring_in(raw=a_dump(**{"date": "", **parts}), origin="seite.txt").item
    assert item is not None
    assert item.state == Item.State.WAITING
    return item


def deed(client: Client, name: str, item: Item, data: Any = None) -> HttpResponse:
    return client.post(reverse(f"incoming:{name}", args=[item.pk]), data or {})


def filled(item: Item, user: User, **changes: Any) -> dict[str, Any]:
    """What the browser sends when the editor changes these fields only."""
    form = CompletionForm(item, user)
    shown = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in {**shown, **changes}.items()}


def said(response: Any) -> list[str]:
    return [str(message.message) for message in response.context["messages"]]


@pytest.fixture
def chief(section: Section) -> User:
    return a_chief()


@pytest.fixture
def desk(client: Client, chief: User) -> Client:
    client.force_login(chief)
    return client


@pytest.fixture
def clerk(section: Section) -> User:
    """An editor of Ausland who may decide on what comes in."""
    user = an_editor(section)
    user.user_permissions.add(Permission.objects.get(codename="change_item"))
    return user


def test_the_queue_shows_what_waits_and_why(desk: Client) -> None:
    item = waiting()
    bring_in(raw=a_dump(headline="Etwas ganz anderes geschah"), origin="zweite.txt")

    page = desk.get(reverse("incoming:index"))

    assert list(page.context["object_list"]) == [item]
    assert escape(item.reasons[0]) in page.content.decode()


@pytest.mark.parametrize(
    ("asked", "count"),
    [("state=", 3), ("state=published", 1), ("state=&kind=index", 1), ("kind=article", 1)],
)
def test_the_queue_is_narrowed_by_state_and_kind(desk: Client, asked: str, count: int) -> None:
    waiting()
    bring_in(raw=a_dump(headline="Etwas ganz anderes geschah"), origin="zweite.txt")
    bring_in(raw=INDEX, origin="startseite.txt")

    page = desk.get(f"{reverse('incoming:index')}?{asked}")

    assert len(page.context["object_list"]) == count


def test_the_queue_asks_the_database_the_same_however_much_waits(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    waiting()
    desk.get(reverse("incoming:index"))
    with django_assert_num_queries(30, exact=False) as few:
        desk.get(reverse("incoming:index"))
    for number in range(5):
        waiting(headline=f"Schlagzeile Nummer {number} aus Lavagno")
    with django_assert_num_queries(30, exact=False) as many:
        desk.get(reverse("incoming:index"))

    assert len(many) == len(few)


def test_the_menu_counts_what_waits(desk: Client) -> None:
    waiting()

    page = desk.get(reverse("wagtailadmin_home")).content.decode()

    assert "(1)" in page
    assert "/redaktion/eingang/" in page


def test_the_page_shows_the_text_beside_what_was_read(desk: Client) -> None:
    item = waiting()

    page = desk.get(reverse("incoming:item", args=[item.pk]))

    form = page.context["form"]
    assert form["headline"].value() == "So will Lavagno jetzt den Fährstreit beenden"
    assert form["section"].value() == Section.objects.get(slug="ausland").pk
    assert form["day"].value() is None
    assert form["body"].value() == "\n\n".join([*PARAGRAPHS, f"## {SUBHEAD}", LAST])
    assert form.doubtful == {"day": item.reasons}
    content = page.content.decode()
    assert escape(item.text) in content
    assert content.count('class="bw-doubtful"') == 1


def test_markup_of_a_dump_is_shown_as_text(desk: Client) -> None:
    item = waiting(paragraphs=(f"{PARAGRAPHS[0]} <script>alert(1)</script>",))

    content = desk.get(reverse("incoming:item", args=[item.pk])).content.decode()

    assert "<script>alert(1)" not in content
    assert "&lt;script&gt;alert(1)" in content


def test_a_completed_text_is_published_under_the_given_date(desk: Client, chief: User) -> None:
    item = waiting()
    data = filled(
        item, chief, day="2019-05-02", time="06:30", authors="Judith Paier\nErik Lindqvist"
    )

    response = deed(desk, "publish", item, data)

    assert response.url == reverse("incoming:index")  # type: ignore[attr-defined]
    article = Article.objects.live().get()
    assert timezone.localtime(article.published_at).isoformat() == "2019-05-02T06:30:00+02:00"
    assert [author.name for author in article.authors] == ["Judith Paier", "Erik Lindqvist"]
    assert article.lead == LEAD
    assert [block.block_type for block in article.body] == [
        "paragraph", "paragraph", "subheading", "paragraph",
    ]  # fmt: skip
    item.refresh_from_db()
    assert (item.state, item.article) == (Item.State.PUBLISHED, article)
    decision = Decision.objects.get()
    assert (decision.item, decision.deed, decision.by) == (item, Decision.Deed.PUBLISHED, chief)


def test_a_day_without_time_is_published_by_its_day_only(desk: Client, chief: User) -> None:
    item = waiting()

    deed(desk, "publish", item, filled(item, chief, day="2019-05-02"))

    assert Article.objects.get().published_day_only


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"day": ""}, "day"),
        ({"headline": " "}, "headline"),
        ({"section": ""}, "section"),
        ({"lead": "", "body": ""}, "body"),
        ({"day": "2099-01-01"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"headline": "x" * 256}, "headline"),
        ({"body": "## " + "x" * 201}, "body"),
    ],
)
def test_nothing_is_published_half(
    desk: Client, chief: User, changes: dict[str, str], field: str
) -> None:
    item = waiting()
    data = filled(item, chief, **{"day": "2019-05-02", **changes})

    page = deed(desk, "publish", item, data)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]  # type: ignore[attr-defined]
    assert Article.objects.count() == 0
    assert Item.objects.get().state == Item.State.WAITING


def test_a_draft_may_lack_its_date_and_goes_on_in_the_editor(desk: Client, chief: User) -> None:
    item = waiting()

    response = deed(desk, "draft", item, filled(item, chief))

    article = Article.objects.get()
    assert not article.live
    assert response.url == reverse("wagtailadmin_pages:edit", args=[article.pk])  # type: ignore[attr-defined]
    item.refresh_from_db()
    assert (item.state, item.article) == (Item.State.DRAFTED, article)
    assert desk.get(response.url).status_code == 200  # type: ignore[attr-defined]


def test_the_second_press_of_the_button_makes_no_second_article(desk: Client, chief: User) -> None:
    item = waiting()
    data = filled(item, chief, day="2019-05-02")
    deed(desk, "publish", item, data)

    again = deed(desk, "publish", item, data)

    assert again.status_code == 409
    assert len(said(again)) == 2  # the first press's, and why the second did nothing
    assert Article.objects.count() == 1


def test_the_same_article_by_another_item_makes_no_second_one(desk: Client, chief: User) -> None:
    published = bring_in(raw=a_dump(), origin="erste.txt").item
    item = waiting()

    page = deed(desk, "publish", item, filled(item, chief, day="2021-04-13", time="20:25"))

    assert page.status_code == 409
    assert published is not None
    assert "erste.txt" in page.context["form"].non_field_errors()[0]  # type: ignore[attr-defined]
    assert Article.objects.count() == 1


def test_a_completed_article_is_known_when_it_comes_in_whole(desk: Client, chief: User) -> None:
    item = waiting()
    deed(desk, "publish", item, filled(item, chief, day="2021-04-13"))

    outcome = bring_in(raw=a_dump(), origin="zweite.txt")

    assert outcome.item == item
    assert Article.objects.count() == 1


def test_a_rejected_text_is_out_of_the_queue_and_can_be_taken_back(
    desk: Client, chief: User
) -> None:
    item = waiting()

    deed(desk, "reject", item, {"why": "Doppelt"})
    item.refresh_from_db()
    assert item.state == Item.State.REJECTED
    assert list(desk.get(reverse("incoming:index")).context["object_list"]) == []

    page = desk.get(reverse("incoming:item", args=[item.pk]))
    assert page.context["form"] is None
    deed(desk, "reopen", item)

    item.refresh_from_db()
    assert item.state == Item.State.WAITING
    noted = Decision.objects.values_list("deed", "why", "by")
    assert list(noted) == [("rejected", "Doppelt", chief.pk), ("reopened", "", chief.pk)]


def test_a_rejected_text_does_not_come_in_again(desk: Client) -> None:
    item = waiting()
    deed(desk, "reject", item)

    outcome = bring_in(raw=a_dump(date=""), origin="seite.txt")

    assert outcome.item == item
    assert Item.objects.get().state == Item.State.REJECTED


@pytest.mark.parametrize("name", ["reject", "reopen"])
def test_what_stands_in_the_paper_is_neither_rejected_nor_taken_back(
    desk: Client, name: str
) -> None:
    item = bring_in(raw=a_dump(), origin="seite.txt").item
    assert item is not None

    deed(desk, name, item)

    item.refresh_from_db()
    assert item.state == Item.State.PUBLISHED
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("name", ["publish", "draft", "reject", "reopen"])
def test_deeds_are_posted_only(desk: Client, name: str) -> None:
    assert desk.get(reverse(f"incoming:{name}", args=[waiting().pk])).status_code == 405


@pytest.mark.parametrize("name", ["publish", "draft", "reject", "reopen"])
def test_deeds_of_a_foreign_page_are_refused(chief: User, name: str) -> None:
    item = waiting()
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    client.force_login(chief)

    assert deed(client, name, item).status_code == 403
    assert Item.objects.get().state == Item.State.WAITING


@pytest.mark.parametrize("name", ["publish", "draft", "reject", "reopen"])
def test_a_number_that_is_not_there_is_not_found(desk: Client, name: str) -> None:
    assert desk.post(reverse(f"incoming:{name}", args=[4711])).status_code == 404


@pytest.mark.parametrize("name", ["publish", "draft", "reject", "reopen"])
def test_an_editor_without_the_right_decides_nothing(
    client: Client, section: Section, name: str
) -> None:
    item = waiting()
    user = an_editor(section)
    client.force_login(user)

    response = deed(client, name, item, filled(item, user, day="2019-05-02"))

    assert response.url == reverse("wagtailadmin_home")  # type: ignore[attr-defined]
    assert Item.objects.get().state == Item.State.WAITING
    assert Article.objects.count() == 0


@pytest.mark.parametrize("address", ["index", "results"])
def test_an_editor_without_the_right_sees_neither_queue_nor_item(
    client: Client, section: Section, address: str
) -> None:
    item = waiting()
    client.force_login(an_editor(section))

    for url in (reverse(f"incoming:{address}"), reverse("incoming:item", args=[item.pk])):
        assert client.get(url).status_code == 302
    assert "eingang" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_editor_publishes_in_the_own_section(client: Client, clerk: User) -> None:
    item = waiting()
    client.force_login(clerk)

    deed(client, "publish", item, filled(item, clerk, day="2019-05-02"))

    assert Article.objects.live().get().owner == clerk


@pytest.mark.parametrize("name", ["publish", "draft"])
def test_an_editor_completes_nothing_into_a_foreign_section(
    client: Client, clerk: User, name: str
) -> None:
    item = waiting()
    client.force_login(clerk)
    politics = Section.objects.get(slug="politik")

    page = deed(client, name, item, filled(item, clerk, day="2019-05-02", section=politics.pk))

    assert list(page.context["form"].errors) == ["section"]  # type: ignore[attr-defined]
    assert Article.objects.count() == 0


def test_the_chief_editors_may_decide(section: Section) -> None:
    from django.contrib.auth.models import Group

    from blattwerk.newsroom.desks import chiefs_name

    user = an_editor()
    user.groups.add(Group.objects.get(name=chiefs_name()))

    assert User.objects.get(pk=user.pk).has_perm("importing.change_item")
