"""The numbers that are left: counted, or years where the words around say so."""

import re

from blattwerk.narration.text.german.grammar import one, words_before
from blattwerk.narration.text.german.nouns import gender, known_gender
from blattwerk.narration.text.german.numbers import cardinal, digits, number, read, value, year
from blattwerk.narration.text.german.rules import DIGITS, Rule, rule
from blattwerk.narration.text.german.tables import words

_QUANTIFIERS = frozenset(
    words(
        """
        über rund etwa knapp fast mindestens höchstens maximal circa ungefähr insgesamt nur alle
        weitere weiteren jeweils exakt genau mehr als weniger gut bereits noch je pro zirka
        kostet kosten kostete beträgt betrug zahlt zahlte zählt zählte sogar annähernd paragraf
        paragrafen artikel
        """
    )
)
_OF_YEARS = frozenset(
    words(
        """
        im jahr jahre jahren jahres seit bis ab anno ende anfang mitte sommer herbst winter
        frühling frühjahr baujahr jahrgang vor nach in von sommer em wm olympia ostern
        weihnachten silvester kriegsjahr revolutionsjahr geboren gestorben geborene geburtsjahr
        spätherbst frühsommer oktober november dezember januar jänner februar märz april mai
        juni juli august september datiert gegründet errichtet
        """
    )
)
_MEASURED = re.compile(
    r" (?:[a-zäöüß]+e[nrs]? )?(?:Meter|Kilo|Euro|Dollar|Franken|Tonnen|Grad|Prozent|Stück|"
    r"Einwohner|Person|Menschen|Seiten|Tage|Jahre|"
    r"Stunden|Minuten|Mitarbeiter|Beschäftigte|Mann|Frauen|Kinder|Liter|Quadrat|Kubik|Hektar|"
    r"Punkte|Stimmen|"
    r"Zuschauer|Besucher|Fans|Gäste|Fälle|Tote|Betten|Wohnungen|Arbeitsplätze|Jobs|Schüler|"
    r"Soldaten|Beamte|"
    r"Watt|Höhenmeter|Mal\b|Teilnehmer|Schilling|Mark|Kronen|Pfund|Demonstranten|Polizisten|"
    r"Haushalte|Hörer|"
    r"Tiere|Autos|Fahrzeuge|Plätze|Sitzplätze|Unterschriften|Leser|Abonnenten|Exemplare|Zeichen|"
    r"Kalorien)"
)
_UM_A_YEAR = re.compile(r"(?:[,.;)]|$| (?!auf|von|mehr|weniger|höher|niedriger)[a-zäöü])")
_RISES = re.compile(
    r"(?i)stieg|gestiegen|sank|sinkt|erhöht|gekürzt|wuchs|wächst|gewachsen|reduzier|verringer|"
    r"zurückgegangen|geht|verkauf|billiger|teurer|zugelegt|legte|\bfiel|gefallen|geschrumpft"
)
_LABELS = re.compile(
    r"(?:Nummer|Formel|Kapitel|Gruppe|Platz|Stufe|Phase|Tabelle|Typ|Klasse|Artikel|Staffel|Folge|"
    r"Teil|Route|"
    r"Linie|Gleis|Tor|Zone|Absatz|Paragraf|Ziffer|Punkt|Minute|Seite|Halle|Zimmer|Tag|Runde|Top|"
    r"Band|"
    r"Liga|Kanal|O R F|R|F|Sport|Bahn|Klausel|Mach|Level|Version|Satz|Spiel|Woche|Note|Faktor|"
    r"minus|plus|Komma|mal|gleich|zu|bis) $"
)
_NEXT = re.compile(r" (?:[a-zäöüß]+e[nrsm]? )?([A-ZÄÖÜ][^\W\d_]*(?:-[^\W\d_]+)*)")


def _is_year(match: re.Match[str]) -> bool:
    written, text = match["n"], match.string
    if len(written) != 4 or not written.isdecimal() or not 1100 <= int(written) <= 1999:
        return False
    if _MEASURED.match(text, match.end()):
        return False
    if re.match(r" (?:Geboren|Verstorben|Gestorben|Gegründet)e", text[match.end() :][:14]):
        return True
    before = [word.lower() for word in words_before(text, match.start(), 2)]
    if before and before[0] in _QUANTIFIERS:
        return False
    if before and before[0] in _OF_YEARS:
        return True
    if before and before[0] == "um" and _UM_A_YEAR.match(text, match.end()):
        return not _RISES.search(text)
    follows_noun = re.match(
        r" [A-ZÄÖÜ][a-zäöüß]+(?:en|er|e|s)\b", text[match.end() : match.end() + 30]
    )
    if text[match.start() - 1 : match.start()] in {"(", "„"}:
        return True
    return not follows_noun and int(written) % 50 != 0


def _plain(match: re.Match[str]) -> str:
    written = match["n"]
    if _is_year(match):
        return year(int(written))
    if value(written) == 1 and written == "1":
        return _one(match)
    return read(written)


def _one(match: re.Match[str]) -> str:
    """The single one before what it counts: ein Tor, eine Frau; else eins."""
    text, start = match.string, match.start()
    following = _NEXT.match(text, match.end())
    if not following or _LABELS.search(text[max(0, start - 20) : start]):
        return "eins"
    if not known_gender(following[1]) and not _clearly_counts(text, start):
        return "eins"
    kind = known_gender(following[1]) or gender(following[1])
    if following[1].endswith(("er", "e")) and following[1].startswith(
        ("Tote", "Verletzte", "Vermisste")
    ):
        kind = "m" if following[1].endswith("er") else "f"
    return one(words_before(text, start), kind)


def _clearly_counts(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ",(:–" or before.rpartition(" ")[2].islower()


def _version(match: re.Match[str]) -> str:
    return " Punkt ".join(_part(part) for part in match[0].split("."))


def _part(written: str) -> str:
    return (
        digits(written) if written.startswith("0") or len(written) > 6 else cardinal(int(written))
    )


def _letter(match: re.Match[str]) -> str:
    return f"{_part(match['n'])} {match['letter']}"


RULES: tuple[Rule, ...] = (
    rule(".", r"(?<![\w.,])\d+(?:\.\d+)+(?<!\.\d{3})(?!\w|,\d)(?!\.\d)", _version),
    rule(".", r"(?<![\w.,])\d+\.\d+(?:\.\d+)+(?<!\d\.\d{3}\.\d{3})(?!\w|,\d)(?!\.\d)", _version),
    rule("+", r"\+(?=\d)", "plus "),
    rule(DIGITS, r"(?<![\w.,])(?P<n>\d{1,4})(?P<letter>[a-zA-Z])(?![\w])", _letter),
    rule(DIGITS, rf"(?<![\w]){number('n')}", _plain),
)
