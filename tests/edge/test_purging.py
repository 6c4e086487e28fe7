"""Tags are purged once, after the commit, and never at an editor's cost."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from blattwerk.discussion import decide
from blattwerk.edge import purging
from blattwerk.edge.purging import purge
from blattwerk.edge.store import Freshness, Tags, slot_of
from blattwerk.newsroom.models import Section
from tests import factories
from tests.discussion import forum


@pytest.fixture
def own_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tags]:
    """A file of tags for this test alone, open as the edge has it."""
    process_tags = Tags(tmp_path / "tags")
    monkeypatch.setattr(purging, "_opened", {os.getpid(): process_tags})
    tags = Tags(tmp_path / "tags")
    yield tags
    tags.close()
    process_tags.close()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[set[str], bool]]:
    """What is written, call by call."""
    calls: list[tuple[set[str], bool]] = []

    def write(tags: set[str], *, withdrawn: bool = False) -> None:
        calls.append((tags, withdrawn))

    monkeypatch.setattr(purging, "write", write)
    return calls


def test_another_process_sees_what_was_purged(db: None, own_tags: Tags) -> None:
    before = own_tags.now()
    purging.write({"article-12"})
    purging.write({"article-13"}, withdrawn=True)

    states = [own_tags.state([slot_of(f"article-{number}")], before) for number in (12, 13, 14)]

    assert states == [Freshness.STALE, Freshness.WITHDRAWN, Freshness.FRESH]


def test_a_transaction_purges_once_and_after_its_end(
    db: None, written: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            purge("article-1", "articles")
            with transaction.atomic():
                purge("article-2")
                purge("article-1", withdrawn=True)
        assert written == []

    assert written == [({"missing", "articles", "article-2"}, False), ({"article-1"}, True)]


def test_what_is_taken_back_purges_nothing(
    db: None, written: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        purge("article-1")
        transaction.set_rollback(True)

    assert written == []


def test_a_savepoint_that_is_taken_back_takes_no_other_purge_with_it(
    db: None, written: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        with transaction.atomic():
            purge("article-1")
            transaction.set_rollback(True)
        purge("article-2")

    assert written == [({"missing", "article-2"}, False)]


def test_outside_a_transaction_it_is_done_at_once(
    db: None, written: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purging, "connection", SimpleNamespace(in_atomic_block=False))

    purge("article-1")
    purge()

    assert written == [({"missing", "article-1"}, False)]


def test_a_disk_that_fails_is_for_the_log(
    db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full() -> Tags:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(purging, "tags_of_process", full)

    purging.write({"article-1"})

    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "article-1 could not be purged" in caplog.text


def test_a_process_that_was_forked_opens_the_file_itself(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purging, "_opened", {})
    settings.OPTIONS = _Options(tmp_path)
    first = purging.tags_of_process()
    assert purging.tags_of_process() is first

    monkeypatch.setattr(os, "getpid", lambda: -1)
    second = purging.tags_of_process()

    assert second is not first
    assert (tmp_path / "edge" / "tags").is_file()
    first.close()
    second.close()


class _Options:
    def __init__(self, data: Path) -> None:
        self.data = data


def test_a_comment_concerns_its_thread_alone(
    section: Section, written: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    article = forum.an_article_to_discuss(section)
    comment = forum.sent(article)
    lead, written[:] = forum.a_moderator(lead=True), []

    with django_capture_on_commit_callbacks(execute=True):
        decide.approve(comment_id=comment.pk, by=lead, now=forum.NOW)

    assert {tag for tags, _withdrawn in written for tag in tags} == {
        "missing",
        f"thread-{article.pk}",
    }


def test_a_draft_is_for_nobody(
    section: Section, written: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    article = factories.an_article(section)
    written.clear()

    with django_capture_on_commit_callbacks(execute=True):
        factories.an_article(section, publish=False)
        article.title = "Noch nicht veröffentlicht"
        article.save_revision()

    assert written == []


def test_an_old_article_leaves_the_pages_of_its_section_alone(
    section: Section, written: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    old = factories.an_article(section, age=timedelta(days=900))
    for _number in range(41):
        factories.an_article(section)
    written.clear()

    with django_capture_on_commit_callbacks(execute=True):
        old.lead = "Berichtigt."
        old.save_revision().publish()

    tags = {tag for tags, _withdrawn in written for tag in tags}
    assert f"article-{old.pk}" in tags
    assert f"section-{section.pk}" not in tags
