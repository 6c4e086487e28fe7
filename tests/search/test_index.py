"""The index follows the newsroom."""

from datetime import timedelta

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from blattwerk.newsroom.models import Article, Section
from blattwerk.search.index import catch_up, index_articles
from blattwerk.search.lookup import Limits, count
from blattwerk.search.models import Entry
from blattwerk.search.query import read_query
from tests.factories import an_article, an_author


def found(text: str) -> int:
    return count(read_query(text), limits=Limits())


@pytest.fixture
def stored(django_capture_on_commit_callbacks: object) -> DjangoCaptureOnCommitCallbacks:
    return django_capture_on_commit_callbacks  # type: ignore[return-value]


def test_a_published_article_is_found(
    section: Section, stored: DjangoCaptureOnCommitCallbacks
) -> None:
    with stored(execute=True):
        an_article(section, headline="Wölfe")

    assert found("Wolf") == 1


def test_a_draft_is_not_found(section: Section, stored: DjangoCaptureOnCommitCallbacks) -> None:
    with stored(execute=True):
        an_article(section, headline="Wölfe", publish=False)

    assert found("Wolf") == 0


def test_a_changed_article_is_found_by_its_new_words_only(
    section: Section, stored: DjangoCaptureOnCommitCallbacks
) -> None:
    article = an_article(section, headline="Wölfe")
    index_articles([article])
    article.title = "Luchse"

    with stored(execute=True):
        article.save_revision().publish()

    assert (found("Wolf"), found("Luchs")) == (0, 1)


def test_a_withdrawn_article_is_not_found(
    section: Section, stored: DjangoCaptureOnCommitCallbacks
) -> None:
    article = an_article(section, headline="Wölfe")
    index_articles([article])

    with stored(execute=True):
        article.unpublish()

    assert found("Wolf") == 0


def test_a_deleted_article_is_not_found(section: Section) -> None:
    article = an_article(section, headline="Wölfe")
    index_articles([article])

    article.delete()

    assert found("Wolf") == 0


def test_indexing_twice_changes_nothing(section: Section) -> None:
    article = an_article(section, headline="Wölfe")

    index_articles([article])
    index_articles([article])

    assert found("Wolf") == 1


def test_the_index_catches_up_with_what_it_missed(section: Section) -> None:
    missed = an_article(section, headline="Wölfe")
    gone = an_article(section, headline="Luchse")
    index_articles([gone])
    Article.objects.filter(pk=gone.pk).update(live=False)

    assert catch_up() == 1
    assert list(Entry.objects.values_list("pk", flat=True)) == [missed.pk]
    assert catch_up() == 0


def test_the_index_catches_up_with_an_author_of_another_name(section: Section) -> None:
    author = an_author("Mira Feldner")
    index_articles([an_article(section, authors=[author])])
    author.name = "Mira Hochstetter"

    author.save()

    assert catch_up() == 1
    assert (found("Feldner"), found("Hochstetter")) == (0, 1)


def test_the_index_catches_up_with_a_new_date(section: Section) -> None:
    article = an_article(section)
    index_articles([article])
    earlier = article.published_at - timedelta(days=3)
    Article.objects.filter(pk=article.pk).update(published_at=earlier)

    catch_up()

    assert Entry.objects.get().published_at == earlier
