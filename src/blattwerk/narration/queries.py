"""Questions to narration; nothing here writes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from wagtail.models import Page

from blattwerk.narration.models import Narration, Recording, State
from blattwerk.narration.wording import label
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import published_articles

READY, LIVE, FAILED, OFF = "ready", "live", "failed", "off"


@dataclass(frozen=True)
class Heard:
    """How a page can be heard: `state` is ready, live (spoken while it is made), failed or off."""

    number: int
    state: str
    label: str
    seconds: float | None = None


def heard(page: Page) -> Heard | None:
    """How this page can be heard; None where there is nothing to hear."""
    if not hasattr(page, "speech_units"):
        return None
    row = Narration.objects.select_related("recording").filter(page_id=page.pk).first()
    state = state_of(row)
    if state == OFF:
        return None
    recording = row.recording if row else None
    return Heard(page.pk, state, label(recording), recording.seconds if recording else None)


def state_of(row: Narration | None) -> str:
    """What a reader who presses play will get."""
    if row is None:
        return LIVE
    if row.recording_id is not None:  # even while a newer one is being made
        return READY
    if row.switched_off:
        return OFF
    return FAILED if row.state == State.FAILED else LIVE


def current_recording(page_id: int) -> Recording | None:
    """The recording that readers of this page hear."""
    return recordings_of([page_id]).get(page_id)


def recordings_of(page_ids: Iterable[int]) -> dict[int, Recording]:
    """The recordings that readers of these pages hear, with their files, by the page's number."""
    current = Recording.objects.filter(page__in=list(page_ids), replaced_at=None)
    return {one.page_id: one for one in current.prefetch_related("files")}


def narrated_articles() -> ArticleQuerySet:
    """Articles that have a recording, newest first."""
    recorded = Recording.objects.filter(replaced_at=None).values("page_id")
    found: ArticleQuerySet = published_articles().filter(pk__in=recorded)
    return found


def queue_rows() -> QuerySet[Narration]:
    """Every page narration knows of, most urgent first."""
    return Narration.objects.select_related("page", "recording").order_by(
        "-urgency", "-published_at", "-page_id"
    )


def counts_by_state() -> dict[str, int]:
    """How many pages stand in each state; states without a page are left out."""
    rows: Any = Narration.objects.values_list("state").annotate(Count("pk")).order_by()
    return dict(rows)
