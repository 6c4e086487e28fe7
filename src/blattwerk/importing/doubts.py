"""Why a text may not appear by itself. A doubt is stored as [code, detail], told as a sentence."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from blattwerk.importing.piece import Piece


class Doubt(TextChoices):
    """What can be missing or uncertain."""

    INDEX = (
        "index",
        _("This is an overview page with the beginnings of several articles, not one article."),
    )
    NO_HEADLINE = "no_headline", _("The headline is missing.")
    NO_DATE = "no_date", _("A certain date of publication is missing.")
    DATE_TO_COME = "date_to_come", _("The date of publication, %(detail)s, is still to come.")
    NO_SECTION = "no_section", _("The section is missing.")
    UNKNOWN_SECTION = "unknown_section", _("The paper has no section called “%(detail)s”.")
    NO_TEXT = "no_text", _("There is no text below the head.")
    LONG_KICKER = "long_kicker", _("The kicker is longer than %(detail)s characters.")
    LONG_HEADLINE = "long_headline", _("The headline is longer than %(detail)s characters.")
    LONG_NAME = "long_name", _("An author's name is longer than %(detail)s characters.")
    LONG_SOURCE = "long_source", _("The source is longer than %(detail)s characters.")
    LONG_SUBHEAD = "long_subhead", _("A subheading is longer than %(detail)s characters.")
    OTHER = "other", "%(detail)s"


FIELDS = {
    Doubt.NO_HEADLINE: "headline",
    Doubt.LONG_HEADLINE: "headline",
    Doubt.NO_DATE: "day",
    Doubt.DATE_TO_COME: "day",
    Doubt.NO_SECTION: "section",
    Doubt.UNKNOWN_SECTION: "section",
    Doubt.NO_TEXT: "body",
    Doubt.LONG_SUBHEAD: "body",
    Doubt.LONG_KICKER: "kicker",
    Doubt.LONG_NAME: "authors",
    Doubt.LONG_SOURCE: "source",
}
"""The form's field in which each doubt is settled."""

Noted = tuple[str, str]
_DRAFTS_MAY_LACK = (Doubt.NO_DATE, Doubt.NO_TEXT)
_LIMITS = {
    Doubt.LONG_KICKER: 160,
    Doubt.LONG_HEADLINE: 255,
    Doubt.LONG_NAME: 120,
    Doubt.LONG_SOURCE: 120,
    Doubt.LONG_SUBHEAD: 200,
}


def doubts_of(piece: Piece, *, now: datetime) -> list[Noted]:
    """What keeps this piece from being published; empty when it is complete."""
    return [*_missing(piece), *_to_come(piece, now), *_too_long(piece)]


def doubts_to_settle(piece: Piece, *, publish: bool, now: datetime) -> list[Noted]:
    """What an editor has to settle first; a draft may still lack its date and its text."""
    found = doubts_of(piece, now=now)
    return [doubt for doubt in found if publish or doubt[0] not in _DRAFTS_MAY_LACK]


def sentences(doubts: Sequence[Sequence[str]]) -> list[str]:
    """The doubts in the language of whoever reads them now."""
    return [_sentence(code, detail) for code, detail in doubts]


def by_field(doubts: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """The sentences under the fields they are about."""
    found: dict[str, list[str]] = {}
    for code, detail in doubts:
        field = FIELDS.get(Doubt(code)) if code in Doubt.values else None
        if field:
            found.setdefault(field, []).append(_sentence(code, detail))
    return found


def _missing(piece: Piece) -> list[Noted]:
    found: list[Noted] = []
    if not piece.headline.strip():
        found.append((Doubt.NO_HEADLINE.value, ""))
    if piece.published_at is None:
        found.append((Doubt.NO_DATE.value, ""))
    if piece.section is None:
        code = Doubt.UNKNOWN_SECTION if piece.section_name else Doubt.NO_SECTION
        found.append((code.value, piece.section_name))
    if not piece.lead.strip() and not piece.blocks:
        found.append((Doubt.NO_TEXT.value, ""))
    return found


def _to_come(piece: Piece, now: datetime) -> list[Noted]:
    if piece.published_at is None or piece.published_at <= now:
        return []
    when = timezone.localtime(piece.published_at)
    wanted = "DATE_FORMAT" if piece.day_only else "SHORT_DATETIME_FORMAT"
    return [(Doubt.DATE_TO_COME.value, date_format(when, wanted))]


def _too_long(piece: Piece) -> list[Noted]:
    texts = {
        Doubt.LONG_KICKER: [piece.kicker],
        Doubt.LONG_HEADLINE: [piece.headline],
        Doubt.LONG_NAME: piece.authors,
        Doubt.LONG_SOURCE: [piece.source],
        Doubt.LONG_SUBHEAD: piece.subheads,
    }
    return [
        (code.value, str(limit))
        for code, limit in _LIMITS.items()
        if any(len(text) > limit for text in texts[code])
    ]


def _sentence(code: str, detail: str) -> str:
    if code not in Doubt.values:
        return detail or code
    return str(Doubt(code).label) % {"detail": detail}
