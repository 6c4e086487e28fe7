"""Endings and articles by what stands before: German inflects its numbers."""

import re
from collections.abc import Sequence

from blattwerk.narration.text.german.tables import words

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE = re.compile(r"[,.;:!?()\[\]„“\"]")
_REACH = 80  # characters looked back; determiners stand close

ADVERBS = frozenset(
    words(
        """
        bereits schon erst insgesamt mittlerweile inzwischen nun nunmehr etwa wohl jeweils
        gerade sogar knapp spätestens frühestens genau exakt immerhin bisher ungefähr rund nur
        plus auch einschließlich inklusive inkl
        """
    )
)
_OWNERS = ("mein", "dein", "sein", "ihr", "unser", "eur", "kein", "ein")
_POINTERS = ("dies", "jen", "jed", "welch", "manch", "solch")
_CONTRACTED_DATIVE = frozenset(words("am im zum vom beim zur unterm hinterm"))
_CONTRACTED_ACCUSATIVE = frozenset(words("ins aufs ums fürs durchs ans übers"))
DATIVE = frozenset(
    words(
        """
        mit von nach aus bei seit zu ab vor binnen gegenüber außer samt dank in an auf unter
        zwischen neben hinter laut
        """
    )
)
_TOWARDS = frozenset({"auf"})  # of amounts: von zwei auf eine Million
ACCUSATIVE = frozenset(words("für gegen um durch ohne bis per pro über je"))
_TAKERS = frozenset(
    words(
        """
        kostet kosten kostete kosteten zahlt zahlen zahlte zahlten wiegt misst hat haben hatte
        hatten gibt gab bekommt bekam erhält erhielt verlor verliert gewann gewinnt kauft kaufte
        nimmt nehme nehmen nahm braucht brauchen holte holt erzielte macht machte trinkt trank
        fehlt spendet spendete schießt schoss beträgt betrug dauert dauerte verdient verdiente
        man
        """
    )
)


def words_before(text: str, at: int, count: int = 4) -> list[str]:
    """The last words before a place, nearest first, no further than the clause reaches."""
    near = text[max(0, at - _REACH) : at]
    cuts = [match.end() for match in _CLAUSE.finditer(near)]
    if cuts:
        near = near[cuts[-1] :]
    return _WORDS.findall(near)[: -count - 1 : -1]


def ending(before: Sequence[str], gender: str) -> str:
    """The ending of an adjective or ordinal: e, en, er, es or em."""
    words = [word for word in before if word.lower() not in ADVERBS]
    if not words:
        return _strong(gender)
    last = words[0].lower()
    found = _after_determiner(last, words[1:], gender)
    if found:
        return found
    if _is_adjective(words) and _after_determiner(words[1].lower(), words[2:], gender):
        return _own_ending(last)
    return _after_preposition(last, gender)


def _after_determiner(last: str, further: Sequence[str], gender: str) -> str:
    if last in _CONTRACTED_DATIVE or last in {"dem", "den", "des", "beide", "beiden", "aller"}:
        return "en"
    if last in _CONTRACTED_ACCUSATIVE or last in {"die", "das"}:
        return "e"
    if last == "der":
        return _after_der(further, gender)
    if last.startswith(_OWNERS):
        return _after_owner(last, gender)
    stem = next((stem for stem in _POINTERS if last.startswith(stem)), "")
    return _after_pointer(last.removeprefix(stem), further, gender) if stem else ""


def _after_der(further: Sequence[str], gender: str) -> str:
    if gender == "f" or (further and further[0].lower() in DATIVE):
        return "en"
    return "e"


def _after_owner(last: str, gender: str) -> str:
    stem = next(stem for stem in sorted(_OWNERS, key=len, reverse=True) if last.startswith(stem))
    tail = last.removeprefix(stem)
    if tail in {"", "er"} and last in {*_OWNERS, "euer"}:
        return {"f": "e", "n": "es"}.get(gender, "er")
    return {"e": "e", "en": "en", "em": "en", "er": "en", "es": "en"}.get(tail, "")


def _after_pointer(tail: str, further: Sequence[str], gender: str) -> str:
    if tail == "er":
        return _after_der(further, gender)
    return {"e": "e", "es": "e", "en": "en", "em": "en"}.get(tail, "")


def _is_adjective(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0][0].islower() and bool(_own_ending(words[0]))


def _own_ending(word: str) -> str:
    return next((tail for tail in ("en", "er", "es", "em", "e") if word.endswith(tail)), "")


def _after_preposition(last: str, gender: str) -> str:
    if last == "von":
        return "er" if gender == "f" else "en"
    if last in DATIVE:
        return "er" if gender == "f" else "em"
    if last in ACCUSATIVE:
        return {"f": "e", "n": "es"}.get(gender, "en")
    return _strong(gender)


def _strong(gender: str) -> str:
    return {"f": "e", "n": "es"}.get(gender, "er")


def case_after(before: Sequence[str]) -> str:
    """The case a bare number's article takes: "dative", "accusative" or "nominative"."""
    words = [word.lower() for word in before if word.lower() not in ADVERBS]
    if words and words[0] in DATIVE - _TOWARDS:
        return "dative"
    if words and words[0] in ACCUSATIVE | _TOWARDS:
        return "accusative"
    return "accusative" if any(word in _TAKERS for word in words[:3]) else "nominative"


def one(before: Sequence[str], gender: str) -> str:
    """The number one before a noun: ein, eine, einen, einem, einer."""
    case = case_after(before)
    if case == "dative":
        return "einer" if gender == "f" else "einem"
    if gender == "f":
        return "eine"
    return "einen" if case == "accusative" and gender == "m" else "ein"


def half(before: Sequence[str], gender: str) -> str:
    """One half of something: ein halber, eine halbe, einem halben."""
    article = one(before, gender)
    if article == "ein":
        return "ein halbes" if gender == "n" else "ein halber"
    return f"{article} halbe" if article == "eine" else f"{article} halben"
