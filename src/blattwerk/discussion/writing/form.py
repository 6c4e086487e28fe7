"""The form as one reader finds it now."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.accounts.sanctions import in_force
from blattwerk.common.numbered import number_in
from blattwerk.discussion.change import EDITABLE, may_edit
from blattwerk.discussion.current import state_now
from blattwerk.discussion.errors import DiscussionError, NoName, Sanctioned
from blattwerk.discussion.models import Comment
from blattwerk.discussion.rules.state import State
from blattwerk.discussion.switches import switches
from blattwerk.discussion.text import length
from blattwerk.discussion.told import notice
from blattwerk.discussion.wish import wants_mail_on_reply
from blattwerk.discussion.worded import own_words, worded
from blattwerk.discussion.writing.answers import form_of
from blattwerk.discussion.writing.errors import Incomplete, NotKept, Outdated
from blattwerk.discussion.writing.gate import admitted, door
from blattwerk.discussion.writing.kept import Kept, kept_for
from blattwerk.discussion.writing.sent import TRAP, Sent, fresh_key, stamp

QUOTED = 200  # letters of a quote, so that room is left for an answer
RULES_SHOWN = 400
TYPED_BEFORE = timedelta(minutes=1)  # what was kept may be sent without a pause
NEWEST = 5  # own comments shown that readers cannot see yet


@dataclass(frozen=True)
class Own:
    """A reader's own comment and what may still be done to it."""

    comment: Comment
    editable_until: datetime | None


@dataclass(frozen=True)
class Form:
    """What the template shows. `step` is `open`, or what must come first."""

    page: Page
    reader: str  # their number; "" signed out
    step: str  # open, closed, sign-in, name, terms, sanctioned
    state: str
    notice: str
    longest: int
    rules: str
    key: UUID
    stamp: str
    trap: str = TRAP
    door: str = ""
    sentence: str = ""  # why it cannot be sent now
    text: str = ""
    parent: Comment | None = None
    was_kept: bool = False
    is_lost: bool = False  # what is not copied from here
    mail_on_reply: bool = False
    own: list[Own] = field(default_factory=list)
    written: Own | None = None
    deleted: int | None = None
    error: str = ""

    @property
    def left(self) -> int:
        """Letters, as people count them, that still fit."""
        return self.longest - length(self.text.strip())


def form_for(
    request: HttpRequest,
    page: Page,
    now: datetime,
    *,
    sent: Sent | None = None,
    error: DiscussionError | None = None,
) -> Form:
    """The form under a page, empty, or as it was `sent` and refused with `error`."""
    reader = request.user if request.user.is_authenticated else None
    state = state_now(page, now)
    step, why = _step(request.user, state, now)
    kept = None if sent else kept_for(request.session, page.pk)
    parent = _parent(page.pk, _parent_id(request, sent, kept))
    return Form(
        page=page,
        reader=str(reader.pk) if reader else "",
        step=step,
        state=worded(state, now),
        notice=notice(state),
        longest=switches().longest,
        rules=house_rules(),
        key=(sent and sent.key) or fresh_key(),
        stamp=_stamp(sent, kept, error, now),
        door=door(why, form_of(page.pk, f"antwort={parent.pk}" if parent else "")) if why else "",
        sentence=str(why or ""),
        text=_text(request, sent, kept, parent),
        parent=parent,
        was_kept=kept is not None,
        is_lost=isinstance(error, NotKept),
        mail_on_reply=wants_mail_on_reply(reader) if reader else False,
        own=_own(reader, page.pk, now) if reader else [],
        written=_written(request, reader, now) if reader else None,
        deleted=number_in(request.GET.get("geloescht")),
        error=str(error or ""),
    )


def step_now(
    user: User | AnonymousUser, page: Page, now: datetime
) -> tuple[str, DiscussionError | None]:
    """`open`, or what must come first, and why."""
    return _step(user, state_now(page, now), now)


def house_rules() -> str:
    """The rules in the desk's own words, their beginning; "" where it has written none."""
    return _shortened(own_words("rules").strip().split("\n\n")[0], RULES_SHOWN)


def quoted(text: str) -> str:
    """A comment's text as lines that begin with `> `, shortened; what itself is quoted is not."""
    own = "\n".join(line for line in text.split("\n") if not line.startswith(">")).strip()
    lines = _shortened(own, QUOTED).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"


def own(comment: Comment, now: datetime) -> Own:
    """With the moment until which its words may be changed, if that is still to come."""
    return Own(comment, comment.sent_at + EDITABLE if may_edit(comment, now) else None)


def _step(
    user: User | AnonymousUser, state: State, now: datetime
) -> tuple[str, DiscussionError | None]:
    if not state.accepts:
        return "closed", None
    try:
        reader = admitted(user)
    except NoName as error:
        return "name", error
    except DiscussionError as error:
        return "terms" if user.is_authenticated else "sign-in", error
    if (sanction := in_force(reader.sanctions.all(), now)) is not None:
        return "sanctioned", Sanctioned(sanction.reason, sanction.ends_at)
    return "open", None


def _stamp(
    sent: Sent | None, kept: Kept | None, error: DiscussionError | None, now: datetime
) -> str:
    """Of when it was first shown, as long as that holds."""
    if sent and sent.stamp and not isinstance(error, (Incomplete, Outdated)):
        return sent.stamp
    return stamp(now - TYPED_BEFORE if kept else now)


def _parent_id(request: HttpRequest, sent: Sent | None, kept: Kept | None) -> int | None:
    if sent:
        return sent.parent_id
    return number_in(request.GET.get("antwort")) or (kept.parent_id if kept else None)


def _parent(number: int, parent_id: int | None) -> Comment | None:
    """The comment that is answered, as long as it can be read."""
    if parent_id is None:
        return None
    public = Comment.objects.public().select_related("writer")
    return public.filter(pk=parent_id, thread_id=number).first()


def _text(
    request: HttpRequest, sent: Sent | None, kept: Kept | None, parent: Comment | None
) -> str:
    if sent:
        return sent.text
    quote = quoted(parent.text) if parent and request.GET.get("zitat") == "1" else ""
    if kept is None:
        return quote
    return kept.text if quote.strip() in kept.text else f"{kept.text}\n\n{quote}"


def _own(reader: User, number: int, now: datetime) -> list[Own]:
    """What the reader wrote here that others cannot read yet, the newest first."""
    hidden = (Comment.State.WAITING, Comment.State.HELD)
    rows = Comment.objects.filter(writer=reader, thread_id=number, state__in=hidden)
    return [own(comment, now) for comment in rows.order_by("-sent_at")[:NEWEST]]


def _written(request: HttpRequest, reader: User, now: datetime) -> Own | None:
    """The comment that was sent just now."""
    number = number_in(request.GET.get("gesendet"))
    if number is None:
        return None
    comment = Comment.objects.filter(pk=number, writer=reader).first()
    return own(comment, now) if comment else None


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[:most].rsplit(None, 1)[0].rstrip(",;:–- ") + " …"
