"""Bring one page dump in: published at once where it is complete, else waiting for an editor."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from blattwerk.importing import dump
from blattwerk.importing.doubts import Doubt, Noted, doubts_of
from blattwerk.importing.models import Fingerprint, Item
from blattwerk.importing.piece import Piece, piece_of
from blattwerk.importing.queries import section_called
from blattwerk.importing.recognise import fingerprints, known_item
from blattwerk.importing.stored import to_store
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.write import write_article

LONGEST_TITLE, FIRST_WORDS = 200, 60
# What the paper itself can answer better than the reader of the dump.
_JUDGED_HERE = {"NO_HEADLINE", "NO_DATE", "NO_SECTION", "UNKNOWN_SECTION", "NO_TEXT"}


class Result(TextChoices):
    """What became of a text, in the words that follow a count."""

    PUBLISHED = "published", pgettext_lazy("after a count", "published")
    WAITING = "waiting", pgettext_lazy("after a count", "waiting for an editor")
    KNOWN = "known", pgettext_lazy("after a count", "already here")
    REFUSED = "refused", pgettext_lazy("after a count", "refused")


@dataclass(frozen=True)
class Outcome:
    """What became of a text, with a sentence for whoever brought it; empty when published."""

    result: Result
    reason: str = ""
    item: Item | None = None
    article: Article | None = None


def bring_in(
    *, raw: bytes | str, origin: str, user: Any = None, now: datetime | None = None
) -> Outcome:
    """Read a page dump and store it, all or nothing. What is refused leaves no trace.

    `origin` says where it came from, such as a file's name. The same text, or the same article on
    another page, comes in once; of two imports at the same moment the database lets one through.
    """
    try:
        text = dump.decode(_bytes(raw))
    except dump.DumpRefused as error:
        return Outcome(Result.REFUSED, str(error))
    reading = dump.read_dump(text)
    if reading.kind == "refused":
        return Outcome(Result.REFUSED, reading.reason or "")
    piece = piece_of(reading, section=section_called(reading.section))
    digests = fingerprints(text, piece)
    if known := known_item(digests):
        return _known(known)
    doubts = _doubts(reading, piece, now or timezone.now())
    item = Item(
        title=_title(piece, text),
        origin=printable(origin)[-300:],
        text=text,
        reading=to_store(reading),
        doubts=doubts,
        kind=reading.kind,
    )
    try:
        return _take_in(item, piece, digests, user)
    except IntegrityError:
        if known := known_item(digests):
            return _known(known)
        raise


def _bytes(raw: bytes | str) -> bytes:
    """Text goes the way of bytes, so that it is cleaned alike."""
    try:
        return raw.encode() if isinstance(raw, str) else raw
    except UnicodeEncodeError as error:
        raise dump.DumpEncodingBroken from error


@transaction.atomic
def _take_in(item: Item, piece: Piece, digests: list[str], user: Any) -> Outcome:
    item.save()
    Fingerprint.objects.bulk_create(Fingerprint(digest=digest, item=item) for digest in digests)
    if item.doubts or piece.section is None:
        return Outcome(Result.WAITING, " ".join(item.reasons), item)
    article = write_article(section=piece.section, manuscript=piece.manuscript(), user=user)
    item.article = article
    item.state = Item.State.PUBLISHED
    item.save(update_fields=["article", "state"])
    return Outcome(Result.PUBLISHED, item=item, article=article)


def _doubts(reading: dump.Reading, piece: Piece, now: datetime) -> list[Noted]:
    if reading.kind == Item.Kind.INDEX:
        return [(Doubt.INDEX.value, "")]
    others = [doubt for doubt in reading.doubts if doubt.name not in _JUDGED_HERE]
    return doubts_of(piece, now=now) + [(Doubt.OTHER.value, str(doubt)) for doubt in others]


def _known(item: Item) -> Outcome:
    came_in = date_format(timezone.localtime(item.came_in_at), "SHORT_DATETIME_FORMAT")
    said = _("This came in before, on %(when)s (%(state)s).") % {
        "when": came_in,
        "state": item.get_state_display(),
    }
    return Outcome(Result.KNOWN, said, item, item.article)


def _title(piece: Piece, text: str) -> str:
    if headline := piece.headline.strip():
        return headline if len(headline) <= LONGEST_TITLE else f"{headline[: LONGEST_TITLE - 1]}…"
    words = " ".join(text[:1000].split())
    return words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS].rpartition(' ')[0]} …"


def printable(name: str) -> str:
    """A file's name without what cannot be stored, or would be shown other than it is."""
    return "".join(character for character in name if unicodedata.category(character)[0] != "C")
