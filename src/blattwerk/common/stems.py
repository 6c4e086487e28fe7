"""German words as the search compares them.

`fold` writes a word as plain letters: case, accents and the ways of writing umlauts no longer
count. `stem` goes on to what the forms of a word share: Häuser and Haus, Ärztinnen and Arzt. Stems
are for comparing only and mean nothing to people. The same functions serve index and query, so
that both databases find the same.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

LONGEST_WORD = 60
SHORTEST_FORM = 5  # letters; shorter words end as they like
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l",
     "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)  # fmt: skip
# Invisible characters that German typesetting puts into words: soft hyphens, joiners, accents.
_WORD = re.compile(
    r"(?:[^\W_]|[\u0300-\u036F])(?:[^\W_]|[\u0300-\u036F\u00AD\u200B-\u200D\u2060])*"
)
_FEMININE = re.compile(
    r"(?<=eur|ent|ist|ant|tor|gog|log|nom|aph|ekt|rzt|irt|aet|dat|rat|mat|lot)in$"
)
_PLURAL_S = re.compile(r"(?:(?<=[oy])|(?<=[^gl]a)|(?<=[^aeoun]i))s$")
# Written as one of their regular forms, which the stemmer knows.
_IRREGULAR = (
    (re.compile(r"innen$"), "in"),
    (_FEMININE, ""),
    (_PLURAL_S, ""),
    (re.compile(r"(?<!a)ums?$|(?<=[^e])a$|(?<=vir)us$"), "en"),  # Museum, Thema, Virus
    (re.compile(r"(?<=[a-z]nis)$"), "se"),
    (re.compile(r"(?<=bus)se[ns]?$"), ""),
    (re.compile(r"stadions?$"), "stadien"),
    (re.compile(r"(?<=fuch|luch|lach|wuch)s$"), "se"),  # here the s belongs to the word
)

_STOP_WORDS = """
    ab aber als also am an auch auf aus bei beim bis da dann das dass dem den der des die dies
    diese dieser dieses doch dort du durch ein eine einem einen einer eines er es fuer gegen hat
    haben hatte hier ich ihr im in ins ist ja kein keine man mehr mit nach nicht noch nun nur ob
    oder ohne schon sehr sein sich sie sind so soll ueber um und uns unter vom von vor war was weil
    wenn wer wie wir wird wo zu zum zur
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True)
class Word:
    """One word of a text: where it stands, and as the search compares it."""

    start: int
    end: int
    folded: str

    @property
    def stem(self) -> str:
        return stem(self.folded)


def words(text: str) -> list[Word]:
    """The words of a text in order, with their places in it."""
    found = ((match, fold(match.group())) for match in _WORD.finditer(text))
    return [Word(match.start(), match.end(), folded) for match, folded in found if folded]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The word in plain lower-case letters and digits; folding twice changes nothing more."""
    folded = word
    for _ in range(4):  # a letter's plain form may itself have one, in rare scripts
        plain = _fold_once(folded)
        if plain == folded:
            break
        folded = plain
    return folded[:LONGEST_WORD]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What the forms of a word share; `word` may be folded or not."""
    folded = fold(word)
    for ending, regular in _IRREGULAR:
        if len(folded) >= SHORTEST_FORM:
            folded = ending.sub(regular, folded)
    return _snowball().stemWord(folded) or folded


def _fold_once(word: str) -> str:
    composed = unicodedata.normalize("NFKC", word).casefold()
    spelled = unicodedata.normalize("NFC", composed).translate(_SPELLED_OUT)
    plain = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in plain if letter.isalnum())


@lru_cache(maxsize=1)
def _snowball() -> "snowballstemmer.german_stemmer.GermanStemmer":
    return snowballstemmer.stemmer("german")
