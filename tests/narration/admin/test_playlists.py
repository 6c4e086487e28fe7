"""Playlists in the admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from blattwerk.narration.models import Playlist
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article


def entries(*articles: Article) -> dict[str, Any]:
    form: dict[str, Any] = {
        "entries-TOTAL_FORMS": len(articles),
        "entries-INITIAL_FORMS": 0,
        "entries-MIN_NUM_FORMS": 0,
        "entries-MAX_NUM_FORMS": 1000,
    }
    for place, article in enumerate(articles):
        form |= {f"entries-{place}-page": article.pk, f"entries-{place}-ORDER": place + 1}
    return form


def playlist(**changes: str) -> dict[str, str]:
    return {"title": "Zum Frühstück", "slug": "", "description": "", "public": "on", **changes}


def add(client: Client, data: dict[str, Any]) -> Any:
    return client.post(reverse("playlists:add"), data)


def test_articles_are_heard_in_the_order_they_were_put(chief: Client, section: Section) -> None:
    first, second = an_article(section), an_article(section)

    add(chief, playlist() | entries(second, first))

    made = Playlist.objects.get()
    assert [made.slug, made.public] == ["zum-fruehstueck", True]
    assert [entry.page_id for entry in made.entries.all()] == [second.pk, first.pk]


def test_two_of_one_name_have_two_addresses(chief: Client, section: Section) -> None:
    add(chief, playlist() | entries())
    add(chief, playlist() | entries())

    slugs = Playlist.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["zum-fruehstueck", "zum-fruehstueck-2"]


def test_an_address_that_is_taken_is_refused(chief: Client, section: Section) -> None:
    add(chief, playlist() | entries())

    answer = add(chief, playlist(title="Anders", slug="zum-fruehstueck") | entries())

    assert list(answer.context["form"].errors) == ["slug"]
    assert Playlist.objects.count() == 1


@pytest.mark.parametrize("slug", ["Groß", "mit leer", "../weg"])
def test_a_strange_address_is_refused(slug: str, chief: Client, section: Section) -> None:
    answer = add(chief, playlist(slug=slug) | entries())

    assert list(answer.context["form"].errors) == ["slug"]


def test_what_is_not_published_cannot_be_listed(chief: Client, section: Section) -> None:
    draft = an_article(section, headline="Noch nicht", publish=False)

    answer = add(chief, playlist() | entries(draft))

    forms = answer.context["form"].formsets["entries"].forms
    assert [list(form.errors) for form in forms] == [["page"]]
    assert not Playlist.objects.exists()


def test_an_article_stands_in_a_list_once(chief: Client, article: Article) -> None:
    answer = add(chief, playlist() | entries(article, article))

    assert answer.status_code == 200
    assert not Playlist.objects.exists()


def test_the_list_counts_its_articles(chief: Client, article: Article) -> None:
    add(chief, playlist() | entries(article))

    page = chief.get(reverse("playlists:index"))

    assert [one.title for one in page.context["object_list"]] == ["Zum Frühstück"]
