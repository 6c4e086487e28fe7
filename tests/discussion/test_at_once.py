"""Two of the team in the same moment, and writers beside a writer who is busy."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import translation

from blattwerk.accounts.models import User
from blattwerk.discussion.change import edit_comment
from blattwerk.discussion.claim import claim_next
from blattwerk.discussion.decide import approve, refuse
from blattwerk.discussion.errors import AlreadyDecided, CannotReply, ClosedNow, SaidAlready
from blattwerk.discussion.models import Case, Comment, Entry, PinnedLead, Statement, Thread
from blattwerk.discussion.pages.closing import MOST_LEADS
from blattwerk.discussion.ruling.errors import TooManyLeads
from blattwerk.discussion.ruling.of_page import pin_lead
from blattwerk.discussion.write import write_comment
from blattwerk.discussion.writer import durably
from blattwerk.newsroom.models import Article, Section
from tests.at_once import PATIENCE, at_once
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    an_article_to_discuss,
    fresh,
    ruled,
    sent,
)

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("shared_database"),
]
TEAM = 8


def test_eight_who_take_the_next_case_at_once_each_get_another(article: Article) -> None:
    cases = {Case.objects.get(comment=sent(article)).pk for _number in range(TEAM)}
    team = [a_moderator() for _number in range(TEAM)]

    taken = at_once(*[lambda by=by: claim_next(by=by, now=NOW) for by in team])

    assert sorted(case.pk for case in taken) == sorted(cases)
    assert [case.claimed_by for case in taken] == team


def test_of_two_who_decide_differently_at_once_one_is_told_so(article: Article) -> None:
    comment = sent(article)
    first, second, reason = a_moderator(), a_moderator(), a_reason()
    seen = {"comment_id": comment.pk, "now": NOW, "seen": comment.turn}

    given = at_once(
        lambda: approve(by=first, **seen),
        lambda: refuse(by=second, reason=reason, **seen),
        may_refuse=(AlreadyDecided,),
    )

    assert sorted(type(each).__name__ for each in given) == ["AlreadyDecided", "Entry"]
    assert [each for each in given if isinstance(each, Entry)] == list(Entry.objects.all())
    rejected = fresh(comment).state == Comment.State.REJECTED
    assert Statement.objects.count() == int(rejected)


def test_six_who_pin_at_once_pin_no_more_than_a_discussion_leads_to(article: Article) -> None:
    section, lead = Section.objects.get(slug="politik"), a_moderator(lead=True)
    others = [an_article_to_discuss(section) for _number in range(6)]

    at_once(
        *[lambda to=to: pin_lead(page=article, to=to, by=lead, now=NOW) for to in others],
        may_refuse=(TooManyLeads,),
    )

    assert PinnedLead.objects.filter(thread=article.pk).count() == MOST_LEADS


def test_what_is_sent_while_the_writer_is_busy_is_answered_each_by_itself(
    article: Article,
) -> None:
    ruled(AT_ONCE, scope="page", key=article.pk)
    people = [a_reader() for _number in range(6)]
    again = sent(article, writer=people[3])
    form, same, begun, go_on = uuid4(), uuid4(), Event(), Event()

    def busy() -> None:
        begun.set()
        assert go_on.wait(PATIENCE)

    def send(writer: User, text: str, key: UUID, language: str, **more: int) -> Comment:
        assert begun.wait(PATIENCE)
        with translation.override(language):
            return write_comment(
                page=article, writer=writer, text=text, key=key, now=NOW + MINUTE, **more
            )

    def soon() -> None:
        assert begun.wait(PATIENCE)
        Event().wait(0.5)  # all others stand in line by now
        go_on.set()

    _busy, _soon, twin, other_twin, english, german, lost, public = at_once(
        lambda: durably(busy),
        soon,
        lambda: send(people[0], "Zweimal geschickt.", form, "de"),
        lambda: send(people[0], "Zweimal geschickt.", form, "de"),
        lambda: send(people[3], again.text, same, "en"),
        lambda: send(people[3], again.text, same, "de"),
        lambda: send(people[4], "Auf nichts.", uuid4(), "de", parent_id=again.pk + 999),
        lambda: send(people[5], "Ganz neu.", uuid4(), "de"),
        may_refuse=(SaidAlready, CannotReply),
    )

    assert twin == other_twin
    assert (type(english), type(german), type(lost)) == (SaidAlready, SaidAlready, CannotReply)
    assert str(english) != str(german)
    came_out = [*Comment.objects.public().order_by("public_at").values_list("pk", "public_at")]
    assert {number for number, _moment in came_out} == {again.pk, twin.pk, public.pk}
    assert len({moment for _number, moment in came_out}) == len(came_out)
    assert Thread.objects.get(pk=article.pk).comments == len(came_out)
    assert {case.comment_id for case in Case.objects.all()} == {number for number, _at in came_out}


def test_an_edit_that_is_refused_waits_for_nobody(article: Article) -> None:
    writer = a_reader()
    comment = sent(article, writer=writer)
    ruled({"on": False}, scope="page", key=article.pk)
    begun, go_on = Event(), Event()

    def busy() -> bool:
        begun.set()
        return go_on.wait(PATIENCE)

    def somebody() -> bool:
        try:
            return durably(busy)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as others:
        other = others.submit(somebody)
        assert begun.wait(PATIENCE)
        try:
            with pytest.raises(ClosedNow):
                edit_comment(comment_id=comment.pk, by=writer, text="Anders.", now=NOW + MINUTE)
            assert not other.done()
        finally:
            go_on.set()
        assert other.result(PATIENCE)
