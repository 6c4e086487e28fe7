"""Word lists in and out: a table (CSV) with the columns of `COLUMNS`, or one phrase a line."""

import csv
import io
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from blattwerk.discussion.list_word import FIELDS, Word
from blattwerk.discussion.models import Phrase
from blattwerk.discussion.wordlist import ANY, parts

COLUMNS = ("phrase", *FIELDS[1:])
YES = {"": True, "1": True, "ja": True, "yes": True, "true": True}
NO = {"0": False, "nein": False, "no": False, "false": False}
BETWEEN = "|"  # of exceptions in one field
LONGEST, LONGEST_NOTE, MOST_BYTES = 120, 200, 2_000_000
MOST_SIGNS = 10_000  # of a line
FEWEST_LETTERS = 2


@dataclass(frozen=True)
class Bad:
    """A line that was not: its number, what it says, and what is wrong with it."""

    number: int
    line: str
    why: str


def written(phrases: Iterable[Phrase]) -> str:
    """The list as a table. Spreadsheets take a leading `=`, `+`, `-`, `@` for a formula: it is
    written behind an apostrophe, which reading takes off again."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in phrases:
        fields = [row.text, _yes(row.inflected), BETWEEN.join(row.exceptions), row.note]
        table.writerow([_safe(field) for field in (*fields, _yes(row.in_use))])
    return "\ufeff" + out.getvalue()


def text_of(file: Any, typed: str) -> str:
    """What was sent, as text; Windows' old spelling is understood.

    Raises ValidationError with a sentence for more than a list may have.
    """
    if file is None:
        return typed.replace("\0", "")
    raw: bytes = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise ValidationError(
            _("The file is larger than %(most)d MB; divide it and read in one part after another.")
            % {"most": MOST_BYTES // 1_000_000}
        )
    try:
        return raw.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").replace("\0", "")


def read(text: str) -> tuple[list[Word], list[Bad]]:
    """Each line understood, or with a sentence that says why not; empty ones and `#` count not."""
    good: list[Word] = []
    bad: list[Bad] = []
    seen: set[str] = set()
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#") or _is_heading(line):
            continue
        try:
            row = _row(line, seen)
        except ValidationError as error:
            bad.append(Bad(number, line, " ".join(error.messages)))
        else:
            seen.add(row.text)
            good.append(row)
    return good, bad


def check_phrase(text: str) -> None:
    """Raises ValidationError with a sentence."""
    if len(text) > LONGEST:
        raise ValidationError(_("A phrase has %(most)d characters at most.") % {"most": LONGEST})
    words = parts(text)
    if not words or any(len(word.replace(ANY, "")) < FEWEST_LETTERS for word in words[:1]):
        raise ValidationError(
            _("Give it two letters at least; otherwise it would be found everywhere.")
        )


def _row(line: str, seen: Collection[str]) -> Word:
    if len(line) > MOST_SIGNS:
        raise ValidationError(_("A phrase has %(most)d characters at most.") % {"most": LONGEST})
    fields = next(csv.reader([line], delimiter=_delimiter(line)), [])
    fields = [_bare(field) for field in fields]
    if len(fields) > len(COLUMNS):
        raise ValidationError(
            _("It has %(count)d fields, %(most)d are possible; put text with a “;” into quotes.")
            % {"count": len(fields), "most": len(COLUMNS)}
        )
    text, inflected, exceptions, note, in_use = [*fields, "", "", "", "", ""][:5]
    check_phrase(text)
    if text in seen:
        raise ValidationError(_("It stands in an earlier line already."))
    if len(note) > LONGEST_NOTE:
        raise ValidationError(_("A note has %(most)d characters at most.") % {"most": LONGEST_NOTE})
    excused = tuple(" ".join(each.split()) for each in exceptions.split(BETWEEN) if parts(each))
    return Word(text, _bool(inflected), excused, note, _bool(in_use))


def _delimiter(line: str) -> str:
    return "\t" if "\t" in line else ";"


def _is_heading(line: str) -> bool:
    return _bare(line.replace('"', "").split(";")[0].split("\t")[0]).lower() == COLUMNS[0]


def _bool(field: str) -> bool:
    found = {**YES, **NO}.get(field.lower())
    if found is None:
        raise ValidationError(_("“%(field)s” is neither “ja” nor “nein”.") % {"field": field[:40]})
    return found


def _yes(value: bool) -> str:
    return "ja" if value else "nein"


def _safe(field: str) -> str:
    return f"'{field}" if field[:1] in ("=", "+", "-", "@", "\t") else field


def _bare(field: str) -> str:
    kept = " ".join(field.split())
    return kept[1:] if kept[:2] in ("'=", "'+", "'-", "'@") else kept
