"""Roman numerals: of rulers in their case, before nouns as ordinals, after nouns as numbers."""

import re

from blattwerk.narration.text.german.grammar import ACCUSATIVE, DATIVE, words_before
from blattwerk.narration.text.german.nouns import is_woman
from blattwerk.narration.text.german.numbers import cardinal, ordinal
from blattwerk.narration.text.german.rules import Rule, rule

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})"
_LARGE = r"M{1,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_TITLE = (
    "Papst|König|Königin|Kaiser|Kaiserin|Zar|Zarin|Queen|King|Fürst|Fürstin|Herzog|Sultan|Schah|"
    "Prinz|Prinzessin|Pharao|Graf|Patriarch|Großfürst|Erzherzog|Monarch|Monarchin"
)
_RULERS = (
    "Johannes|Paul|Benedikt|Franz|Karl|Ludwig|Heinrich|Friedrich|Wilhelm|Otto|Rudolf|Leopold|Josef|"
    "Joseph|Ferdinand|Maximilian|Philipp|Philippe|Felipe|Carl|Gustaf|Gustav|Elisabeth|Elizabeth|"
    "Margrethe|Katharina|Leo|Pius|Clemens|Gregor|Innozenz|Urban|Alexander|Nikolaus|Peter|Iwan|"
    "Georg|George|Jakob|James|Eduard|Edward|Richard|Charles|Carlos|Albert|Hans-Adam|Harald|"
    "Haakon|Olav|"
    "Christian|Frederik|Mohammed|Abdullah|Hussein|Ramses|Tutmosis|Napoleon|Konstantin|Simeon|"
    "Sixtus|"
    "Julius|Hadrian|Bonifaz|Bonifatius|Stephan|Mehmed|Murad|Süleyman|Selim|Rama|Ottokar|Albrecht|"
    "Sigismund|"
    "Ladislaus|Matthias|Viktor|Emanuel|Humbert|Alfons|Kyrill|Bartholomaios|Tawadros|Henri|Louis|"
    "Henry|"
    "Franz Joseph|Franz Josef|Kleopatra|Isabella|Christina|Maria|Mary|Anna|Willem|"
    "Willem-Alexander|Calixtus|Artaxerxes|Dareios|Darius|Xerxes|Ptolemaios"
)
_LABELS = (
    "Kapitel|Teil|Band|Akt|Hartz|Rocky|Stufe|Klasse|Kategorie|Typ|Gruppe|Phase|Artikel|Tafel|"
    "Abschnitt|Nummer|Weltkrieg|Episode|Basel|Buch|Abteilung|Pflegestufe|Annex|Anhang|Titel|Block|"
    "Senat|Variante|Zone|Level|Instanz|Liga|Division|Henry|Saw|Iron Man|Schengen|Dublin|SGB|Mach|"
    "Apollo|Saturn|Start|Super Bowl|Gemini|Volksschule|Madrid"
)
_NAME = rf"(?P<name>\b(?:(?:{_TITLE}) [A-ZÄÖÜ][\w-]{{1,20}}|(?:{_RULERS})))(?P<s>s|')?"
_PAIR = re.compile(rf"(?:\b(?:{_TITLE}) )?\b[A-ZÄÖÜ][\w-]+ {_ROMAN}\.?(?:,| und| oder| sowie) $")
_TITLE_NAMES = frozenset(_TITLE.split("|"))
_RULER_NAMES = frozenset(_RULERS.split("|"))
_QUEENS = frozenset({"Königin", "Kaiserin", "Zarin", "Queen", "Fürstin", "Prinzessin", "Monarchin"})


def to_number(roman: str) -> int:
    """The value of a well-formed Roman numeral."""
    values = [_VALUES[letter] for letter in roman]
    return sum(
        -value if following > value else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _ruler(match: re.Match[str]) -> str:
    name, number = match["name"], to_number(match["roman"])
    last = name.rpartition(" ")[2]
    genitive = bool(match["s"]) or (last not in _RULER_NAMES and last[:-1] in _RULER_NAMES)
    article, tail = _declined(_before_name(match), woman=_is_queen(name), genitive=genitive)
    at_end = "." if match["dot"] and not match.string[match.end() :].strip(' "“”’»)') else ""
    return f"{name}{match['s'] or ''} {article} {ordinal(number).capitalize()}{tail}{at_end}"


def _is_queen(name: str) -> bool:
    title, _, last = name.rpartition(" ")
    return title in _QUEENS or is_woman(last)


def _before_name(match: re.Match[str]) -> str:
    """The word before title and names, in small letters; of two rulers, before the first."""
    pair = _PAIR.search(match.string, max(0, match.start() - 60), match.start())
    found = words_before(match.string, pair.start() if pair else match.start(), 5)
    while found and (found[0] in _TITLE_NAMES or found[0] in _RULER_NAMES):
        found = found[1:]
    return found[0].lower() if found else ""


def _declined(last: str, *, woman: bool, genitive: bool) -> tuple[str, str]:
    if genitive or last == "des":
        return ("der" if woman else "des"), "en"
    if last in {"auf", "an"}:  # of persons: auf Pius den Zwölften, an Karl den Fünften
        return ("die", "e") if woman else ("den", "en")
    if last in DATIVE or last in {"dem", "vom", "zum", "beim", "am", "im", "zur"}:
        return ("der" if woman else "dem"), "en"
    if last in ACCUSATIVE or last == "den":
        return ("die", "e") if woman else ("den", "en")
    if woman and last == "der":
        return "der", "en"
    return ("die" if woman else "der"), "e"


def _before_noun(match: re.Match[str]) -> str:
    """XVI. Bezirk becomes 16. Bezirk and is read as such."""
    return f"{to_number(match['roman'])}."


def _after_label(match: re.Match[str]) -> str:
    return cardinal(to_number(match["roman"]))


RULES: tuple[Rule, ...] = (
    rule("IVX", rf"{_NAME} (?P<roman>{_ROMAN})(?P<dot>\.)?(?![\w-])", _ruler),
    rule("IVX", rf"(?<![\w.-])(?P<roman>{_ROMAN})\.(?= [A-ZÄÖÜ][a-zäöü]{{2,}})", _before_noun),
    rule(
        "IVX", rf"(?<=[a-zäöü] )(?P<roman>{_ROMAN})\.(?= [a-zäöü]{{3,}}en [A-ZÄÖÜ])", _before_noun
    ),
    rule(
        "IVX",
        rf"(?:(?<=\b)(?P<label>{_LABELS})[ -])(?P<roman>{_ROMAN})(?!\w)",
        lambda m: f"{m['label']}{m[0][len(m['label'])]}{_after_label(m)}",
    ),
    rule(
        "IVX",
        r"(?<![\w.&/-])(?P<roman>III|II|VII|VIII|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XXI|XXII|"
        r"XXIII)(?!\w|\.\S)",
        _after_label,
    ),
    rule("M", rf"(?<![\w-])(?P<roman>(?=\w{{4,}}){_LARGE})(?!\w)", _after_label),
)
