"""What is written short is said in full, titles in the gender of the name that follows."""

import re

from blattwerk.narration.text.german import abbreviations as table
from blattwerk.narration.text.german.grammar import ending, one, words_before
from blattwerk.narration.text.german.nouns import gender, is_woman, noun_after
from blattwerk.narration.text.german.numbers import number, value
from blattwerk.narration.text.german.rules import DIGITS, Rule, rule

_CLOSING = ' "“”’»)]'
_NEXT_WORDS = re.compile(r"[\s,]*((?:[^\W\d_][\w.’-]*[ ,]*){1,5})")
_CAPITAL = re.compile(r"[A-ZÄÖÜ][^\W\d_]+")
_DETERMINERS = frozenset(
    {"der", "die", "das", "den", "dem", "des", "im", "am", "zum", "zur", "vom"}
)
_ALWAYS_LOWER = frozenset({"v.", "u.", "o.", "m.", "bes.", "ev."})


def _pattern(written: str) -> str:
    return r"\s?".join(re.escape(part) for part in written.split(" "))


def _alternatives(words: list[str]) -> str:
    return "|".join(_pattern(word) for word in sorted(words, key=len, reverse=True))


def _capitalised(words: dict[str, str]) -> dict[str, str]:
    """Also as written at the start of a sentence: Z. B., Ca., Lt."""
    upper = {
        word[0].upper() + word[1:]: said[0].upper() + said[1:]
        for word, said in words.items()
        if word[0].islower() and word not in _ALWAYS_LOWER
    }
    return {**upper, **words}


_PLAIN = {word.replace(" ", ""): said for word, said in _capitalised(table.PLAIN).items()}
_ADJECTIVES = _capitalised(table.ADJECTIVES)


def _ends_sentence(match: re.Match[str]) -> str:
    """The full stop that an abbreviation at the end also was."""
    rest = match.string[match.end() :]
    return "." if match[0].endswith(".") and not rest.strip(_CLOSING) else ""


def _plain(match: re.Match[str]) -> str:
    written = re.sub(r"\s", "", match[0])
    if written == "min." and match.string[: match.start()].rstrip()[-1:].isdecimal():
        return f"min{_ends_sentence(match)}"
    return f"{_PLAIN[written]}{_ends_sentence(match)}"


def _adjective(match: re.Match[str]) -> str:
    stem = _ADJECTIVES[match[0]]
    if stem.lower() == "geboren":
        return stem[0] + _born(match)[1:]
    noun = noun_after(match.string, match.end())
    before = words_before(match.string, match.start())
    if not noun:
        return f"{stem}{_ends_sentence(match)}"
    kind = gender(noun)
    if _is_plural(noun) and not before:
        return f"{stem}e"
    return f"{stem}{ending(before, kind)}"


def _is_plural(noun: str) -> bool:
    return noun.endswith(("en", "innen", "s")) and not noun.endswith(("us", "chen", "is"))


def _born(match: re.Match[str]) -> str:
    following = match.string[match.end() :].lstrip()
    return "geborene" if _CAPITAL.match(following) else "geboren"


def _counted(match: re.Match[str]) -> str:
    singular, plural = table.COUNTED[match["short"]]
    written, join = match["n"], match["join"]
    if join == "-":
        return f"{written}-{plural}"
    if value(written) != 1:
        return f"{written} {plural}{_ends_sentence(match)}"
    article = one(words_before(match.string, match.start()), gender(singular))
    return f"{article} {singular}{_ends_sentence(match)}"


def _counted_ordinal(match: re.Match[str]) -> str:
    return f"{match['n']}. {table.COUNTED[match['short']][0]}{_ends_sentence(match)}"


def _title(match: re.Match[str]) -> str:
    man, woman = table.TITLES[re.sub(r"\s", "", match[0]).replace("z.NR", " z. NR")]
    said = woman if _of_a_woman(match) else man
    before = words_before(match.string, match.start())
    if said.endswith("eordneter") and before and before[0].lower() in {"der", "dem", "den", "des"}:
        return f"{said[:-2]}{ending(before, 'm')}"
    return said


def _of_a_woman(match: re.Match[str]) -> bool:
    """By the first name after the titles; `Frau Mag.` stays as it is said."""
    following = _NEXT_WORDS.match(match.string, match.end(), match.end() + 60)
    names = [
        word
        for word in (following[1].split() if following else [])
        if "." not in word and word.rstrip(",") not in table.TITLES
    ]
    return bool(names) and is_woman(names[0].rstrip(","))


def _franken(match: re.Match[str]) -> str:
    return f"{match['n']}{',' + match['rappen'] if match['rappen'] else ''} Franken"


def _manner(match: re.Match[str]) -> str:
    """vermutl., tatsächl.: an adverb, or after an article an adjective."""
    stem = f"{match[0][:-1]}ich"
    before = words_before(match.string, match.start())
    noun = _CAPITAL.match(match.string, match.end() + 1)
    if noun and before and before[0].lower() in _DETERMINERS | {"ein", "eine", "einen", "einem"}:
        return f"{stem}{ending(before, gender(noun[0]))}"
    return stem


def _of_the(match: re.Match[str]) -> str:
    """Haus d. Kindes, Verein d. Freunde, Kirche d. hl. Petrus."""
    noun = noun_after(match.string, match.end())
    if match["saint"]:
        return "der " if is_woman(noun) else "des "
    one_of_many = gender(noun) in {"m", "n"} and noun.endswith("s")
    return "des " if one_of_many else "der "


def _lane(match: re.Match[str]) -> str:
    """Ecke Neubaug./Burgg."""
    return f"{match['lane'] or ''}gasse"


def _initial(match: re.Match[str]) -> str:
    """J. Huber; im I. Weltkrieg it is a numeral."""
    before = words_before(match.string, match.start(), 1)
    if match["initial"] in "IVX" and before and before[0].lower() in _DETERMINERS:
        return match[0]
    return match["initial"] + (" " if match.string[match.end() : match.end() + 1].isalpha() else "")


def _weekdays(match: re.Match[str]) -> str:
    return f"{table.WEEKDAYS[match['first']]} bis {table.WEEKDAYS[match['last']]}"


def _weekday(match: re.Match[str]) -> str:
    return table.WEEKDAYS[match["day"] or match[0]]


_COUNTED = _alternatives(list(table.COUNTED))
_TITLES = _alternatives([*table.TITLES])
_DAY = "|".join(table.WEEKDAYS)

RULES: tuple[Rule, ...] = (
    rule(
        DIGITS,
        rf"(?<![\w.,]){number('n')}(?P<join>\s?|-)(?P<short>{_COUNTED})(?!\w)(?<!St\.(?= [A-Z]))",
        _counted,
    ),
    rule(DIGITS, rf"(?<![\w.,])(?P<n>\d{{1,3}})\. ?(?P<short>{_COUNTED})(?!\w)", _counted_ordinal),
    rule(
        "F",
        r"\bFr\. ?(?P<n>\d[\d'’]*)(?:\.(?:[–—-]{1,2}|(?P<rappen>\d\d)(?! ?Uhr|[.\d])))(?!\w)",
        _franken,
    ),
    rule("–-", rf"\b(?P<first>{_DAY})\.?\s?[–-]\s?(?P<last>{_DAY})\b\.?", _weekdays),
    rule(
        "",
        rf"(?:(?<=\b[Aa]m )|(?<=\bjeden ))(?P<day>{_DAY})(?:\.(?= [a-zäöü\d])|(?![\w.]))",
        _weekday,
    ),
    rule(
        "",
        rf"\b(?P<day>{_DAY})\.?(?=(?:,| und| bis| &| oder) (?:{_DAY})\b)|"
        rf"(?:(?<=tag und )|(?<=tag bis )|(?<=tag & )|(?<=tag oder )|(?<=woch und )|(?<=woch bis ))"
        rf"(?:{_DAY})\b\.?(?=[ ,:)])",
        lambda m: table.WEEKDAYS[m[0].rstrip(".")],
    ),
    rule(DIGITS, r"\b(?P<day>Mo|Di|Mi|Do|Fr|Sa)(?=,? (?:ab|bis|von|um|jeweils) \d)", _weekday),
    rule(".", rf"\b(?P<day>{_DAY})\.(?=,? (?:\d|ab |von |bis |um |de[mn] \d)|[–/-]|\))", _weekday),
    rule(
        DIGITS,
        rf"\b(?P<day>{_DAY})(?=,? \d)(?<!So(?= \d))|\bSo(?= \d{{1,2}}(?:[.:]\d\d)?(?:[–-]\d| Uhr))",
        _weekday,
    ),
    rule(
        "",
        rf"(?<![\w.-])(?:{_TITLES})(?=(?: |, )(?:[A-ZÄÖÜ(]|h\. ?c|a\. ?D|em\.|iur|med|phil|rer|"
        r"techn))",
        _title,
    ),
    rule(
        ".",
        r"(?<=Doktor )(?:(?:med|iur|jur|phil|rer|nat|pol|soc|oec|techn|theol|univ|vet|dent|mont)"
        r"\. ?)+",
        lambda m: m[0].replace(".", " ").replace("  ", " "),
    ),
    rule("(", r"(?:(?<=Diplomingenieur )|(?<=Magister )|(?<=Magistra ))\(FH\)", "F H"),
    rule(".", r"\bSt\.(?=[ -][A-ZÄÖÜ])", "Sankt"),
    rule(
        ".",
        r"(?<=[a-z] )i\. ?(?=(?:[A-Z]\w+(?:gau|kreis|tal|wald|viertel|feld|land)|Moos|Mkr\.)\b)",
        "im ",
    ),
    rule(".", r"(?<=[a-z] )i\. ?(?=[A-Z][a-z]{3})", "in "),
    rule(
        ".",
        r"(?<=[a-zäöüß] )a\. ?(?=(?:Mur|Donau|Drau|Enns|Ybbs|Salzach|Raab|Elbe|Saale)\b)",
        "an der ",
    ),
    rule(".", r"(?<=[a-zäöüß] )a\. ?(?=[A-Z][a-zäöü]{2})", "am "),
    rule(".", r"(?<=[a-zäöü] )b\. ?(?=[A-Z][a-z]{2})", "bei "),
    rule(".", r"(?<=[a-zäöü] )d\. ?(?=(?P<saint>[Hh]l\. )?[A-ZÄÖÜ][a-zäöü]{2})", _of_the),
    rule(".", r"\ba\. ?d\. (?=\d{1,2}\. ?(?:Jh|Jahrh))", "aus dem "),
    rule(".", r"\bvorm\. (?=[A-ZÄÖÜ])(?!\w+tag\b)", "vormals "),
    rule(
        ".",
        r"\bs\. (?=Anhang|Seite|S\. \d|Abb|Grafik|Kasten|Art|Kap|Bericht|Tab|Bild|Interview|Foto)",
        "siehe ",
    ),
    rule(
        ".", r"(?<=[a-zäöüß])g\.(?=/[A-ZÄÖÜ])|(?<=g\./)(?P<lane>[A-ZÄÖÜ][a-zäöü]{2,20})g\.", _lane
    ),
    rule(".", r"(?<=[a-zäöüß])str\.(?=\W|$)", "straße"),
    rule(".", r"(?<=[a-zäöüß])[-]?[Gg]\.(?= \d)", "gasse"),
    rule("", rf"(?<![\w.])(?:{_alternatives(list(_capitalised(table.PLAIN)))})(?!\w)", _plain),
    rule(".", rf"(?<![\w.])(?:{_alternatives(list(_ADJECTIVES))})(?!\w)", _adjective),
    rule(".", r"(?<![\w.])[A-ZÄÖÜ]?[a-zäöü]{3,20}[dghknrt]l\.(?= \w|,)(?<!Karl\.)", _manner),
    rule(
        "",
        rf"(?<![\w.])(?:{_alternatives(list(table.UNCOUNTED))})(?!\w)",
        lambda m: table.UNCOUNTED[m[0]] + _ends_sentence(m),
    ),
    rule(
        ".",
        r"(?<![\w.])(?P<initial>[A-ZÄÖÜ])\.(?=[ -]?[A-ZÄÖÜ][\w.])",
        _initial,
    ),
)
