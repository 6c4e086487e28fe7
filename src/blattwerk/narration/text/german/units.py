"""Units of measure after numbers and between slashes; most of the list is normt2s's."""

import re
from functools import lru_cache

from normt2s.langs import get_language
from normt2s.lexicon import Lexicon

from blattwerk.narration.text.german.grammar import one, words_before
from blattwerk.narration.text.german.numbers import number, read, value
from blattwerk.narration.text.german.rules import DIGITS, Rule, any_of, rule
from blattwerk.narration.text.german.tables import words

# Symbol to singular, plural and gender, where normt2s has none or another.
_OWN = {
    "ha": ("Hektar", "Hektar", "n"),
    "PS": ("P S", "P S", "n"),
    "dag": ("Deka", "Deka", "n"),
    "dkg": ("Deka", "Deka", "n"),
    "hl": ("Hektoliter", "Hektoliter", "m"),
    "ccm": ("Kubikzentimeter",) * 2 + ("m",),
    "qm": ("Quadratmeter",) * 2 + ("m",),
    "qkm": ("Quadratkilometer",) * 2 + ("m",),
    "m2": ("Quadratmeter",) * 2 + ("m",),
    "m3": ("Kubikmeter",) * 2 + ("m",),
    "km2": ("Quadratkilometer",) * 2 + ("m",),
    "cm2": ("Quadratzentimeter",) * 2 + ("m",),
    "cbm": ("Kubikmeter",) * 2 + ("m",),
    "dm³": ("Kubikdezimeter",) * 2 + ("m",),
    "km³": ("Kubikkilometer",) * 2 + ("m",),
    "°": ("Grad", "Grad", "n"),
    "°C": ("Grad Celsius",) * 2 + ("n",),
    "° C": ("Grad Celsius",) * 2 + ("n",),
    "°F": ("Grad Fahrenheit",) * 2 + ("n",),
    "Grad C": ("Grad Celsius",) * 2 + ("n",),
    "Mbit": ("Megabit",) * 2 + ("n",),
    "Gbit": ("Gigabit",) * 2 + ("n",),
    "kbit": ("Kilobit",) * 2 + ("n",),
    "MBit": ("Megabit",) * 2 + ("n",),
    "GBit": ("Gigabit",) * 2 + ("n",),
    "Bit": ("Bit",) * 2 + ("n",),
    "dB(A)": ("Dezibel",) * 2 + ("n",),
    "ppm": ("P P M",) * 2 + ("n",),
    "mmHg": ("Millimeter Quecksilbersäule",) * 2 + ("m",),
    "lx": ("Lux",) * 2 + ("n",),
    "lm": ("Lumen",) * 2 + ("n",),
    "sm": ("Seemeile", "Seemeilen", "f"),
    "kn": ("Knoten", "Knoten", "m"),
    "MP": ("Megapixel",) * 2 + ("n",),
    "Mpx": ("Megapixel",) * 2 + ("n",),
    "I.E.": ("internationale Einheit", "internationale Einheiten", "f"),
    "IE": ("internationale Einheit", "internationale Einheiten", "f"),
    "h": ("Stunde", "Stunden", "f"),
    "kcal": ("Kilokalorie", "Kilokalorien", "f"),
    "MWp": ("Megawatt Peak",) * 2 + ("n",),
    "kWp": ("Kilowatt Peak",) * 2 + ("n",),
    "TWh": ("Terawattstunde", "Terawattstunden", "f"),
    "Mt": ("Megatonne", "Megatonnen", "f"),
    "kt": ("Kilotonne", "Kilotonnen", "f"),
    "Gt": ("Gigatonne", "Gigatonnen", "f"),
    "ft": ("Fuß", "Fuß", "m"),
    "Lj": ("Lichtjahr", "Lichtjahre", "n"),
    "EL": ("Esslöffel",) * 2 + ("m",),
    "TL": ("Teelöffel",) * 2 + ("m",),
    "LE": ("Leistungseinheit", "Leistungseinheiten", "f"),
    "%": ("Prozent", "Prozent", "n"),
    "‰": ("Promille", "Promille", "n"),
    "vH": ("vom Hundert",) * 2 + ("n",),
    "rpm": ("Umdrehung pro Minute", "Umdrehungen pro Minute", "f"),
    "U": ("Umdrehung", "Umdrehungen", "f"),
}
_NOT_OURS = frozenset(words("N J A K F T C rad s² px L N·m W·s mol"))
_PER = {
    "Tag": "Tag",
    "Monat": "Monat",
    "Jahr": "Jahr",
    "Woche": "Woche",
    "Stunde": "Stunde",
    "Person": "Person",
    "Stück": "Stück",
    "Liter": "Liter",
    "Kilo": "Kilo",
    "Nacht": "Nacht",
    "Minute": "Minute",
    "Einwohner": "Einwohner",
    "Kopf": "Kopf",
    "Quadratmeter": "Quadratmeter",
    "Kilometer": "Kilometer",
    "Kind": "Kind",
    "Tonne": "Tonne",
    "Fass": "Fass",
    "Barrel": "Barrel",
    "Kilowattstunde": "Kilowattstunde",
    "Megawattstunde": "Megawattstunde",
    "Sekunde": "Sekunde",
    "Mann": "Mann",
    "Schuss": "Schuss",
    "100 km": "hundert Kilometer",
    "100 g": "hundert Gramm",
    "100 ml": "hundert Milliliter",
    "100 Kilometer": "hundert Kilometer",
    "a": "Jahr",
    "d": "Tag",
    "Wo.": "Woche",
    "Std.": "Stunde",
    "h": "Stunde",
}
_MONEY = {
    "€": "Euro",
    "Euro": "Euro",
    "Cent": "Cent",
    "ct": "Cent",
    "Ct": "Cent",
    "$": "Dollar",
    "Dollar": "Dollar",
    "CHF": "Franken",
}
# Clear enough to be read without a number before them.
_ALONE = words(
    """
    km/h m/s kWh MWh GWh TWh m² m³ km² cm² cm³ °C °F Mbit/s Gbit/s µg/m³ mg/dl mg/l g/km kW MW GW
    kg mg µg km cm mm ml
    """
)
_SCALE = r"(?: (?:Tausend|Million(?:en)?|Milliarden?))?"


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[str, str, str]]:
    bought = Lexicon.builtin(get_language("de")).units
    units = {
        symbol: (form.singular, form.plural, form.gender or "m")
        for symbol, form in bought.items()
        if symbol not in _NOT_OURS
    }
    return {**units, **_OWN}


UNITS = _lexicon()
_UNIT = any_of(list(UNITS))
_BELOW = any_of([*UNITS, *_PER])
_END = r"(?![\w²³])(?!-[a-zäöüA-ZÄÖÜ])"


def _below(symbol: str) -> str:
    return _PER.get(symbol) or UNITS[symbol][0]


def _measured(match: re.Match[str]) -> str:
    singular, plural, kind = UNITS[match["unit"]]
    per = f" pro {_below(match['below'])}" if match["below"] else ""
    if value(match["n"]) == 1 and not match["scale"]:
        return f"{one(words_before(match.string, match.start()), kind)} {singular}{per}"
    return f"{read(match['n'])}{match['scale'] or ''} {plural}{per}"


def _scaled(match: re.Match[str]) -> str:
    per = f" pro {_below(match['below'])}" if match["below"] else ""
    return f"{UNITS[match['unit']][1]}{per}"


def _alone(match: re.Match[str]) -> str:
    top, _, below = match[0].partition("/")
    return f"{UNITS[top][1 if below else 0]}{f' pro {_below(below)}' if below else ''}"


def _money_per(match: re.Match[str]) -> str:
    return f"{_MONEY[match['money']]} pro {_below(match['below'])}"


# Before the signs of money are put behind their numbers.
PRICES: tuple[Rule, ...] = (
    rule("/", rf"(?P<money>{any_of(list(_MONEY))}) ?/ ?(?P<below>{_BELOW}){_END}", _money_per),
)

RULES: tuple[Rule, ...] = (
    rule(
        DIGITS,
        rf"(?<![\w.,]){number('n')}(?P<scale>{_SCALE})[ -]?(?P<unit>{_UNIT})(?: ?/ "
        rf"?(?P<below>{_BELOW}))?{_END}",
        _measured,
    ),
    rule(
        "nk",
        rf"(?:(?<=Millionen )|(?<=Milliarden )|(?<=Tausend ))(?P<unit>{_UNIT})"
        rf"(?:/(?P<below>{_BELOW}))?{_END}",
        _scaled,
    ),
    rule("km°µMGT", rf"(?<![\w/]){any_of(_ALONE)}{_END}(?!/)", _alone),
)
