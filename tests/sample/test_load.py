"""A fresh install becomes a paper one can read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blattwerk.narration.models import Playlist
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section
from blattwerk.sample.errors import PaperStands
from blattwerk.sample.load import load_sample
from blattwerk.sample.manuscripts import count_articles


def test_the_sample_paper_is_published_as_if_it_had_run_for_months(db: None) -> None:
    told: list[str] = []

    paper = load_sample(told=told.append)

    newest = Article.objects.live().order_by("-published_at").first()
    assert paper.title == "Ennacher Tagblatt"
    assert len(told) == Article.objects.live().count() == count_articles()
    assert newest
    assert timezone.now() - newest.published_at < timedelta(hours=6)
    assert Section.objects.live().count() == 9
    assert Author.objects.filter(portrait__isnull=False).count() == 14
    assert not Picture.objects.filter(description="").exists()
    assert not Picture.objects.filter(credit="").exists()
    assert not Article.objects.filter(text_changed_at__isnull=False).exists()
    assert [entry.page.live for entry in Playlist.objects.get().entries.all()] == [True] * 5

    with pytest.raises(PaperStands, match="BLATTWERK_DATA"):
        load_sample()
    assert Paper.objects.count() == 1
