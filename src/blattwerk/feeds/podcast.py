"""Podcasts: each show's feed, its artwork, and the chapters of an episode."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.feedgenerator import Enclosure
from django.utils.html import escape
from django.views.decorators.http import require_safe

from blattwerk.common.addresses import absolute
from blattwerk.common.made_of import made_of
from blattwerk.common.ranges import answer_ranged
from blattwerk.feeds import wording
from blattwerk.feeds.artwork import artwork
from blattwerk.feeds.markup import writable
from blattwerk.feeds.podcast_rss import CHAPTERS, Channel, PodcastRss, SoundFile, Spoken
from blattwerk.feeds.shows import Episode, Podcast, Show, episodes_of
from blattwerk.narration.delivery import CONTENT_TYPES
from blattwerk.narration.models import RecordingFile
from blattwerk.narration.queries import current_recording
from blattwerk.narration.wording import label
from blattwerk.newsroom.queries import published_articles

ALTERNATIVES = (("m4a", "AAC", 48), ("opus", "Opus", 32))
FEED_KBITS = 64
ASKED_AGAIN = {"Cache-Control": "public, max-age=0, must-revalidate"}


@require_safe
def podcast_feed(request: HttpRequest, podcast: Podcast, slug: str = "") -> HttpResponse:
    show = podcast.find(slug)
    made_of(request, *show.tags)
    episodes = episodes_of(show)
    feed = _feed(request, podcast, slug, show, episodes)
    for number, episode in enumerate(episodes, start=1):
        _add(feed, episode, number if show.serial else None)
    response = HttpResponse(content_type=PodcastRss.content_type)
    feed.write(response, "utf-8")
    return response


@require_safe
def podcast_artwork(request: HttpRequest, podcast: Podcast, slug: str = "") -> HttpResponseBase:
    show = podcast.find(slug)
    made_of(request, *show.tags)
    return answer_ranged(request, artwork(show.paper.title, show.line), ASKED_AGAIN)


@require_safe
def chapters(request: HttpRequest, number: str) -> HttpResponse:
    """The chapters of an article's recording, in the podcast index's form."""
    article = published_articles().filter(pk=number).first()
    recording = current_recording(article.pk) if article else None
    if article is None or recording is None or not recording.chapters:
        raise Http404
    made_of(request, f"article-{article.pk}", f"narration-{article.pk}")
    rows = [{"startTime": second, "title": title} for second, title in recording.chapters]
    document = {"version": "1.2.0", "title": article.title, "chapters": rows}
    return JsonResponse(
        document, content_type=CHAPTERS, headers={"Access-Control-Allow-Origin": "*"}
    )


def _feed(
    request: HttpRequest, podcast: Podcast, slug: str, show: Show, episodes: list[Episode]
) -> PodcastRss:
    paper = show.paper
    picture = reverse(f"artwork_{podcast.name}", args=[slug] if slug else [])
    return PodcastRss(
        title=writable(show.title),
        link=absolute(show.path),
        description=writable(show.description),
        language=wording.LANGUAGE,
        feed_url=absolute(request.path),
        channel=Channel(
            author=writable(paper.title),
            mail=paper.community_mail,
            artwork=absolute(picture),
            serial=show.serial,
            synthetic=any(episode.recording.synthetic for episode in episodes),
            founded=paper.first_published_at or timezone.now(),
        ),
    )


def _add(feed: PodcastRss, episode: Episode, number: int | None) -> None:
    article, recording = episode.article, episode.recording
    file = recording.by_kind["mp3"]
    address = absolute(article.url)
    summary = _summary(episode, address)
    feed.add_item(
        title=writable(article.title),
        link=address,
        description=escape(summary),  # apps take it for HTML
        unique_id=wording.lasting_id(article),
        unique_id_is_permalink=False,
        pubdate=wording.published(article),
        updateddate=max(wording.updated(article), wording.local(recording.made_at)),
        enclosures=[Enclosure(absolute(file.url), str(file.bytes), CONTENT_TYPES["mp3"])],
        categories=[writable(article.section.title)] if article.section else [],
        spoken=_spoken(episode, summary, number),
    )


def _spoken(episode: Episode, summary: str, number: int | None) -> Spoken:
    article, recording = episode.article, episode.recording
    files = recording.by_kind
    has_chapters = len(recording.chapters) > 1
    names = ", ".join(name for name, _address in wording.creators(article))
    return Spoken(
        seconds=max(round(recording.feed_seconds), 1),
        author=writable(names),
        summary=summary,
        language=recording.language,
        synthetic=recording.synthetic,
        transcript=absolute(files["vtt"].url) if "vtt" in files else "",
        chapters=absolute(reverse("chapters", args=[article.pk])) if has_chapters else "",
        alternatives=tuple(
            _sound_file(files[kind], title, kbits)
            for kind, title, kbits in ALTERNATIVES
            if kind in files
        ),
        number=number,
    )


def _sound_file(file: RecordingFile, title: str, kbits: int) -> SoundFile:
    mime_type = CONTENT_TYPES[file.kind]
    return SoundFile(absolute(file.url), mime_type, file.bytes, file.sha256, title, kbits)


def _summary(episode: Episode, address: str) -> str:
    """The lead, who is speaking, and where the article stands."""
    with translation.override(episode.recording.language):
        honest = f"{label(episode.recording)}."
    return writable("\n\n".join(part for part in (episode.article.lead, honest, address) if part))
