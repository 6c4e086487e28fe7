"""What is decided at the desk: each deed an address, the next case at once, and the way back."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.claim import claim
from blattwerk.discussion.models import Case, Comment, Deed, Entry, Note, RuleSet, Statement
from blattwerk.newsroom.models import Article
from tests.discussion.admin.conftest import at
from tests.discussion.forum import (
    MINUTE,
    NOW,
    a_moderator,
    a_reason,
    browser,
    fresh,
    open_cases,
    published,
    sent,
)

State = Comment.State
FEIND = "Der Minister ist ein Trottel, mit Verlaub."


def test_after_a_decision_the_next_case_stands_there(desk: Client, article: Article) -> None:
    first, second = sent(article), sent(article, now=NOW + MINUTE)

    answer = desk.post(at("approve", first.pk), {"seen": first.turn})

    entry = Entry.objects.get()
    assert (entry.deed, fresh(first).state) == (Deed.APPROVE, State.PUBLIC)
    assert answer["Location"] == f"{at('comment', second.pk)}?getan={entry.pk}"


def test_after_the_last_one_the_queue_tells_what_was_done(desk: Client, comment: Comment) -> None:
    page = desk.post(at("approve", comment.pk), follow=True)

    entry = Entry.objects.get()
    told = BeautifulSoup(page.content, "html.parser").select_one(".bw-forum-done")
    assert page.redirect_chain == [(f"{at('index')}?getan={entry.pk}", 302)]
    assert told is not None
    assert told["action"] == at("undo", entry.pk)


def test_a_rejected_comment_has_its_reason_and_facts(desk: Client, comment: Comment) -> None:
    reason = a_reason()

    desk.post(at("refuse", comment.pk), {"reason": reason.pk, "facts": "Das Wort Trottel."})

    statement = Statement.objects.get()
    assert (fresh(comment).state, statement.clause, statement.facts) == (
        State.REJECTED,
        reason.clause,
        "Das Wort Trottel.",
    )


def test_without_a_reason_nothing_happens_and_what_was_typed_stays(
    desk: Client, comment: Comment
) -> None:
    page = desk.post(at("refuse", comment.pk), {"facts": "Mühsam formuliert."})

    assert (page.status_code, fresh(comment).state) == (422, State.WAITING)
    assert "Mühsam formuliert." in page.content.decode()
    assert str(page.context["error"]) == "Wählen Sie einen Grund; wer geschrieben hat, erfährt ihn."


def test_a_reason_out_of_use_is_none(desk: Client, comment: Comment) -> None:
    page = desk.post(at("refuse", comment.pk), {"reason": a_reason(in_use=False).pk})

    assert (page.status_code, fresh(comment).state) == (422, State.WAITING)


def test_words_are_edited_out_and_the_rest_is_public(desk: Client, comment: Comment) -> None:
    text = "Der Minister ist […], mit Verlaub."

    desk.post(at("cut", comment.pk), {"reason": a_reason().pk, "text": text})

    assert (fresh(comment).state, fresh(comment).text) == (State.PUBLIC, text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister ist klug, mit Verlaub.",
        "Der Minister ist […] klug, mit Verlaub.",
        "mit Verlaub, […] Der Minister",
        FEIND,
        FEIND + " […] Und mehr.",
    ],
)
def test_nobody_puts_words_into_a_writers_mouth(desk: Client, comment: Comment, text: str) -> None:
    page = desk.post(at("cut", comment.pk), {"reason": a_reason().pk, "text": text})

    assert (page.status_code, fresh(comment).text) == (422, FEIND)
    assert page.context["given"]["text"] == text


def test_what_is_held_is_given_back_and_comes_last(desk: Client, article: Article) -> None:
    first, second = sent(article), sent(article, now=NOW + MINUTE)

    answer = desk.post(at("hold", first.pk))
    then = desk.post(at("approve", second.pk))

    case = open_cases(first)[0]
    assert at("comment", second.pk) in answer["Location"]
    assert (case.cause, then["Location"].split("?")[0]) == (Case.Cause.HELD, at("index"))


def test_skipping_decides_nothing(desk: Client, article: Article) -> None:
    first, second = sent(article), sent(article, now=NOW + MINUTE)
    desk.get(at("comment", first.pk))

    answer = desk.post(at("skip", first.pk))

    assert answer["Location"] == at("comment", second.pk)
    assert (open_cases(first)[0].claimed_by, Entry.objects.count()) == (None, 0)


def test_picking_what_waits_lets_it_through(desk: Client, comment: Comment) -> None:
    desk.post(at("pick", comment.pk))

    assert fresh(comment).picked_at is not None
    assert [entry.deed for entry in Entry.objects.order_by("pk")] == [Deed.APPROVE, Deed.PICK]


def test_a_pick_is_taken_back(desk: Client, article: Article) -> None:
    comment = published(article)
    desk.post(at("pick", comment.pk))

    desk.post(at("unpick", comment.pk))

    assert fresh(comment).picked_at is None


def test_one_click_undoes_a_decision(desk: Client, comment: Comment) -> None:
    desk.post(at("approve", comment.pk))
    entry = Entry.objects.get()

    answer = desk.post(at("undo", entry.pk))

    assert answer["Location"] == at("comment", comment.pk)
    assert len(open_cases(comment)) == 1
    assert fresh(comment).is_public is False


@pytest.mark.parametrize("deed", ["approve", "refuse", "cut", "hold", "pick"])
def test_what_somebody_else_works_on_cannot_be_decided(
    desk: Client, comment: Comment, deed: str
) -> None:
    colleague = a_moderator()
    claim(case_id=Case.objects.get().pk, by=colleague, now=timezone.now())
    form = {"reason": a_reason().pk, "text": "Der Minister ist […]", "facts": "Geduldig getippt."}

    page = desk.post(at(deed, comment.pk), form)

    assert (page.status_code, fresh(comment).state) == (409, State.WAITING)
    assert str(colleague) in str(page.context["error"])
    assert Case.objects.get().claimed_by == colleague


def test_what_has_changed_since_it_was_seen_is_not_decided(desk: Client, comment: Comment) -> None:
    Comment.objects.filter(pk=comment.pk).update(turn=comment.turn + 1)

    page = desk.post(at("approve", comment.pk), {"seen": comment.turn})

    assert (page.status_code, fresh(comment).state) == (409, State.WAITING)


def test_a_report_on_an_approved_comment_reaches_a_person(desk: Client, article: Article) -> None:
    comment = published(article)

    open_case(comment, Case.Cause.REPORT, NOW + MINUTE)
    rows = desk.get(at("index")).context["rows"]
    desk.post(at("approve", comment.pk))

    assert [row.comment.pk for row in rows] == [comment.pk]
    newest = Entry.objects.order_by("-pk")[0]
    assert (newest.deed, fresh(comment).state, open_cases(comment)) == (
        Deed.DISMISS,
        State.PUBLIC,
        [],
    )


def test_a_removed_comment_can_come_back(desk: Client, article: Article) -> None:
    comment = published(article)
    desk.post(at("refuse", comment.pk), {"reason": a_reason().pk})

    desk.post(at("approve", comment.pk))

    assert fresh(comment).state == State.PUBLIC
    assert Statement.objects.get().withdrawn_at is not None


def test_working_on_it_keeps_it(desk: Client, comment: Comment, moderator: User) -> None:
    answer = desk.post(at("renew", comment.pk))
    other = browser(a_moderator()).post(at("renew", comment.pk))

    assert (answer.status_code, answer.json()) == (200, {"seconds": 600})
    assert (other.status_code, Case.objects.get().claimed_by) == (409, moderator)


def test_what_was_decided_meanwhile_cannot_be_kept(desk: Client, article: Article) -> None:
    answer = desk.post(at("renew", published(article).pk))

    assert (answer.status_code, answer.json()) == (
        409,
        {"refused": "Das hat inzwischen jemand entschieden: Der Kommentar ist jetzt „öffentlich“."},
    )


def test_a_discussion_is_closed_with_a_reason_and_opened_again(
    desk: Client, comment: Comment
) -> None:
    number = comment.thread_id

    desk.post(at("close", number), {"reason_told": "Die Redaktion prüft."})
    closed = RuleSet.objects.get(scope="page", key=number).plain["closed"]["reason"]
    desk.post(at("reopen", number))

    assert closed == "Die Redaktion prüft."
    assert RuleSet.objects.get(scope="page", key=number).plain == {}
    assert list(Entry.objects.order_by("pk").values_list("deed", flat=True)) == [
        Deed.CLOSE,
        Deed.REOPEN,
    ]


def test_closing_needs_a_reason(desk: Client, comment: Comment) -> None:
    desk.post(at("close", comment.thread_id), {"reason_told": "  "})

    assert not RuleSet.objects.filter(scope="page").exists()


def test_a_note_about_a_comment_stays_with_the_team(desk: Client, comment: Comment) -> None:
    desk.post(at("jot", comment.pk), {"text": "Mit der Chefredaktion reden."})

    assert Note.objects.get(comment=comment).text == "Mit der Chefredaktion reden."


@pytest.mark.parametrize("deed", ["comment", "renew", "approve", "jot", "undo", "close"])
def test_what_is_not_there_is_not_found(desk: Client, deed: str) -> None:
    address = at(deed, 999_999)
    answer = desk.get(address) if deed == "comment" else desk.post(address)

    assert answer.status_code == 404
