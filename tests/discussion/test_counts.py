"""Whatever people do in whatever order, the counts are right and places are kept."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from blattwerk.discussion.change import delete_comment, edit_comment
from blattwerk.discussion.decide import approve, cut, hold, pick, refuse
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.log import broken_seals
from blattwerk.discussion.models import Case, Comment, Entry, Thread
from blattwerk.discussion.undo import undo
from blattwerk.newsroom.models import Section
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    an_article_to_discuss,
    ruled,
    sent,
)
from tests.printed_paper import plate

State = Comment.State
usual = settings.default.max_examples  # sixty in the suite, five hundred as a proof
DEEDS = ("send", "reply", "approve", "refuse", "hold", "cut", "pick", "edit", "delete", "undo")
steps = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 5)), max_size=14)


@pytest.mark.usefixtures("db")
class Counts(TestCase):
    """Random courses of a discussion."""

    @settings(max_examples=usual // 4, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps, st.booleans())
    def test_counts_cases_and_seals_are_right(
        self, course: list[tuple[str, int]], at_once: bool
    ) -> None:
        discussed = Discussed(at_once=at_once)
        for turn, (deed, which) in enumerate(course):
            with suppress(DiscussionError):
                discussed.do(deed, which, turn)

        discussed.check()


class Discussed:
    """A thread with two writers and a team."""

    def __init__(self, *, at_once: bool) -> None:
        plate().print()
        if at_once:
            ruled(AT_ONCE)
        self.page = an_article_to_discuss(Section.objects.get(slug="ausland"))
        self.team, self.reason = a_moderator(), a_reason()
        self.writers = [a_reader(), a_reader()]

    def do(self, deed: str, which: int, turn: int) -> None:
        now = NOW + turn * MINUTE
        comments = list(Comment.objects.select_related("writer").order_by("pk"))
        if deed in ("send", "reply") or not comments:
            parent = comments[which % len(comments)].pk if comments and deed == "reply" else None
            said = f"Gedanke {'abcdefghijklmn'[turn]}"
            writer = self.writers[turn % 2]
            sent(self.page, said, writer=writer, parent_id=parent, now=now)
            return
        comment = comments[which % len(comments)]
        known: dict[str, Any] = {"comment_id": comment.pk, "by": self.team, "now": now}
        own = {**known, "by": comment.writer}
        text = f"Anders {'abcdefghijklmn'[turn]} […]"
        deeds: dict[str, Callable[[], object]] = {
            "approve": lambda: approve(**known),
            "refuse": lambda: refuse(reason=self.reason, **known),
            "hold": lambda: hold(**known),
            "cut": lambda: cut(text=text, reason=self.reason, **known),
            "pick": lambda: pick(**known),
            "edit": lambda: edit_comment(text=text, **own),
            "delete": lambda: delete_comment(**own),
            "undo": lambda: self.undo_last(comment, turn),
        }
        deeds[deed]()

    def undo_last(self, comment: Comment, turn: int) -> None:
        last = Entry.objects.filter(comment=comment).first()
        if last is not None:
            undo(entry_id=last.pk, by=self.team, now=NOW + turn * MINUTE)

    def check(self) -> None:
        rows = list(Comment.objects.all())
        thread = Thread.objects.filter(pk=self.page.pk).first()
        public = [row for row in rows if row.state == State.PUBLIC]
        assert (thread.comments if thread else 0) == len(public)
        open_for = list(Case.objects.filter(closed_at=None).values_list("comment_id", flat=True))
        assert len(open_for) == len(set(open_for))
        waiting = {row.pk for row in rows if row.state in (State.WAITING, State.HELD)}
        assert waiting <= set(open_for)
        for root in (row for row in rows if row.root_id is None):
            places = [row.place for row in rows if row.root_id == root.pk and row.place]
            assert sorted(places) == list(range(1, root.replies + 1))
        assert all((row.public_at is None) == (row.place is None) for row in rows if row.root_id)
        assert list(broken_seals()) == []
