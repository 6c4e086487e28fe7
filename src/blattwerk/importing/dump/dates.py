"""Printed dates: finding them, and telling the publication's from all others by their label."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

VIENNA = ZoneInfo("Europe/Vienna")

_MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "mär": 3, "mar": 3, "mrz": 3, "apr": 4, "mai": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uar|ner)?|jän(?:ner)?|feb(?:ruar|er)?|märz|mrz|mär|apr(?:il)?|mai|jun[io]?|jul[iy]?"
    r"|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?)"
)
_CLOCK = r"(?P<h{0}>[01]?\d|2[0-4])(?:[:.](?P<m{0}>[0-5]\d))(?::[0-5]\d)?(?:\s?(?:uhr|h)\b)?"
_HOUR = r"(?P<x{0}>[01]?\d|2[0-4])\s?(?:uhr|h)\b"
_AFTER = (
    r"(?:[\s,;|·•/–—-]{0,4}(?:um\s|ab\s)?\s?[(]?"
    rf"(?:{_CLOCK.format(1)}(?![\d.])|{_HOUR.format(1)}))?"
)
_BEFORE = rf"(?:(?:{_CLOCK.format(0)}|{_HOUR.format(0)})[\s,;|·•/–—-]{{1,4}}(?:am\s)?)?"
_DATE = re.compile(
    rf"""(?<![\w.])(?:
    (?P<iso_y>\d{{4}})-(?P<iso_m>\d{{2}})-(?P<iso_d>\d{{2}})
      (?:[T\s](?P<iso_h>\d{{2}}):(?P<iso_n>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?
      (?P<zone>Z|[+-]\d{{2}}:?\d{{2}})?)?(?![\d-])
    | {_BEFORE}(?:
        (?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>\d{{4}}|\d{{2}})(?![\d.:]?\d)
      | (?P<ds>\d{{1,2}})/(?P<ms>\d{{1,2}})/(?P<ys>\d{{4}})(?!\d)
      | (?P<dl>\d{{1,2}})\.?\s?(?P<ml>{_MONTH})\b\.?,?\s?(?P<yl>\d{{4}})(?!\d)
      ){_AFTER}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PUBLISHED = re.compile(
    r"veröffentlicht|publiziert|erschienen|erstellt|online\s(?:seit|gestellt|ab)|published|gepostet"
    r"|ersterscheinung|hochgeladen|geschrieben",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"aktualis|update|geändert|bearbeitet|\bstand\b|änderung|modified|\bakt\b|überarbeitet|upd\.",
    re.IGNORECASE,
)
# „13. 4. 2021 (aktualisiert)“; with a time of its own the word speaks of another date.
_CHANGED_BEHIND = re.compile(r"[\s,(]*aktualisiert[\s)]*", re.IGNORECASE)
_OTHER = re.compile(
    r"©|\(c\)|copyright|\bab\b|\bbis\b|termin|beginn|start|ziehung|wetter|geboren|gültig|seit \d"
    r"|heute ist|kommentar|posting|mitglied|abgerufen|aufgerufen|gelesen|nächste|"
    r"letzte[rs]? besuch",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|"
    r"sa|so)\b\.?,?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:veröffentlicht|publiziert|erschienen|erstellt|online|seit|gestellt|published|am|um|"
    r"vom|von heute"
    r"|den|uhr|datum|artikel|beitrag|zuletzt|letzte[sr]?|aktualisiert|aktualisierung|update|"
    r"stand|akt|geändert"
    r"|bearbeitet|änderung|mesz|mez|cest|cet|lesezeit|lesedauer|minuten?|min|h|ca)\b\.?:?|"
    r"\d+\s?(?:min\b\.?|')",
    re.IGNORECASE,
)
_SIGNS = " ,;:|·•/()[]–—-*+›>«»\t."
RELATIVE = re.compile(
    r"(?:aktualisiert |veröffentlicht )?vor (?:(?:etwa |ca\. )?(?:\d+|einer|einem|ein paar) "
    r"(?:sek|min|std|stund|tag|woch|monat|jahr)\w*\.?|kurzem)"
    r"|gerade eben|(?:online seit |veröffentlicht )?(?:heute|gestern)(?:,| um)? "
    r"\d{1,2}[:.]\d{2}(?: uhr)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stamp:
    """A printed date: the day, the time if printed, and what its label says it is."""

    day: date
    clock: time | None
    zone: timezone | None
    label: str  # "published", "changed", "other" or ""

    def iso(self) -> str:
        """ISO 8601 in Vienna's offset; a date printed without time stays a date."""
        if self.clock is None:
            return self.day.isoformat()
        moment = datetime.combine(self.day, self.clock, self.zone or VIENNA)
        return moment.astimezone(VIENNA).isoformat()


@dataclass(frozen=True)
class DateLine:
    """A line made of dates; `rest` is what else stands on it (a section, a byline)."""

    stamps: tuple[Stamp, ...]
    rest: str


def read_date_line(text: str) -> DateLine | None:
    """The line as a date line, or None where a date only occurs in a sentence."""
    if len(text) > 160 or not any(character.isdigit() for character in text):
        return None
    found = [(match, stamp) for match in _DATE.finditer(text) if (stamp := _stamp(match))]
    if not found:
        return None
    rest, start = "", 0
    labelled: list[Stamp] = []
    for match, stamp in found:
        before = text[start : match.start()]
        if labelled and before.strip(" ").lower() in {"-", "–", "—", "bis"}:
            # A span of days is an event's, never a publication's.
            labelled[-1] = _with_label(labelled[-1], "termin")
            before = "bis"
        labelled.append(_with_label(stamp, before))
        rest += before + " | "
        start = match.end()
    tail = text[start:]
    if labelled[0].label == "" and _CHANGED_BEHIND.fullmatch(tail):
        labelled[-1] = _with_label(labelled[-1], "aktualisiert")
    rest = _bare_rest(rest + tail)
    if _is_sentence(rest):
        return None
    return DateLine(tuple(labelled), rest)


def is_dated(text: str) -> bool:
    """A date opens or closes the line, or stands behind a bar, as over and in teasers."""
    around = ((text[: found.start()], text[found.end() :]) for found in _DATE.finditer(text))
    return any(
        not before.strip(_SIGNS) or not after.strip(_SIGNS) or before.rstrip().endswith("|")
        for before, after in around
    )


def names_weekday(text: str) -> bool:
    return _WEEKDAY.match(text) is not None


def is_relative_time(text: str) -> bool:
    """„vor 3 Stunden“: it dates nothing, for nobody knows when the page was fetched."""
    return len(text) <= 60 and RELATIVE.fullmatch(text.strip(" ,|·•")) is not None


def publication(stamps: list[Stamp]) -> Stamp | None:
    """Of dates at a publication's place: the labelled, else the first timed, else the last."""
    labelled = [stamp for stamp in stamps if stamp.label == "published"]
    if labelled:
        return labelled[0]
    plain = [stamp for stamp in stamps if stamp.label == ""]
    timed = [stamp for stamp in plain if stamp.clock is not None]
    if timed:
        return timed[0]
    return plain[-1] if plain else None


def _stamp(match: re.Match[str]) -> Stamp | None:
    part = match.groupdict()
    if part["iso_y"]:
        day = _day(part["iso_y"], part["iso_m"], part["iso_d"])
        clock = _clock(part["iso_h"], part["iso_n"])
        return Stamp(day, clock, _zone(part["zone"]), "") if day else None
    if part["ml"]:
        day = _day(part["yl"], str(_MONTHS[part["ml"].lower()[:3]]), part["dl"])
    else:
        day = _day(part["y"] or part["ys"], part["m"] or part["ms"], part["d"] or part["ds"])
    if not day:
        return None
    clock = _clock(part["h1"] or part["x1"], part["m1"]) or _clock(
        part["h0"] or part["x0"], part["m0"]
    )
    return Stamp(day, clock, None, "")


def _day(year: str, month: str, day: str) -> date | None:
    number = int(year)
    if number < 100:
        number += 2000 if number < 70 else 1900
    if not 1900 <= number <= 2100:
        return None
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


def _clock(hour: str | None, minute: str | None) -> time | None:
    if not hour or int(hour) > 23:
        return None
    return time(int(hour), int(minute or 0))


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))


def _with_label(stamp: Stamp, before: str) -> Stamp:
    near = before[-60:]
    label = ""
    for name, pattern in (("other", _OTHER), ("changed", _CHANGED), ("published", _PUBLISHED)):
        # „Online seit 1. 4., aktualisiert am 2. 4.“: the label nearest before the date is its own.
        if pattern.search(near):
            label = name
    if _CHANGED.search(near) and _PUBLISHED.search(near):
        last = max(near.lower().rfind(word) for word in ("aktualis", "update", "geändert", "stand"))
        first = max(
            near.lower().rfind(word) for word in ("veröff", "publiz", "erschien", "erstellt")
        )
        label = "changed" if last > first else "published"
    return Stamp(stamp.day, stamp.clock, stamp.zone, label)


def _bare_rest(rest: str) -> str:
    rest = RELATIVE.sub(" ", rest)
    rest = _FILLER.sub(" ", _WEEKDAY.sub(" ", rest))
    rest = re.sub(r"\b\d{1,2}[:.]\d{2}\b", " ", rest)
    pieces = [piece.strip(_SIGNS) for piece in re.split(r"[|·•›>]|\s[–—-]\s|,\s", rest)]
    return " | ".join(piece for piece in pieces if piece)


def _is_sentence(rest: str) -> bool:
    words = rest.replace("|", " ").split()
    lower = sum(word.isalpha() and word.islower() and word not in _NAME_PARTICLES for word in words)
    return len(words) > 9 or lower > 1 or (len(words) > 4 and lower > 0)


_NAME_PARTICLES = {
    "von",
    "van",
    "de",
    "der",
    "und",
    "zu",
    "red",
    "apa",
    "dpa",
    "in",
    "für",
    "mit",
    "aus",
}
