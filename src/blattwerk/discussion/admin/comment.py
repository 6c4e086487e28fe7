"""One comment with all one needs to decide it."""

from typing import Any, override

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now

from blattwerk.discussion.admin import marking, queries
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.admin.queue import done_just_now
from blattwerk.discussion.admin.reasons import reasons_in_use
from blattwerk.discussion.admin.told import percent, places_of, span
from blattwerk.discussion.claim import FOR, claim
from blattwerk.discussion.close import closing_of
from blattwerk.discussion.errors import Claimed, DiscussionError
from blattwerk.discussion.help.in_use import in_use
from blattwerk.discussion.help.model import Look
from blattwerk.discussion.models import Case, Comment, Entry, Version
from blattwerk.discussion.switches import switches
from blattwerk.discussion.undo import UNDOABLE
from blattwerk.discussion.words import places

HELD_SECONDS = int(FOR.total_seconds())


class CommentPage(DeskPage):
    """`/redaktion/kommentare/kommentar/<number>/`; opening it takes its case for ten minutes."""

    template_name = "discussion/admin/comment.html"
    here = "forumdesk:index"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        self.number = number
        self.take()
        return self.show()

    def take(self) -> None:
        """Claim the open case, if there is one and nobody else has it."""
        self.refused: Claimed | None = None
        if self.case is not None:
            try:
                claim(case_id=self.case.pk, by=self.user, now=self.now)
            except Claimed as taken:
                self.refused = taken
            except DiscussionError:
                del self.case  # decided in this very moment

    def show(self, *, error: DiscussionError | None = None) -> HttpResponse:
        """The page; where a deed was refused, with its words as they were sent."""
        context = self.get_context_data(
            error=error,
            given=self.request.POST,
            **self._about(),
            **self._deeds(),
            **self._help(),
        )
        return self.render_to_response(context)

    @cached_property
    def comment(self) -> Comment:
        rows = Comment.objects.select_related("thread", "writer", "parent__writer", "root__writer")
        comment = rows.filter(pk=self.number).first()
        if comment is None:
            raise Http404
        return comment

    @cached_property
    def case(self) -> Case | None:
        return Case.objects.filter(comment=self.comment, closed_at=None).first()

    def _about(self) -> dict[str, Any]:
        comment, case = self.comment, self.case
        before, later = queries.around(comment)
        written_before = Version.objects.filter(comment=comment).select_related("by")
        return {
            "comment": comment,
            "case": case,
            "place": places_of([comment.thread])[comment.thread_id],
            "closed": closing_of(comment.thread_id),
            "waits": span(self.now - case.opened_at) if case else "",
            "before": before,
            "later": later,
            "record": queries.record_of(comment.writer, self.now) if comment.writer else None,
            "items": queries.open_items([comment.pk]).get(comment.pk, []),
            "notes": list(comment.notes.select_related("by")[:10]),
            "versions": list(written_before[:10]),
        }

    def _deeds(self) -> dict[str, Any]:
        state, history = self.comment.state, queries.history_of(self.comment)
        mine = self.refused is None
        return {
            "refused": self.refused,
            "decidable": mine and state in Comment.STANDING,
            "restorable": mine and state in Comment.RESTRICTED,
            "taken_away": mine and state in Comment.TAKEN_BACK and self.case is not None,
            "reasons": reasons_in_use(),
            "history": history,
            "undoable": _undoable(history),
            "done": done_just_now(self.request.GET.get("getan"), self.user),
            "held_seconds": HELD_SECONDS,
        }

    def _help(self) -> dict[str, Any]:
        text, help_on = self.comment.text, switches().help_on
        look: Look | None = in_use().look(text) if text and help_on else None
        return {
            "pieces": marking.pieces(text, look, places(text)),
            "weighed": marking.weighed(look),
            "score": percent(look.score) if look else None,
            "help_on": help_on,
        }

    @override
    def get_page_subtitle(self) -> str:
        return _now("Comment %(number)d") % {"number": self.comment.pk}


def _undoable(history: list[Entry]) -> int | None:
    """The newest entry, where it can be taken back: nothing was decided on top of it."""
    if not history or history[0].deed not in UNDOABLE or hasattr(history[0], "undone_by"):
        return None
    return history[0].pk
