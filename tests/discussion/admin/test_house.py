"""Reasons, groups, the log, figures and the switch."""

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blattwerk.accounts.models import User
from blattwerk.discussion.admin.counting import counted, keep_days
from blattwerk.discussion.admin.figures import help_of, waits
from blattwerk.discussion.admin.seals import check_seals, last_check
from blattwerk.discussion.admin.strikes import check_seals_once_more
from blattwerk.discussion.cutting import CUT_MARK
from blattwerk.discussion.decide import approve, cut, refuse
from blattwerk.discussion.house_reasons import HOUSE
from blattwerk.discussion.law.categories import Category
from blattwerk.discussion.models import (
    Case,
    Comment,
    Day,
    Deed,
    Entry,
    Reason,
    Statement,
    Switch,
)
from blattwerk.discussion.team import LEAD, TEAM, gather_in_standing_paper, gather_team
from blattwerk.discussion.undo import undo
from blattwerk.newsroom.models import Article, Paper
from tests.discussion.admin.conftest import at, said
from tests.discussion.forum import MINUTE, NOW, a_moderator, a_reason, sent

State = Comment.State


def rights(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_a_standing_paper_gets_its_team_and_reasons_once(paper: Paper) -> None:
    Group.objects.filter(name__in=(TEAM, LEAD)).delete()
    Reason.objects.all().delete()

    gather_in_standing_paper(apps=apps)
    Group.objects.get(name=TEAM).delete()
    gather_in_standing_paper(apps=apps)

    assert not Group.objects.filter(name=TEAM).exists()
    assert rights(LEAD) == {"access_admin", "moderate", "lead"}
    assert Reason.objects.count() == len(HOUSE)


@pytest.mark.django_db
def test_the_team_does_not_lead() -> None:
    gather_team(apps, "default")

    assert rights(TEAM) == {"access_admin", "moderate"}


def test_the_reasons_of_the_house_can_be_kept_as_they_are() -> None:
    assert {row.category for row in HOUSE} - {""} <= set(Category.values)
    assert all(len(row.title) <= 80 and len(row.clause) <= 200 for row in HOUSE)
    assert len({row.title for row in HOUSE}) == len(HOUSE)


def test_the_lead_rewrites_a_reason_and_old_statements_stay(
    lead_desk: Client, comment: Comment
) -> None:
    reason = a_reason()
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=reason)
    told = Statement.objects.get().told
    form = {"title": "Neu", "ground": "rules", "clause": "3", "text": "Anders.", "order": 1}

    lead_desk.post(at("reason", reason.pk), form)

    assert Reason.objects.get(pk=reason.pk).title == "Neu"
    assert Statement.objects.get().told == told
    newest = Entry.objects.order_by("-pk")[0]
    assert (newest.deed, newest.details["before"]["title"]) == (Deed.REASONS, reason.title)


def test_a_reason_without_a_text_keeps_what_was_typed(lead_desk: Client) -> None:
    before = Reason.objects.count()

    page = lead_desk.post(at("new_reason"), {"title": "Nur ein Titel"})

    assert (page.status_code, Reason.objects.count()) == (422, before)
    assert "Nur ein Titel" in page.content.decode()


def test_the_log_is_asked_by_person_deed_comment_and_discussion(
    desk: Client, article: Article
) -> None:
    one, other = a_moderator(), a_moderator()
    first, second = sent(article), sent(article, now=NOW + MINUTE)
    approve(comment_id=first.pk, by=one, now=NOW)
    refuse(comment_id=second.pk, by=other, now=NOW, reason=a_reason())

    def numbers(**asked: Any) -> list[int]:
        return [entry.comment_id for entry in desk.get(at("log"), asked).context["entries"]]

    assert numbers() == [second.pk, first.pk]
    assert numbers(wer=one.pk) == [first.pk]
    assert numbers(tat="reject") == [second.pk]
    assert numbers(kommentar=first.pk) == [first.pk]
    assert numbers(diskussion=first.thread_id) == [second.pk, first.pk]
    assert numbers(diskussion=first.thread_id + 1) == []


def test_the_log_offers_to_undo_only_what_can_be_undone(desk: Client, comment: Comment) -> None:
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW)
    last = refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())

    assert desk.get(at("log")).context["undoable"] == {last.pk}


def test_a_whole_log_is_told_to_be_whole(desk: Client, comment: Comment) -> None:
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW)

    page = desk.post(at("check_seals"), follow=True)
    (asked,) = DBTaskResult.objects.filter(task_path__endswith="check_seals_once_more")
    check_seals_once_more.call(*asked.args_kwargs["args"])

    assert (len(said(page)), page.context["checked"]) == (1, None)  # nobody waits for it
    assert desk.get(at("log")).context["checked"].broken == ()


def test_several_who_ask_for_a_check_are_answered_by_one(comment: Comment) -> None:
    check_seals(NOW)

    check_seals_once_more.call((NOW - MINUTE).isoformat())
    first = last_check()
    check_seals_once_more.call((NOW + MINUTE).isoformat())
    second = last_check()

    assert first
    assert second
    assert (first.at, second.at > NOW + MINUTE) == (NOW, True)


def test_an_entry_slipped_in_behind_the_desk_is_found(comment: Comment) -> None:
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW)
    forged = Entry.objects.create(deed=Deed.APPROVE, at=NOW, comment=comment, seal="0" * 64)

    check_seals(NOW)

    found = last_check()
    assert found is not None
    assert found.broken == (forged.pk,)


def test_a_day_is_counted(article: Article, moderator: User) -> None:
    begun = NOW
    for number in range(10):
        comment = sent(article, now=begun)
        at_moment = begun + (number + 1) * MINUTE
        Comment.objects.filter(pk=comment.pk).update(score=number / 10)
        if number == 9:
            refuse(comment_id=comment.pk, by=moderator, now=at_moment, reason=a_reason())
        else:
            approve(comment_id=comment.pk, by=moderator, now=at_moment)

    told = counted(begun.date())

    assert (told["decided"], told["refused"], told["closed"], told["backlog"]) == (10, 1, 10, 0)
    assert told["people"] == {str(moderator.pk): 10}
    assert told["hours"] == {str(moderator.pk): 1}
    assert (told["top"], told["right"], told["scored_refused"]) == (1, 1.0, 1)
    assert waits({begun.date(): told}) == (5, 9)


def test_of_a_day_what_stands_counts_and_of_a_comment_the_last(
    article: Article, moderator: User
) -> None:
    first, second, third = (sent(article, now=NOW + number * MINUTE) for number in range(3))
    Comment.objects.update(score=0.5)
    signed, reason = {"by": moderator, "now": NOW}, a_reason()
    undone = refuse(comment_id=first.pk, reason=reason, **signed)
    undo(entry_id=undone.pk, **signed)
    approve(comment_id=second.pk, **signed)
    refuse(comment_id=second.pk, reason=reason, **signed)
    words = f"{CUT_MARK} {third.text.partition(' ')[2]}"
    cut(comment_id=third.pk, text=words, reason=reason, **signed)

    told = counted(NOW.date())

    assert (told["decided"], told["refused"], told["people"]) == (3, 2, {str(moderator.pk): 3})
    assert (told["scored"], told["scored_refused"]) == (2, 2)


def test_the_help_misleads_when_its_top_is_no_worse_than_the_rest() -> None:
    told = {"top": 100, "right": 10.0, "scored": 1000, "scored_refused": 200}
    day = NOW.date()

    helped = help_of({day: told})

    assert helped is not None
    assert (helped.right, helped.overall, helped.misleads) == (10, 20, True)


@pytest.mark.django_db
def test_days_that_are_over_are_counted_once() -> None:
    now = timezone.now()

    assert (keep_days(now), keep_days(now)) == (56, 0)
    assert Day.objects.count() == 56


def test_the_figures_ask_as_often_for_many_as_for_few(desk: Client, article: Article) -> None:
    keep_days(timezone.now())

    def asked() -> int:
        cache.clear()
        desk.get(at("figures"))
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(at("figures"))
        assert page.status_code == 200
        return len(queries)

    def decide(count: int) -> None:
        for number in range(count):
            comment = sent(article, now=NOW + number * MINUTE)
            approve(comment_id=comment.pk, by=a_moderator(), now=timezone.now())

    decide(1)
    few = asked()
    decide(5)

    assert asked() == few


def test_the_lead_turns_the_help_off_for_everybody(lead_desk: Client, article: Article) -> None:
    lead_desk.post(at("turn_help"), {"help_on": "0"})

    assert Switch.objects.get().help_on is False
    assert sent(article).score is None
    assert Entry.objects.get().details["help_on"] is False


def test_the_first_page_tells_the_team_what_waits(desk: Client, comment: Comment) -> None:
    opened = timezone.now() - timedelta(hours=3)
    Case.objects.update(opened_at=opened)

    page = desk.get("/redaktion/").content.decode()

    assert "1 Kommentar wartet" in page
    assert "der älteste: 3 Stunden" in page
