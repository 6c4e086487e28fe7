"""The listening card: all that a player needs to know of one page, and lists of such pages."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from blattwerk.narration.models import Narration, Recording
from blattwerk.narration.pages import script_of
from blattwerk.narration.queries import FAILED, READY, recordings_of, state_of
from blattwerk.narration.wording import label
from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.pictures import SLOTS, picture_address
from blattwerk.newsroom.queries import articles_of_section, the_paper

CHARACTERS_A_SECOND = 15.0  # how fast voices are, about; only for what is not recorded yet
TYPES = {
    "opus": "audio/ogg; codecs=opus",
    "m4a": "audio/mp4; codecs=mp4a.40.2",
    "mp3": "audio/mpeg",
}


def card_of(page: Any) -> dict[str, Any]:
    """One page's card, ready for JSON."""
    row = Narration.objects.filter(page_id=page.pk).first()
    recording = recordings_of([page.pk]).get(page.pk)
    details = page.speech_details()
    state = READY if recording else state_of(row)
    return {
        "id": page.pk,
        "title": details.title,
        "kicker": details.kicker,
        "section": details.section,
        "paper": _paper_name(),
        "url": page.url,
        "language": recording.language if recording else details.language,
        "image": _images(details.picture),
        "state": state,
        "label": label(recording),
        **(_of_files(recording) if recording else _of_stream(page)),
        "download": reverse("sound", args=[page.pk, "mp3"]),
        **_neighbours(page),
        **({"reason": "failed"} if state == FAILED else {}),
    }


def lines_of(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Articles as lines of a queue."""
    articles = list(articles)
    recordings = recordings_of([article.pk for article in articles])
    return [_line(article, recordings.get(article.pk)) for article in articles]


def _line(article: Article, recording: Recording | None) -> dict[str, Any]:
    return {
        "id": article.pk,
        "title": article.title,
        "kicker": article.kicker,
        "section": article.section.title if article.section else "",
        "url": article.url,
        "seconds": round(recording.seconds, 1) if recording else None,
        "state": READY if recording else "live",
    }


def _of_files(recording: Recording) -> dict[str, Any]:
    files = recording.by_kind
    return {
        "seconds": round(recording.seconds, 3),
        "sources": [
            {"src": files[kind].url, "type": TYPES[kind]}
            for kind in ("opus", "m4a")
            if kind in files
        ],
        "marks": files["json"].url,
        "transcript": files["vtt"].url if "vtt" in files else None,
    }


def _of_stream(page: Any) -> dict[str, Any]:
    return {
        "seconds": round(script_of(page).characters / CHARACTERS_A_SECOND, 1),
        "estimated": True,
        "sources": [
            {"src": reverse("sound", args=[page.pk, kind]), "type": TYPES[kind]}
            for kind in ("opus", "mp3")
        ],
        "marks": reverse("live_marks", args=[page.pk]),
        "transcript": None,
    }


def _images(picture: Any) -> list[dict[str, str]]:
    if picture is None:
        return []
    width = SLOTS["cover"].widths[0]
    return [
        {
            "src": picture_address(picture, "cover", width, "jpeg"),
            "sizes": f"{width}x{width}",
            "type": "image/jpeg",
        }
    ]


def _neighbours(page: Any) -> dict[str, int | None]:
    """The next older and the next newer article of the section."""
    if not isinstance(page, Article) or page.section is None or page.published_at is None:
        return {"next": None, "previous": None}
    others = articles_of_section(page.section).exclude(narration__switched_off=True)
    here = (page.published_at, page.pk)
    same = others.filter(published_at=here[0])
    older = same.filter(pk__lt=page.pk).first() or others.filter(published_at__lt=here[0]).first()
    newer = same.filter(pk__gt=page.pk).last() or others.filter(published_at__gt=here[0]).last()
    return {"next": older.pk if older else None, "previous": newer.pk if newer else None}


def _paper_name() -> str:
    try:
        return the_paper().title
    except PaperMissing:
        return ""
