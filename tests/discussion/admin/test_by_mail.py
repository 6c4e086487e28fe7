"""Deciding by the link of a mail."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.discussion.admin import urgent
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.claim import claim
from blattwerk.discussion.models import Case, Comment, Entry, Letter, Statement, Switch
from tests.discussion.forum import NOW, a_moderator, a_reader, a_reason, fresh

State = Comment.State


@pytest.fixture
def case(comment: Comment) -> Case:
    return Case.objects.select_related("comment__thread").get(comment=comment)


@pytest.fixture
def link(case: Case, moderator: User) -> str:
    return f"/diskussion/moderation/{urgent.token_of(case, moderator)}/"


def test_looking_changes_nothing(client: Client, link: str, comment: Comment) -> None:
    page = client.get(link, headers={"host": "localhost"})

    assert (page.status_code, page["Cache-Control"]) == (200, "private, no-store")
    assert comment.text in page.content.decode()
    assert Case.objects.get().claimed_by is None


def test_a_moderator_decides_without_signing_in(
    client: Client, link: str, comment: Comment, moderator: User
) -> None:
    client.post(link, {"verdict": "approve"}, headers={"host": "localhost"})

    assert (fresh(comment).state, Entry.objects.get().by) == (State.PUBLIC, moderator)


def test_rejecting_needs_its_reason(client: Client, link: str, comment: Comment) -> None:
    form = {"verdict": "refuse", "facts": "Getippt."}
    refused = client.post(link, form, headers={"host": "localhost"})
    before = fresh(comment).state

    client.post(link, {**form, "reason": a_reason().pk}, headers={"host": "localhost"})

    assert (refused.status_code, before) == (422, State.WAITING)
    assert "Getippt." in refused.content.decode()
    assert (fresh(comment).state, Statement.objects.get().facts) == (State.REJECTED, "Getippt.")


def test_a_link_decides_once(client: Client, link: str, comment: Comment) -> None:
    client.post(link, {"verdict": "approve"}, headers={"host": "localhost"})

    again = client.post(
        link, {"verdict": "refuse", "reason": a_reason().pk}, headers={"host": "localhost"}
    )

    assert (again.status_code, fresh(comment).state) == (409, State.PUBLIC)


def test_a_link_is_for_the_comment_as_it_stood(client: Client, link: str, comment: Comment) -> None:
    Comment.objects.filter(pk=comment.pk).update(text="Ganz anders.", turn=comment.turn + 1)

    page = client.post(link, {"verdict": "approve"}, headers={"host": "localhost"})

    assert (page.status_code, fresh(comment).state) == (409, State.WAITING)


def test_who_left_the_team_decides_nothing(
    client: Client, link: str, comment: Comment, moderator: User
) -> None:
    moderator.user_permissions.clear()

    page = client.post(link, {"verdict": "approve"}, headers={"host": "localhost"})

    assert (page.status_code, fresh(comment).state) == (404, State.WAITING)


def test_a_forged_or_old_link_is_none(
    client: Client, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = link[:-3] + ("aa/" if not link.endswith("aa/") else "bb/")

    def asked(address: str) -> int:
        return client.get(address, headers={"host": "localhost"}).status_code

    new = (asked(forged), asked(link))
    monkeypatch.setattr(urgent, "LASTS", timedelta(seconds=-1))

    assert (new, asked(link)) == ((404, 200), 404)


def test_what_a_colleague_works_on_is_not_decided_by_mail(
    client: Client, link: str, case: Case, comment: Comment
) -> None:
    claim(case_id=case.pk, by=a_moderator(), now=timezone.now())

    page = client.post(link, {"verdict": "approve"}, headers={"host": "localhost"})

    assert (page.status_code, fresh(comment).state) == (409, State.WAITING)


def test_the_team_is_told_of_a_notice_once(comment: Comment, moderator: User) -> None:
    a_reader()
    open_case(comment, Case.Cause.NOTICE, NOW)

    urgent.tell_team(NOW)
    urgent.tell_team(NOW + timedelta(minutes=5))

    letter = Letter.objects.get()
    assert letter.reader == moderator
    assert urgent.link_of(urlsplit(letter.context["link"]).path.split("/")[-2]) is not None


def test_the_team_is_told_when_something_waits_too_long(comment: Comment, moderator: User) -> None:
    patience = timedelta(minutes=Switch().alarm_after)

    early = urgent.tell_team(NOW + patience)
    late = urgent.tell_team(NOW + patience + timedelta(minutes=1))
    again = urgent.tell_team(NOW + patience + timedelta(minutes=9))

    assert (early, late, again) == (0, 1, 0)
    assert Letter.objects.get().reader == moderator


def test_the_team_may_want_no_such_mail(comment: Comment, moderator: User) -> None:
    Switch.objects.create(pk=1, alarm_after=0)

    assert urgent.tell_team(NOW + timedelta(days=3)) == 0


def test_a_case_that_waited_and_becomes_grave_is_told_again(
    comment: Comment, moderator: User
) -> None:
    late = NOW + timedelta(minutes=Switch().alarm_after + 1)
    urgent.tell_team(late)
    open_case(comment, Case.Cause.DANGER, late)

    told = [urgent.tell_team(late + timedelta(minutes=minutes)) for minutes in (5, 10)]

    assert told == [1, 0]
    assert Letter.objects.latest("pk").reader == moderator


def test_a_grave_case_is_told_again_when_the_link_has_run_out(
    comment: Comment, moderator: User
) -> None:
    Switch.objects.create(pk=1, alarm_after=0)
    open_case(comment, Case.Cause.NOTICE, NOW)
    hours = (0, 23, 24)

    told = [urgent.tell_team(NOW + timedelta(hours=each)) for each in hours]

    assert told == [1, 0, 1]


def test_a_case_that_there_was_nobody_to_tell_of_is_told_later(comment: Comment) -> None:
    open_case(comment, Case.Cause.NOTICE, NOW)
    nobody = urgent.tell_team(NOW)
    a_moderator()

    assert (nobody, urgent.tell_team(NOW)) == (0, 1)
