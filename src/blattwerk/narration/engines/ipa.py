"""Pronunciations written in IPA, as the engines want them.

espeak-ng takes mnemonics of its own; Piper's voices have learnt the IPA that espeak-ng writes,
which is not quite what a dictionary prints. Both come from one table for each language.
"""

import unicodedata
from collections.abc import Iterator

from blattwerk.narration.engines.ipa_tables import ENGLISH, GERMAN
from blattwerk.narration.errors import VoiceError

TABLES = {"de": GERMAN, "en": ENGLISH}
LONGEST = 100
_VOWELS = frozenset("aeiouyøœæɐɑɒɔəɛɜɪʊʌʏɚɨʉãõ")
_SYLLABIC = "\u0329"
_STRESS = {"ˈ": "'", "ˌ": ","}
_DROPPED = dict.fromkeys(map(ord, ".‿\u0361\u035c\u032f\u02b0\u031a/[]"))
_WRITTEN_ALIKE = str.maketrans(
    {"g": "ɡ", ":": "ː", "'": "ˈ", "ʦ": "ts", "ʧ": "tʃ", "ʤ": "dʒ", "ɝ": "ɜ", "ˑ": "ː"}
)


def check_ipa(ipa: str, language: str) -> None:
    """Raises VoiceError, naming the symbol, when `ipa` cannot be spoken in "de" or "en"."""
    symbols(ipa, language)


def mnemonics(ipa: str, language: str) -> str:
    """The pronunciation in espeak-ng's own letters. Raises VoiceError."""
    table = TABLES[language]
    return "".join(
        symbol if symbol in "',  " else table[symbol][0]
        for symbol in _stress_at_vowels(symbols(ipa, language))
    )


def as_espeak_writes(ipa: str, language: str, *, british: bool = False) -> str:
    """The pronunciation in the IPA that espeak-ng writes for this language. Raises VoiceError."""
    table = TABLES[language]
    marks = {mark: sign for sign, mark in _STRESS.items()}
    placed = list(_stress_at_vowels(symbols(ipa, language)))
    written = []
    for place, symbol in enumerate(placed):
        heard = marks.get(symbol, symbol)
        if symbol in table:
            heard = table[symbol][2 if british else 1]
        if language == "de" and heard == "r" and not _vowel_follows(placed, place):
            heard = "ɾ"
        written.append(heard)
    return "".join(written)


def symbols(ipa: str, language: str) -> list[str]:
    """The pronunciation taken apart: sounds of the language, stress marks, spaces.

    Raises VoiceError for an empty one, a very long one, or a symbol the language does not know.
    """
    if language not in TABLES:
        raise VoiceError(f"No pronunciation in IPA can be given for the language “{language}”.")
    text = unicodedata.normalize("NFC", ipa).translate(_DROPPED).translate(_WRITTEN_ALIKE)
    text = " ".join(text.split())
    if not text.strip(" ˈˌ"):
        raise VoiceError("The pronunciation is empty; write it in IPA, such as zeˈlɛnskɪ.")
    if len(text) > LONGEST:
        raise VoiceError(f"The pronunciation is longer than {LONGEST} symbols.")
    return list(_taken_apart(text, language))


def _taken_apart(text: str, language: str) -> Iterator[str]:
    table, place = TABLES[language], 0
    while place < len(text):
        longest = next(
            (
                text[place : place + size]
                for size in (4, 3, 2, 1)
                if _known(text, place, size, table)
            ),
            None,
        )
        if longest is None:
            raise VoiceError(_unknown(text, place, language))
        yield longest
        place += len(longest)


def _known(text: str, place: int, size: int, table: dict[str, tuple[str, str, str]]) -> bool:
    piece = text[place : place + size]
    return len(piece) == size and (piece in table or piece == " " or piece in _STRESS)


def _unknown(text: str, place: int, language: str) -> str:
    symbol = text[place]
    end = place + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    name = unicodedata.name(symbol, "no letter").lower()
    tongue = {"de": "German", "en": "English"}[language]
    return (
        f"The symbol “{text[place:end]}” ({name}) at place {place + 1} of “{text}” "
        f"cannot be spoken by the {tongue} voices; write the nearest {tongue} sound instead."
    )


def _stress_at_vowels(found: list[str]) -> Iterator[str]:
    """IPA marks stress before the syllable, espeak-ng right before its vowel."""
    waiting = ""
    for symbol in found:
        if symbol in _STRESS:
            waiting = _STRESS[symbol]
            continue
        if waiting and is_vowel(symbol):
            yield waiting
            waiting = ""
        yield symbol


def is_vowel(symbol: str) -> bool:
    """Whether a symbol can carry the stress."""
    return symbol[0] in _VOWELS or _SYLLABIC in symbol


def _vowel_follows(placed: list[str], place: int) -> bool:
    for symbol in placed[place + 1 :]:
        if symbol not in "',":
            return is_vowel(symbol)
    return False
