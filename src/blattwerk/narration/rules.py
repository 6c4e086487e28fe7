"""How each kind of unit is heard: whether at all, with what before it, and the silence after it.

Pure: no Django, no clock. What a paper may decide for itself comes in as `Hearing`.
"""

from dataclasses import dataclass

from blattwerk.common.speakable import Unit, UnitKind

RULES_VERSION = 1  # part of every script's digest: raise it when the rules below change
SENTENCE_GAP = 0.25  # seconds between the sentences of one unit
NOTICE_GAP = 1.2


@dataclass(frozen=True)
class Hearing:
    """A paper's own choices."""

    bylines: bool = True
    captions: bool = False
    tables: bool = False
    announce_quotes: bool = True


@dataclass(frozen=True)
class Rule:
    """`gap`: seconds of silence after the unit; `chapter`: it opens one."""

    gap: float
    chapter: bool = False


RULES = {
    UnitKind.KICKER: Rule(gap=0.45),
    UnitKind.HEADLINE: Rule(gap=0.9),
    UnitKind.BYLINE: Rule(gap=0.9),
    UnitKind.LEAD: Rule(gap=0.9),
    UnitKind.PARAGRAPH: Rule(gap=0.7),
    UnitKind.SUBHEAD: Rule(gap=0.8, chapter=True),
    UnitKind.QUOTE: Rule(gap=0.9),
    UnitKind.LIST_ITEM: Rule(gap=0.45),
    UnitKind.TABLE_ROW: Rule(gap=0.45),
    UnitKind.CAPTION: Rule(gap=0.7),
}

_PHRASES = {
    "de": {"byline": "Von {names}.", "quote": "Zitat {speaker}:", "quote_alone": "Zitat:"},
    "en": {"byline": "By {names}.", "quote": "Quote, {speaker}:", "quote_alone": "Quote:"},
}
_NOTICES = {
    "de": "Dieser Beitrag wurde automatisch mit einer künstlichen Stimme vorgelesen.",
    "en": "This article was read automatically by a synthetic voice.",
}


def is_heard(unit: Unit, hearing: Hearing) -> bool:
    """Whether a unit is read at all."""
    if unit.kind is UnitKind.BYLINE:
        return hearing.bylines
    if unit.kind is UnitKind.CAPTION:
        return hearing.captions
    if unit.kind is UnitKind.TABLE_ROW:
        return hearing.tables
    return True


def announcement(unit: Unit, language: str, hearing: Hearing) -> str:
    """What is said before the unit without standing on the page; "" for nothing."""
    if unit.kind is not UnitKind.QUOTE or not hearing.announce_quotes:
        return ""
    phrases = _PHRASES[language]
    if unit.speaker:
        return phrases["quote"].format(speaker=unit.speaker)
    return phrases["quote_alone"]


def said_text(unit: Unit, language: str) -> str:
    """The unit's text as it is said; a bare name wants a word before it."""
    if unit.kind is UnitKind.BYLINE:
        return _PHRASES[language]["byline"].format(names=unit.text)
    return unit.text


def notice(language: str) -> str:
    """The spoken sentence that ends a podcast episode of a synthetic voice."""
    return _NOTICES[language]
