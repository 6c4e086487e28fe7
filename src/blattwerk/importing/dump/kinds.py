"""Article, letter, index or nothing of the kind: what a page is."""

import re
from statistics import median

from .core import Core
from .dates import read_date_line
from .marks import TEXT, Mark, Page
from .notices import is_notice, is_wall
from .sections import is_letters_name

_ERROR = re.compile(
    r"\b(?:404|403|500|502|503)\b|seite (?:wurde )?nicht gefunden|nicht gefunden|page not found|existiert nicht|"
    r"nicht (?:mehr )?(?:verfügbar|erreichbar|vorhanden)|es ist ein fehler|fehler ist aufgetreten|zugriff verweigert|access denied|"
    r"wartungsarbeiten|forbidden|bad gateway|tut uns leid",
    re.I,
)
_LISTING = re.compile(
    r"^(?:(?:alle |die )?(?:artikel|beiträge|nachrichten|meldungen|themen) (?:zum?|zur|vom|von|aus|über|rubrik)\b|suchergebnis|\d+ (?:treffer|ergebnisse|artikel gefunden)|"
    r"suche nach|seite \d+ (?:von|/)|thema:|tag:|schlagwort:|archiv\b|mehr laden|weitere laden|ältere (?:artikel|beiträge)|"
    r"(?:mehr|weitere|alle) (?:anzeigen|laden|artikel|meldungen).{0,15}|nächste seite|beiträge zur rubrik|ihre suche)",
    re.I,
)
_MORE = re.compile(r"(?:>>?\s*)?(?:mehr|mehr\s?\.\.\.|mehr lesen|weiterlesen|weiter|read more|zum artikel|jetzt lesen)\s?(?:\.\.\.|…|»|>|→)?", re.I)

INDEX = "Das ist eine Übersichtsseite mit Anrissen mehrerer Artikel, kein einzelner Artikel."
ERROR = "Das ist eine Fehlerseite, kein Artikel."
WALL = "Der Artikel ist nur angerissen, der Rest steht hinter einer Bezahlschranke oder Anmeldung."
LOGIN = "Das ist eine Seite des Dienstes (Anmeldung, Einwilligung, Hinweise), kein Artikel."
NOTHING = "Im Text ist kein Artikel zu finden."


def is_letter(page: Page, core: Core) -> bool:
    """A rubric of readers' letters stands in the head."""
    return any(is_letters_name(page.lines[number].text) for number in range(core.start)[-12:])


def is_index(page: Page, core: Core | None) -> bool:
    stop = len(page.lines)
    if sum(_MORE.fullmatch(line.text) is not None for line in page.lines) >= 3:
        return True
    prose = page.indices(Mark.PROSE)
    shorts = page.indices(Mark.SHORT)
    listing = sum(_LISTING.match(line.text) is not None for line in page.lines)
    if core is None or len(prose) < 2:
        return len(shorts) >= 8 or (listing >= 1 and len(shorts) >= 3)
    dates = _dated_teasers(page, core)
    if dates >= 3 or (listing and dates >= 2):
        return True
    return _teasers(page, core, stop, listing)


def _dated_teasers(page: Page, core: Core) -> int:
    """Dates spread among the texts: each teaser of a list has its own, before or inside it."""
    count = 0
    for number in range(core.start, core.stop):
        if page.marks[number] is Mark.DATE and any(m in TEXT for m in page.marks[number + 1 : core.stop]):
            count += 1
        elif page.marks[number] in TEXT and re.match(r"\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{4}\b", page.lines[number].text):
            count += read_date_line(page.lines[number].text[:12]) is not None
    return count


def _teasers(page: Page, core: Core, stop: int, listing: int) -> bool:
    """Headline, teaser, headline, teaser: hardly ever do two paragraphs follow each other."""
    alternations = pairs = shorts = paragraphs = 0
    lengths: list[int] = []
    since = 0
    last_text = False
    for number in range(core.start, core.stop):
        mark = page.marks[number]
        if mark in TEXT:
            paragraphs += 1
            lengths.append(len(page.lines[number].text))
            pairs += last_text
            alternations += since >= 2
            since, last_text = 0, True
        elif mark in (Mark.SHORT, Mark.BOX, Mark.DATE):
            since += 1
            shorts += 1
            last_text = False
    if paragraphs >= 3 and alternations >= 2 and alternations * 2 >= paragraphs - 1:
        return True
    teaser_like = bool(lengths) and median(lengths) < 260
    if paragraphs >= 4 and pairs == 0 and teaser_like and (listing or shorts >= paragraphs * 1.5):
        return True
    return bool(listing) and paragraphs >= 2 and pairs == 0 and shorts >= paragraphs - 1


def refusal(page: Page, core: Core | None, paragraphs: int) -> str | None:
    """Why a page without a text of its own is refused; None where it has one."""
    prose = [page.lines[n] for n in page.indices(*TEXT)]
    walls = [line for line in page.lines if is_wall(line)]
    if paragraphs <= 2 and walls:
        return WALL if core is not None and prose else LOGIN
    if paragraphs <= 3 and any(_ERROR.search(line.text) for line in page.lines[:12] if len(line.text) < 160):
        if sum(len(line.text) for line in prose) < 600:
            return ERROR
    service = sum(is_notice(line, in_tail=True) for line in prose)
    if prose and service * 2 >= len(prose) and sum(len(line.text) for line in prose) < 900:
        return LOGIN
    if core is None:
        return LOGIN if page.indices(Mark.NOTICE) else NOTHING
    return None
