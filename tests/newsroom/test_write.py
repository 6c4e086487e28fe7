"""Articles come into the paper by one deed."""

import pytest

from blattwerk.newsroom.errors import HeadlineMissing
from blattwerk.newsroom.models import Article, Section
from blattwerk.newsroom.write import Manuscript, write_article
from tests.factories import an_article


def test_a_written_article_stands_published_in_its_section(section: Section) -> None:
    article = an_article(section, headline="Schöne Grüße aus Übersee")

    assert article.live
    assert article.section == section
    assert article.slug == "schoene-gruesse-aus-uebersee"
    assert article.url == f"/ausland/schoene-gruesse-aus-uebersee-{article.pk}/"


def test_an_article_without_headline_is_refused_and_leaves_nothing(section: Section) -> None:
    with pytest.raises(HeadlineMissing):
        write_article(section=section, manuscript=Manuscript(headline=" "))

    assert Article.objects.count() == 0
