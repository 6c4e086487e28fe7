"""Ordinals before names and nouns, with the ending the words around ask for."""

import re

from blattwerk.narration.text.german.grammar import ending, words_before
from blattwerk.narration.text.german.nouns import gender, is_woman, known_gender, noun_after
from blattwerk.narration.text.german.numbers import ordinal
from blattwerk.narration.text.german.rules import DIGITS, Rule, rule
from blattwerk.narration.text.german.tables import words

# What opens a new sentence or item rather than being counted by the ordinal before it.
_OPENERS = frozenset(
    words(
        """
        Der Die Das Den Dem Des Ein Eine Einen Er Sie Es Wir Ihr Ich Du Man Im In Am An Auf Aus
        Bei Mit Nach Von Vor Zu Zum Zur Für Und Oder Aber Doch Wenn Weil Dass Wer Was Wie Wo
        Wann Warum So Dann Danach Dort Hier Jetzt Diese Dieser Dieses Kein Keine Nicht Als Ab
        Bis Seit Um Unter Über Durch Auch Noch Nur Schon Da Dabei Damit
        """
    )
)
_DETERMINED = re.compile(
    r"(?i)\b(?:der|die|das|den|dem|des|am|im|zum|zur|vom|beim|ins|aufs|jede[rnms]?|ein|eine[rnms]?|"
    r"(?:sein|ihr|mein|unser|euer|kein)e?[rnms]?|diese[rnms]?)(?: \w+){0,2} $"
)
_PLURAL = re.compile(r" ?[^\W\d_]+en [A-ZÄÖÜ]")
_ONE = r"\d{1,3}\.\d{3}\.|\d{1,4}\."
_FUNCTION_WORDS = frozenset(words("und oder aber ist war sind wird werden hat haben bis auf"))


def _ordinals(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    before = words_before(text, start)
    noun = noun_after(text, match.end())
    determined = _DETERMINED.search(text[max(0, start - 60) : start]) is not None
    if not determined and not _counts(text, match, noun):
        return match[0]
    tail = "en" if _of_many(text, match, before) else ending(before, gender(noun) if noun else "m")
    if tail == "er" and not determined and noun.endswith("en") and not known_gender(noun):
        tail = "e"  # erste Zusagen: many, without an article
    said = re.sub(_ONE, lambda m: f"{ordinal(int(m[0].replace('.', '')))}{tail}", match["all"])
    return re.sub(r"\s?[–-]\s?", " bis ", said).replace("/", " und ")


def _of_many(text: str, match: re.Match[str], before: list[str]) -> bool:
    """Die 6. Olympischen Spiele: the adjective after it shows the plural."""
    return before[:1] in (["die"], ["Die"]) and _PLURAL.match(text, match.end()) is not None


def _counts(text: str, match: re.Match[str], noun: str) -> bool:
    """Without a determiner: is what follows counted, or does it begin anew?"""
    following = re.match(r"\s?([^\W\d_][\w-]*)", text[match.end() : match.end() + 40])
    if not noun or following is None or following[1] in _OPENERS:
        return False
    if len(match["all"]) > 4 and match["all"].rstrip(".").isdecimal():
        return False
    if following[1][0].islower():
        return (
            following[1].endswith(("e", "er", "es", "en", "em"))
            and following[1] not in _FUNCTION_WORDS
        )
    return True


def _at_end(match: re.Match[str]) -> str:
    """Am 50. without anything after it: the number is an ordinal and ends the sentence."""
    before = words_before(match.string, match.start("n"))
    return f"{match['lead']}{ordinal(int(match['n'])).capitalize()}{ending(before, 'm')}."


def _listed(match: re.Match[str]) -> str:
    """(12., 83.), Weltranglisten-13., da: a full stop that ends nothing."""
    before = words_before(match.string, match.start())[1 if match["join"] else 0 :]
    tail = ending(before, "m") if before else "e"
    return f"{match['join'] and ' '}{ordinal(int(match['n']))}{tail}"


def _next_place(match: re.Match[str]) -> str:
    """Er wurde 2., sie 17.: what follows a place is a place as well."""
    who = match["who"]
    tail = "e" if who == "sie" or is_woman(who.partition(" ")[0]) else "er"
    return f"{who} {ordinal(int(match['n'])).capitalize()}{tail}."


def _placed(match: re.Match[str]) -> str:
    """Sie war 2. im Slalom, er 3. hinter Odermatt."""
    said = ordinal(int(match["n"])).capitalize()
    who = words_before(match.string, match.start())
    woman = any(word in {"sie", "Sie"} or is_woman(word) or word.endswith("erin") for word in who)
    return f"{said}{'e' if woman else 'er'}"


def _compound(match: re.Match[str]) -> str:
    return f"{ordinal(int(match['n'])).capitalize()}e-"


def _item(match: re.Match[str]) -> str:
    """1. Die Bank haftet: the number of an item."""
    return f"{ordinal(int(match['n'])).capitalize()}ens: "


RULES: tuple[Rule, ...] = (
    rule(
        ".",
        r"(?:(?<=\bwar )|(?<=\bwurde )|(?<=\bist )|(?<=\bwird )|(?<=\bals )|(?<=\bAls )|"
        r"(?<=, er )|(?<=, sie ))(?P<n>\d{1,2})\.(?= (?:im|beim|bei|hinter|vor|in der)\b)",
        _placed,
    ),
    rule(".", rf"^(?P<n>\d{{1,2}})\. (?=(?:{'|'.join(sorted(_OPENERS))})\b)", _item),
    rule(".", r"(?<![\w.,])(?P<n>\d{1,2})\.-(?=[A-ZÄÖÜ])", _compound),
    rule(
        ".",
        rf"(?<![\w.,:/-])(?P<all>(?:{_ONE})(?:(?:,? ?(?:und|oder|bis|sowie|bzw\.|beziehungsweise)"
        rf" ?|,? ?|\s?[–-]\s?|/)(?:{_ONE}))*)(?= ?[^\W\d_])",
        _ordinals,
    ),
    rule(
        ".",
        r"(?P<lead>\b(?:[Dd]er|[Dd]en|[Dd]em|[Aa]m|[Zz]um|[Vv]om|[Aa]uf den|[Ii]m|[Jj]ede[rn]|"
        r"[Aa]ls) )(?P<n>\d{1,2})\.(?=[\s\"“”»)]*$)",
        _at_end,
    ),
    rule(
        DIGITS,
        r"(?:(?<=\bwurde )|(?<=\bwurde er )|(?<=\bist er )|(?<=Punkten )|(?<=Zählern ))"
        r"(?P<n>[1-9]|1\d)\.(?=[\s“”»]*$)(?<!wurde 1\d\.)",
        lambda m: f"{ordinal(int(m['n'])).capitalize()}er.",
    ),
    rule(".", r"(?<=\d\., )(?P<who>\w+(?: \w+)?) (?P<n>\d{1,2})\.(?=[\s“”»]*$)", _next_place),
    rule(".", r"(?:(?<![\w.,:])|(?<=\w)(?=-))(?P<join>-?)(?P<n>\d{1,3})\.(?=[,)/](?!\d))", _listed),
    rule("-", r"(?<=[a-zäöü])(?P<join>-)(?P<n>\d{1,2})\.(?= [a-zäöü])", _listed),
)
