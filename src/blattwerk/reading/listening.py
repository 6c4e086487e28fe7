"""What the listening page offers: the newest recordings and every podcast there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from blattwerk.narration.models import Playlist
from blattwerk.narration.queries import narrated_articles, recordings_of
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.queries import sections

SHOWN = 25


@dataclass(frozen=True)
class Heard:
    """An article and how long its recording is, in seconds."""

    article: Article
    seconds: float


@dataclass(frozen=True)
class Podcast:
    """A feed for podcast programs: whose, and where."""

    title: str
    address: str


def newest_heard() -> list[Heard]:
    """The newest articles that have a recording."""
    articles = list(narrated_articles().for_cards()[:SHOWN])
    recordings = recordings_of([article.pk for article in articles])
    return [Heard(one, recordings[one.pk].seconds) for one in articles if one.pk in recordings]


def podcasts(paper: str) -> list[Podcast]:
    """The podcasts of the paper, of its sections and of its public playlists."""
    return list(_podcasts(paper))


def _podcasts(paper: str) -> Iterator[Podcast]:
    named = [(paper, "podcast_paper", None)]
    named += [(section.title, "podcast_section", section.slug) for section in sections()]
    public = Playlist.objects.filter(public=True).order_by("title")
    named += [(playlist.title, "podcast_playlist", playlist.slug) for playlist in public]
    for title, name, slug in named:
        yield Podcast(title, reverse(name, args=[slug] if slug else []))
