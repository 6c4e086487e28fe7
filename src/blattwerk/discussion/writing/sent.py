"""What a form sent, read; and the marks in it that tell people from machines."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.core import signing
from django.http import HttpRequest, QueryDict

from blattwerk.common.numbered import number_in
from blattwerk.discussion.text import cleaned
from blattwerk.discussion.writing.errors import Incomplete, Outdated, TooQuick, Trapped

SALT = "discussion.form"
QUICKEST = 2.0  # seconds from the form to a comment; nobody writes and reads over sooner
HOLDS = timedelta(days=1)  # a form; or else one is enough for a machine for good
TRAP = "betreff"  # a field nobody sees: who fills it in is a machine


def stamp(now: datetime) -> str:
    """When the form was shown, signed."""
    return signing.Signer(salt=SALT).sign(f"{now.timestamp():.1f}")


@dataclass(frozen=True)
class Sent:
    """The form as it came. `mail_on_reply` is None where the reader left the wish as it was."""

    text: str
    key: UUID | None
    parent_id: int | None = None
    misses_parent: bool = False  # it named a parent that can be none
    stamp: str = ""
    trap: str = ""
    mail_on_reply: bool | None = None

    @classmethod
    def out_of(cls, request: HttpRequest) -> Self:
        """Reads anything; what is wrong with it is told later."""
        fields = request.POST
        named = fields.get("antwort", "")
        parent = number_in(named)
        return cls(
            text=fields.get("text", "").replace("\0", ""),
            key=_uuid(fields.get("key", "")),
            parent_id=parent,
            misses_parent=bool(named) and parent is None,
            stamp=fields.get("stempel", ""),
            trap=fields.get(TRAP, ""),
            mail_on_reply=_wish(fields),
        )

    def check(self, now: datetime, *, by_script: bool) -> None:
        """Raises Incomplete, Trapped, TooQuick, Outdated. The API's programs show no form."""
        if self.key is None:
            raise Incomplete
        if self.trap:
            raise Trapped
        if not by_script:
            _check_time(self.stamp, now)

    def key_for(self, number: int) -> UUID:
        """Of this text under this page: a form sent twice is one comment, but with other words,
        after going back, another one."""
        said = f"{number}/{self.parent_id or 0}/{cleaned(self.text)}"
        return uuid5(self.key or NAMESPACE_URL, said)


def fresh_key() -> UUID:
    """For a form that is shown."""
    return uuid4()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _wish(fields: QueryDict) -> bool | None:
    """The wish, where the box is other than it was when the form was shown."""
    if "antworten_bisher" not in fields:
        return None
    wanted = "antworten" in fields
    return None if wanted == (fields["antworten_bisher"] == "1") else wanted


def _check_time(stamped: str, now: datetime) -> None:
    try:
        shown = float(signing.Signer(salt=SALT).unsign(stamped))
    except signing.BadSignature as error:
        raise Incomplete from error
    since = now.timestamp() - shown
    if 0 <= since < QUICKEST:  # a clock set back stops nobody
        raise TooQuick
    if since > HOLDS.total_seconds():
        raise Outdated
