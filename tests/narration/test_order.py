"""Who comes into the queue, and who is served first."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blattwerk.narration.claims import (
    Claim,
    Overtaken,
    beat,
    claim_next,
    claim_page,
    free_the_dead,
    give_back,
    me,
)
from blattwerk.narration.models import Narration, NarrationRules, State, Urgency
from blattwerk.narration.order import (
    MOST_FOR_LISTENERS,
    order,
    order_for_listener,
    switch_off,
    switch_on,
)
from blattwerk.newsroom.models import Article, Section
from tests import factories

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def article(section: Section) -> Article:
    """An old article: nothing orders it by itself."""
    return factories.an_article(section, age=timedelta(days=400))


def row_of(article: Article) -> Narration:
    return Narration.objects.get(page=article)


def claimed(article: Article, now: datetime = NOW) -> Claim:
    claim = claim_page(article.pk, now)
    assert claim is not None
    return claim


def test_an_ordered_page_waits(article: Article) -> None:
    assert order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    assert (row_of(article).state, row_of(article).order) == (State.WAITING, 1)


def test_an_order_calls_the_narrator_once_it_is_stored(
    article: Article, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    called = DBTaskResult.objects.filter(task_path__endswith="narrate_next")
    assert [task.queue_name for task in called] == ["narration"]


def test_a_new_article_is_ordered_by_being_published(
    section: Section, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        article = factories.an_article(section)
    assert row_of(article).state == State.WAITING


def test_an_article_of_2021_that_comes_in_today_is_not_ordered(
    section: Section, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        article = factories.an_article(section, age=timedelta(days=2000))
    assert not Narration.objects.filter(page=article).exists()


def test_nothing_is_ordered_by_itself_when_the_paper_does_not_want_it(
    section: Section, django_capture_on_commit_callbacks: object
) -> None:
    rules = NarrationRules.load()
    rules.automatic = False
    rules.save()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        article = factories.an_article(section)
    assert not Narration.objects.filter(page=article).exists()


def test_who_listens_is_served_first_then_the_newest(section: Section) -> None:
    old, older, new = (
        factories.an_article(section, age=timedelta(days=days)) for days in (50, 60, 40)
    )
    for one in (old, older, new):
        order(page_id=one.pk, urgency=Urgency.PUBLISHED, now=NOW)
    order_for_listener(page_id=older.pk, now=NOW)
    served = [claim.page_id for _ in range(3) if (claim := claim_next(NOW))]
    assert served == [older.pk, new.pk, old.pk]
    assert claim_next(NOW) is None


def test_an_order_while_it_runs_makes_the_run_void(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    claim = claimed(article)
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    assert claim.row_if_mine() is None
    with pytest.raises(Overtaken):
        beat(claim, done=0, total=3)
    assert give_back(claim) == State.WAITING


def test_a_listener_does_not_make_a_run_void(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    claim = claimed(article)
    order_for_listener(page_id=article.pk, now=NOW)
    assert claim.row_if_mine() is not None


def test_a_listener_does_not_try_again_at_once_what_has_just_failed(article: Article) -> None:
    Narration.objects.create(
        page=article, state=State.FAILED, finished_at=NOW - timedelta(seconds=5)
    )
    order_for_listener(page_id=article.pk, now=NOW)
    assert row_of(article).state == State.FAILED
    order_for_listener(page_id=article.pk, now=NOW + timedelta(minutes=5))
    assert row_of(article).state == State.WAITING


def test_what_is_switched_off_is_not_ordered(article: Article) -> None:
    switch_off(page_id=article.pk)
    assert not order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    order_for_listener(page_id=article.pk, now=NOW)
    assert row_of(article).state == State.NONE


def test_switching_on_orders_again(article: Article) -> None:
    switch_off(page_id=article.pk)
    switch_on(page_id=article.pk, now=NOW)
    assert row_of(article).state == State.WAITING


def test_switching_off_while_it_runs_ends_in_nothing(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    claim = claimed(article)
    switch_off(page_id=article.pk)
    assert give_back(claim) == State.NONE


def test_one_page_is_claimed_by_one_narrator(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    assert claimed(article).page_id == article.pk
    assert claim_page(article.pk, NOW) is None


def test_a_page_whose_narrator_was_killed_waits_again(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    claimed(article)
    host = me().rpartition(":")[0]
    Narration.objects.filter(page=article).update(worker=f"{host}:999999999")
    assert free_the_dead(NOW) == 1
    assert (row_of(article).state, row_of(article).attempts) == (State.WAITING, 1)


def test_a_page_whose_narrator_lives_is_left_alone(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    claimed(article)
    assert free_the_dead(NOW + timedelta(minutes=1)) == 0


def test_a_page_of_another_machine_is_freed_after_long_silence(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    claimed(article)
    Narration.objects.filter(page=article).update(worker="elsewhere:1")
    assert free_the_dead(NOW + timedelta(minutes=5)) == 0
    assert free_the_dead(NOW + timedelta(minutes=30)) == 1


def test_what_is_not_due_yet_is_not_claimed(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    Narration.objects.filter(page=article).update(due_at=NOW + timedelta(minutes=1))
    assert claim_next(NOW) is None
    assert claim_next(NOW + timedelta(minutes=2)) is not None


def test_a_walk_over_the_archive_does_not_keep_new_articles_waiting(section: Section) -> None:
    old = [factories.an_article(section, age=timedelta(days=400)) for _ in range(3)]
    others = [factories.an_article(section, age=timedelta(days=400)) for _ in range(20)]
    for one in (*others, *old):
        order_for_listener(page_id=one.pk, now=NOW)
    waiting = Narration.objects.filter(urgency=Urgency.LISTENED).count()
    assert (waiting, row_of(old[0]).urgency) == (MOST_FOR_LISTENERS, Urgency.BACKLOG)


def test_pressing_play_again_orders_nothing_more(
    article: Article, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        for _ in range(5):
            order_for_listener(page_id=article.pk, now=NOW)
    assert DBTaskResult.objects.filter(task_path__endswith="narrate_next").count() == 1


def test_a_page_that_kills_every_narrator_is_given_up(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=NOW)
    for _ in range(4):
        claimed(article)
        Narration.objects.filter(page=article).update(worker="elsewhere:1")
        free_the_dead(NOW + timedelta(hours=1))
    assert (row_of(article).state, row_of(article).reason != "") == (State.FAILED, True)
