"""The rooms above hear of each change once, and only when it is safely stored."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.dispatch import Signal
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from blattwerk.newsroom.models import Article, Section
from blattwerk.newsroom.schedule import publish_due
from blattwerk.newsroom.signals import article_changed, article_published, article_withdrawn
from tests.factories import an_article

Capture = DjangoCaptureOnCommitCallbacks
SIGNALS = {
    "published": article_published,
    "changed": article_changed,
    "withdrawn": article_withdrawn,
}


class Ear:
    """Hears what the newsroom tells: (what, number of the article)."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, int]] = []

    def listen(self, name: str, signal: Signal) -> None:
        def note(article: Article, **_: object) -> None:
            self.heard.append((name, article.pk))

        signal.connect(note, weak=False, dispatch_uid=f"ear-{name}")


@pytest.fixture
def ear() -> Iterator[Ear]:
    ear = Ear()
    for name, signal in SIGNALS.items():
        ear.listen(name, signal)
    yield ear
    for name, signal in SIGNALS.items():
        signal.disconnect(dispatch_uid=f"ear-{name}")


def keep_schedule(now: datetime) -> None:
    """What the worker does at that moment; Wagtail reads the clock itself."""
    with time_machine.travel(now, tick=False):
        publish_due(now=now)


def test_nothing_is_told_before_the_change_is_stored(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        an_article(section)

    assert ear.heard == []
    assert callbacks


def test_a_written_article_is_told_once_as_published(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = an_article(section)

    assert ear.heard == [("published", article.pk)]


def test_a_draft_is_told_to_nobody(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = an_article(section, publish=False)
        article.lead = "Neu"
        article.save_revision()
        article.delete()

    assert ear.heard == []


def test_publishing_a_draft_of_a_live_article_is_told_as_changed(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    article = an_article(section)
    with django_capture_on_commit_callbacks(execute=True):
        article.lead = "Ein anderer Vorspann."
        article.save_revision().publish()

    assert ear.heard == [("changed", article.pk)]


def test_a_scheduled_article_is_told_when_it_appears(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    now = timezone.now()
    article = an_article(section, publish=False)
    with django_capture_on_commit_callbacks(execute=True):
        article.go_live_at = now + timedelta(hours=1)
        article.save_revision().publish()
    assert ear.heard == []

    with django_capture_on_commit_callbacks(execute=True):
        keep_schedule(now + timedelta(hours=2))
        keep_schedule(now + timedelta(hours=2))

    assert ear.heard == [("published", article.pk)]


def test_a_scheduled_change_of_a_live_article_is_told_as_changed(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    now = timezone.now()
    article = an_article(section)
    article.lead = "Später anders."
    article.go_live_at = now + timedelta(hours=1)
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
        keep_schedule(now + timedelta(hours=2))

    assert ear.heard == [("changed", article.pk)]


def test_an_article_is_told_as_withdrawn_and_again_as_published(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    article = an_article(section)
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
        Article.objects.get(pk=article.pk).save_revision().publish()

    assert ear.heard == [("withdrawn", article.pk), ("published", article.pk)]


def test_an_expired_article_is_told_as_withdrawn(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    now = timezone.now()
    article = an_article(section)
    Article.objects.filter(pk=article.pk).update(expire_at=now)
    with django_capture_on_commit_callbacks(execute=True):
        keep_schedule(now + timedelta(minutes=1))

    assert ear.heard == [("withdrawn", article.pk)]


def test_a_deleted_article_is_told_as_withdrawn_by_its_number(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    article = an_article(section)
    number = article.pk
    with django_capture_on_commit_callbacks(execute=True):
        Article.objects.get(pk=number).delete()

    assert ear.heard == [("withdrawn", number)]


def test_a_moved_article_is_told_as_changed_in_its_new_section(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    article = an_article(section)
    politics = Section.objects.get(slug="politik")
    with django_capture_on_commit_callbacks(execute=True):
        article.move(politics, pos="last-child")

    assert ear.heard == [("changed", article.pk)]
    assert Article.objects.get().section == politics


def test_a_copy_kept_live_is_told_as_published(
    section: Section, ear: Ear, django_capture_on_commit_callbacks: Capture
) -> None:
    article = an_article(section)
    politics = Section.objects.get(slug="politik")
    with django_capture_on_commit_callbacks(execute=True):
        copy = article.copy(to=politics, update_attrs={"slug": "kopie"}, keep_live=True)

    assert ear.heard == [("published", copy.pk)]
    assert Article.objects.get(pk=copy.pk).section == politics
