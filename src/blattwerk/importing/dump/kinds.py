"""Article, letter, index or nothing of the kind: what a page is."""

import re
from statistics import median

from .core import Core
from .dates import read_date_line
from .marks import TEXT, Mark, Page
from .notices import is_notice, is_wall
from .sections import is_letters_name
from .tail import letter_signature

# A bare number is none: „500 Soldaten“, „404 Fälle“.
_CODE = re.compile(
    r"^[45]0\d(?:\W*$|\s*[–—:|-]|\s(?:not|seite|page|error|fehler|forbidden|bad)\b)|"
    r"\b(?:fehler|error|http|status)(?:[ -]?code)?[ :]{1,2}[45]0\d\b|page not found|access denied",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"\b(?:seite|artikel|beitrag|inhalt|adresse|url|link|dokument|angebot|dienst)\b.{0,60}"
    r"(?:nicht (?:mehr )?(?:gefunden|verfügbar|erreichbar|vorhanden)|existiert nicht|gelöscht)|"
    r"nicht gefunden$|es ist ein fehler|fehler ist aufgetreten|zugriff verweigert|"
    r"wartungsarbeiten|forbidden|bad gateway|tut uns leid",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"^(?:(?:alle |die )?(?:artikel|beiträge|nachrichten|meldungen|themen) (?:zum?|zur|vom|von|"
    r"aus|über|rubrik)\b|suchergebnis|\d+ (?:treffer|ergebnisse|artikel gefunden)|"
    r"suche nach|seite \d+ (?:von|/)|thema:|tag:|schlagwort:|archiv\b|mehr laden|weitere laden|"
    r"ältere (?:artikel|beiträge)|"
    r"(?:mehr|weitere|alle) (?:anzeigen|laden|artikel|meldungen).{0,15}|nächste seite|"
    r"beiträge zur rubrik|ihre suche)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:>>?\s*)?(?:mehr|mehr\s?\.\.\.|mehr lesen|weiterlesen|weiter|read more|zum artikel|"
    r"jetzt lesen)\s?(?:\.\.\.|…|»|>|→)?",
    re.IGNORECASE,
)

_BY_MAIL = re.compile(r",\s*(?:per|via)\s+\S+$", re.IGNORECASE)

TOO_LONG = "Der Text hat mehr als 20.000 Zeilen; das ist keine einzelne Seite."
INDEX = "Das ist eine Übersichtsseite mit Anrissen mehrerer Artikel, kein einzelner Artikel."
ERROR = "Das ist eine Fehlerseite, kein Artikel."
WALL = "Der Artikel ist nur angerissen, der Rest steht hinter einer Bezahlschranke oder Anmeldung."
LOGIN = "Das ist eine Seite des Dienstes (Anmeldung, Einwilligung, Hinweise), kein Artikel."
NOTHING = "Im Text ist kein Artikel zu finden."


def is_letter(page: Page, core: Core, end: int) -> bool:
    """A rubric of readers' letters stands in the head, or a letter's signature under the text."""
    if any(is_letters_name(page.lines[number].text) for number in range(core.start)[-12:]):
        return True
    below = [line.text for line in page.lines[end : end + 3]]
    signed = [number for number, text in enumerate(below) if letter_signature(text)]
    if not signed:
        return False
    return any(_BY_MAIL.search(text) for text in below[:2]) or any(
        text.lower().startswith("erschienen am") for text in below[signed[0] + 1 :]
    )


def is_index(page: Page, core: Core | None) -> bool:
    """A front, a section, a tag, a search: many headlines, and hardly a text."""
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
    if not listing and _has_head(page, core):
        return False
    return _teasers(page, core, listing)


def _has_head(page: Page, core: Core) -> bool:
    """A date close above the first paragraph, and a second paragraph close below it."""
    above = page.marks[max(0, core.start - 8) : core.start]
    below = page.marks[core.start + 1 : core.start + 8]
    return Mark.DATE in above and Mark.SHORT in above and any(mark in TEXT for mark in below)


def _dated_teasers(page: Page, core: Core) -> int:
    """Dates spread among the texts: each teaser of a list has its own, before or inside it."""
    count = 0
    last = max(page.indices(*TEXT))
    for number in range(core.start, core.stop):
        if page.marks[number] is Mark.DATE and number < last:
            count += 1
        elif page.marks[number] in TEXT and re.match(
            r"\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{4}\b", page.lines[number].text
        ):
            count += read_date_line(page.lines[number].text[:12]) is not None
    return count


def _teasers(page: Page, core: Core, listing: int) -> bool:
    """Headline, teaser, headline, teaser: hardly ever do two paragraphs follow each other."""
    alternations = pairs = shorts = paragraphs = 0
    lengths: list[int] = []
    since = 0
    last_text = False
    for number in range(core.start, core.stop):
        mark = page.marks[number]
        asks = mark is Mark.SENTENCE and page.lines[number].closing in "?!"
        if mark in TEXT and not asks:
            paragraphs += 1
            lengths.append(len(page.lines[number].text))
            pairs += last_text
            alternations += since >= 2
            since, last_text = 0, True
        elif mark in (Mark.SHORT, Mark.DATE) or asks:
            since += 1
            shorts += 1
            last_text = False
    spread = paragraphs >= 3 and alternations >= 2 and alternations * 2 >= paragraphs - 1
    if spread and pairs * 3 < alternations:
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
    size = sum(len(line.text) for line in prose)
    if paragraphs <= 3 and size < 600 and _says_error(page, core):
        return ERROR
    service = sum(is_notice(line, in_tail=True) for line in prose)
    if prose and not page.indices(Mark.DATE) and service * 2 >= len(prose) and size < 900:
        return LOGIN
    if core is None:
        return LOGIN if page.indices(Mark.NOTICE) else NOTHING
    return None


def _says_error(page: Page, core: Core | None) -> bool:
    """In the first lines; under a dated headline only a code says so, for news tell of errors."""
    start = core.start if core else 0
    dated = Mark.DATE in page.marks[max(0, start - 8) : start]
    wanted = (_CODE,) if dated else (_CODE, _ERROR)
    top = [line.text for line in page.lines[:12] if len(line.text) < 160]
    return any(pattern.search(text) for pattern in wanted for text in top)
