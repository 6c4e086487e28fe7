"""Written English to the words a newsreader would say."""

import re
from collections.abc import Mapping

from normt2s import normalize

from blattwerk.narration.text.english import amounts, dates, figures, shortforms, signs
from blattwerk.narration.text.english.numerals import cardinal, year
from blattwerk.narration.text.ground import (
    AddressWords,
    Shelter,
    plain,
    shelter_addresses,
    shelter_house,
)  # fmt: skip

LETTERS = re.compile(r"[A-Z]{2,}")
SPELT_ENDINGS = (
    "uk|us|eu|de|at|tv|fm|io|ai|au|ca|nz|ie|ch|fr|nl|se|dk|pl|cz|jp|kr|tw|br|mx|za|ru|ua"
    "|pdf|html|htm|xml|css|js|php|py|csv|svg|mp"
)
SPELT_NAMES = (
    "www|bbc|cnn|nyt|npr|abc|nbc|cbs|msn|nhs|ft|orf|ard|zdf|dw|fbi|cia|un|who|nyc|mit|ucla|usc"
    "|hbo|espn|nfl|nba|mlb|fda|cdc|nih|irs|dhs|gmx|aol"
)
SPELT = re.compile(rf"(?:{SPELT_ENDINGS}|{SPELT_NAMES})")
# what only the library still knows how to read: Greek letters, formulas, rare signs
LEFT = re.compile(r"[Α-Ωα-ω√∞∑∫∂≡∈∪∩²³¹⁰-⁹₀-₉]")
YEAR = re.compile(r"(?:19|20)\d\d")
NUMERIC = re.compile(r"\d+")


def _part(name: str) -> str:
    """One run of an address: "bbc" is spelt, "42" is a number."""
    if name.isdecimal():
        return year(name) if YEAR.fullmatch(name) else cardinal(name)
    if (
        SPELT.fullmatch(name)
        or (name.isupper() and len(name) <= 4)
        or not re.search(r"(?i)[aeiouy]", name)
    ):
        return " ".join(name.upper())
    return name


ADDRESS_WORDS = AddressWords("dot", "at", "dash", "underscore", "plus", _part)


def spoken(sentence: str, house: Mapping[str, str] | None = None) -> str:
    """Say one English sentence in plain words; "" when it has nothing to say.

    `house` maps a written word or phrase to what is said instead: whole words, case-sensitive,
    longest first, out of every rule's reach.
    """
    shelter = Shelter()
    text = shelter_house(plain(sentence), house, shelter)
    text = shelter_addresses(text, ADDRESS_WORDS, shelter)
    text = figures.compared(shortforms.names(text))
    text = figures.phones(text)
    text = dates.dates(text)
    text = amounts.money(text)
    text = dates.times(text)
    text = amounts.measures(text)
    text = figures.romans(text)
    text = dates.years(signs.quotes(text))
    text = signs.slashes(figures.figures(text))
    text = shortforms.acronyms(shortforms.shortforms(text))
    if LEFT.search(text):
        text = normalize(text, "en")
    text = NUMERIC.sub(lambda m: f" {cardinal(m[0])} ", signs.signs(text))
    return signs.tidy(shelter.restore(signs.tidy(text)))
