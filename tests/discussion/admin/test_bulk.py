"""Several comments at once, with one reason, and all of it back with one click."""

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.discussion.claim import claim
from blattwerk.discussion.decide import approve
from blattwerk.discussion.models import Case, Comment, Entry, Statement
from blattwerk.newsroom.models import Article
from tests.discussion.admin.conftest import at, said
from tests.discussion.forum import MINUTE, NOW, a_moderator, a_reason, fresh, sent

State = Comment.State


@pytest.fixture
def three(article: Article) -> list[Comment]:
    return [sent(article, now=NOW + number * MINUTE) for number in range(3)]


def numbers(comments: list[Comment]) -> list[int]:
    return [comment.pk for comment in comments]


def states(comments: list[Comment]) -> list[str]:
    return [fresh(comment).state for comment in comments]


def test_what_is_ticked_is_approved(desk: Client, three: list[Comment]) -> None:
    page = desk.post(at("approve_all"), {"comment": numbers(three[:2])}, follow=True)

    assert states(three) == [State.PUBLIC, State.PUBLIC, State.WAITING]
    assert [entry.comment_id for entry in page.context["entries"]] == numbers(three[:2])


def test_one_reason_holds_for_all(desk: Client, three: list[Comment]) -> None:
    reason = a_reason()

    desk.post(at("refuse_all"), {"comment": numbers(three), "reason": reason.pk})

    assert states(three) == [State.REJECTED] * 3
    assert list(Statement.objects.values_list("clause", flat=True)) == [reason.clause] * 3


def test_without_a_reason_none_is_rejected(desk: Client, three: list[Comment]) -> None:
    page = desk.post(at("refuse_all"), {"comment": numbers(three)}, follow=True)

    assert states(three) == [State.WAITING] * 3
    assert said(page) == ["Wählen Sie einen Grund; wer geschrieben hat, erfährt ihn."]


def test_numbers_that_are_none_break_nothing(desk: Client, three: list[Comment]) -> None:
    first = three[0].pk
    form = {"comment": [first, "9" * 5000], f"seen-{first}": "9" * 5000}

    page = desk.post(at("approve_all"), form, follow=True)

    assert [entry.comment_id for entry in page.context["entries"]] == [first]
    assert len(page.context["missed"]) == 1


def test_nothing_ticked_is_said(desk: Client) -> None:
    assert said(desk.post(at("approve_all"), follow=True)) == [
        "Nichts ist ausgewählt; haken Sie zuerst Kommentare an."
    ]


def test_what_cannot_be_decided_says_why_and_stops_no_other(
    desk: Client, three: list[Comment]
) -> None:
    colleague, now = a_moderator(), timezone.now()
    claim(case_id=Case.objects.get(comment=three[0]).pk, by=colleague, now=now)
    form = {"comment": numbers(three), f"seen-{three[1].pk}": three[1].turn + 7}

    page = desk.post(at("approve_all"), form, follow=True)

    assert states(three) == [State.WAITING, State.WAITING, State.PUBLIC]
    missed = page.context["missed"]
    assert [each.comment for each in missed] == numbers(three[:2])
    assert str(colleague) in missed[0].why


def test_one_click_takes_the_whole_batch_back(desk: Client, three: list[Comment]) -> None:
    desk.post(at("approve_all"), {"comment": numbers(three)})

    desk.post(at("undo_batch"))

    assert [fresh(comment).is_public for comment in three] == [False] * 3
    assert Case.objects.filter(closed_at=None).count() == 3


def test_what_cannot_be_taken_back_says_why(desk: Client, three: list[Comment]) -> None:
    desk.post(at("refuse_all"), {"comment": numbers(three), "reason": a_reason().pk})
    approve(comment_id=three[0].pk, by=a_moderator(), now=NOW + 9 * MINUTE)

    page = desk.post(at("undo_batch"), follow=True)

    assert [each.comment for each in page.context["missed"]] == [three[0].pk]
    assert states(three) == [State.PUBLIC, State.WAITING, State.WAITING]


def test_nobody_takes_back_anothers_batch(desk: Client, three: list[Comment]) -> None:
    entry = approve(comment_id=three[0].pk, by=a_moderator(), now=NOW)
    session = desk.session
    session["forum_batch"] = {"done": [entry.pk], "missed": []}
    session.save()

    desk.post(at("undo_batch"))

    assert fresh(three[0]).is_public is True
    assert Entry.objects.count() == 1
