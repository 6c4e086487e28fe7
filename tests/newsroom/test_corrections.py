"""A correction: what counts as another text, and where an article is found afterwards."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from blattwerk.newsroom.models import Article, Section, StandingPage
from tests.factories import a_picture, an_article, an_author


def republished(article: Article) -> Article:
    """The article after its changes have been published, as it is stored."""
    article.save_revision().publish()
    return Article.objects.get(pk=article.pk)


Capture = DjangoCaptureOnCommitCallbacks


@pytest.fixture
def article(section: Section) -> Article:
    """A published article, a day old."""
    return an_article(section, headline="Alte Schlagzeile", age=timedelta(days=1))


def test_a_new_article_has_not_been_updated(article: Article) -> None:
    assert article.updated_at is None


def test_an_archive_article_brought_in_today_has_not_been_updated(section: Section) -> None:
    assert an_article(section, age=timedelta(days=4000)).updated_at is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kicker", "Andere Dachzeile"),
        ("title", "Andere Schlagzeile"),
        ("lead", "Ein anderer Vorspann."),
        ("body", [("paragraph", "<p>Ganz anders war es.</p>")]),
        ("body", [("quote", {"text": "So war es", "speaker": "Elfriede Raidl", "role": ""})]),
    ],
)
def test_other_words_show_as_an_update(article: Article, field: str, value: object) -> None:
    setattr(article, field, value)

    updated = republished(article).updated_at

    assert updated is not None
    assert timezone.now() - updated < timedelta(minutes=1)


def test_publishing_again_without_a_change_is_no_update(article: Article) -> None:
    assert republished(article).updated_at is None


def test_another_picture_is_no_update(article: Article) -> None:
    article.lead_picture = a_picture()
    article.lead_caption = "Eine Wiese"

    assert republished(article).updated_at is None


def test_another_slug_author_or_expiry_is_no_update(article: Article) -> None:
    article.slug = "anders"
    article.bylines.create(author=an_author())
    article.expire_at = timezone.now() + timedelta(days=9)

    assert republished(article).updated_at is None


def test_mere_markup_and_white_space_are_no_update(article: Article) -> None:
    text = "<p>Der <b>erste</b>  Absatz erzählt, was geschah. </p>"
    article.body = [("paragraph", text)]

    assert republished(article).updated_at is None


def test_an_unpublished_draft_is_no_update(article: Article) -> None:
    article.lead = "Noch nicht."
    article.save_revision()

    assert Article.objects.get().updated_at is None


def test_going_back_to_an_older_version_keeps_what_belongs_to_the_page(article: Article) -> None:
    first = article.latest_revision
    article.lead = "Ein anderer Vorspann."
    changed_at = republished(article).updated_at
    assert changed_at is not None

    first.publish()

    article = Article.objects.get()
    assert article.lead == "Der Vorspann sagt das Wichtigste."
    assert article.updated_at is not None
    assert article.updated_at >= changed_at


@pytest.mark.parametrize(
    "address",
    [
        "/ausland/voellig-anders-{number}/",
        "/politik/alte-schlagzeile-{number}/",
        "/ausland/{number}/",
        "/ausland/alte-schlagzeile-{number}",
    ],
)
def test_the_number_finds_an_article_and_leads_to_its_address(
    article: Article, client: Client, address: str
) -> None:
    answer = client.get(address.format(number=article.pk), follow=True)

    assert answer.redirect_chain[-1] == (f"/ausland/alte-schlagzeile-{article.pk}/", 301)
    assert answer.status_code == 200


def test_a_changed_headline_keeps_the_address_and_a_changed_slug_leads_on(
    article: Article, client: Client
) -> None:
    old = article.url
    article.title = "Neue Schlagzeile"
    assert republished(article).url == old

    article.slug = "neue-schlagzeile"
    new = republished(article).url

    assert new == f"/ausland/neue-schlagzeile-{article.pk}/"
    assert client.get(old, follow=True).redirect_chain == [(new, 301)]


def test_a_moved_article_is_found_by_its_old_address(article: Article, client: Client) -> None:
    old = article.url
    article.move(Section.objects.get(slug="politik"), pos="last-child")

    answer = client.get(old, follow=True)

    assert answer.redirect_chain == [(f"/politik/alte-schlagzeile-{article.pk}/", 301)]


@pytest.mark.parametrize("way", ["draft", "withdrawn", "unknown", "absurd"])
def test_what_cannot_be_read_is_not_found(section: Section, client: Client, way: str) -> None:
    article = an_article(section, publish=way != "draft")
    if way == "withdrawn":
        article.unpublish()
    number = {"unknown": 10**9, "absurd": "9" * 30}.get(way, article.pk)

    assert client.get(f"/ausland/{article.slug}-{number}/").status_code == 404


def test_a_renamed_section_keeps_its_old_address(
    section: Section, client: Client, django_capture_on_commit_callbacks: Capture
) -> None:
    article = an_article(section)
    section.slug = "welt"
    with django_capture_on_commit_callbacks(execute=True):
        section.save_revision().publish()

    assert client.get("/ausland/", follow=True).redirect_chain == [("/welt/", 301)]
    assert client.get(f"/ausland/{article.slug}-{article.pk}/").status_code == 301


def test_a_section_named_back_stands_at_its_first_address(
    section: Section, client: Client, django_capture_on_commit_callbacks: Capture
) -> None:
    for slug in ("welt", "ausland"):
        section.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            section.save_revision().publish()

    assert client.get("/ausland/").status_code == 200
    assert client.get("/welt/", follow=True).redirect_chain == [("/ausland/", 301)]


def test_a_renamed_standing_page_keeps_its_old_address(
    section: Section, client: Client, django_capture_on_commit_callbacks: Capture
) -> None:
    page = StandingPage.objects.get()
    page.slug = "offenlegung"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    assert client.get("/impressum/", follow=True).redirect_chain == [("/offenlegung/", 301)]
