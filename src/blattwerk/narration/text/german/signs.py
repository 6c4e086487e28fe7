"""Signs between words: said, or heard as a pause."""

import re

from blattwerk.narration.text.german.numbers import cardinal
from blattwerk.narration.text.german.rules import Rule, rule

_MORE = {
    "=": "gleich",
    "<": "kleiner als",
    ">": "größer als",
    "≤": "höchstens",
    "≥": "mindestens",
    "≈": "ungefähr",
    "≠": "ungleich",
    "~": "circa",
    "×": "mal",
    "÷": "geteilt durch",
    "±": "plus minus",
    "∞": "unendlich",
}

# While digits are still written as such.
AMONG_NUMBERS: tuple[Rule, ...] = (
    rule(
        "+",
        r"(?<![\w.,])(\d{1,3})\+(\d{1,2})-(?=[A-ZÄÖÜ])",
        lambda m: f"{cardinal(int(m[1])).capitalize()}-plus-{cardinal(int(m[2]))}-",
    ),
    rule(
        "23", r"(?<=\d) ?([kcdm]?m)([23])(?!\w)", lambda m: f" {m[1]}{'²' if m[2] == '2' else '³'}"
    ),
    rule("/", r"(?<=\d)/(?=(?:19|20)\d\d(?![\d/]))(?<![12]\d\d\d/)", " aus "),
    rule(
        "/",
        r"\b(\d{1,2} ?(?:Ob|Os|ObA|ObS|Bkd|Ra|Ro)|[IVX]{1,4} ?Z[RB]) (\d+)/(\d\d)([a-z]?)(?!\w)",
        lambda m: f"{m[1]} {m[2]} aus {cardinal(int(m[3]))} {m[4]}",
    ),
    rule(".", r"(?<=\d)\.\+(?=\d)", " plus "),
    rule(
        "/",
        r"((?i:blutdruck)[^\d]{0,30}\d{2,3})/(\d{2,3})|(\d{2,3})/(\d{2,3})(?= ?mmHg)",
        lambda m: f"{m[1] or m[3]} zu {m[2] or m[4]}",
    ),
    rule("S", r"\bSat\.1\b", "Sat eins"),
    rule("/", r"(?<=[a-zäöü])/(?=(?:Monat|Jahr|Woche|Tag|Stunde|Person|Nacht|Minute)\b)", " pro "),
    rule("+", r"(?<!\w)\+\s?/\s?[-–−]\s?", "plus minus "),
    rule("±", r"±\s?", "plus minus "),
    rule("~≈≤≥", r"[~≈≤≥]\s?(?=[\d€$])", lambda m: f"{_MORE[m[0][0]]} "),
    rule("<>", r"(?<![\w<])(?:[<>])\s?(?=[\d€$-])", lambda m: f"{_MORE[m[0][0]]} "),
    rule(
        "<>=",
        r"(?<=\d) ?(<=|>=|=|<|>) ?(?=[-\d])",
        lambda m: {"<=": " höchstens ", ">=": " mindestens "}.get(m[1]) or f" {_MORE[m[1]]} ",
    ),
    rule("+", r"(?<=[\d%€])\s?\+\s?(?=\d)", " plus "),
    rule("+", r"(?<=\d)\+(?!\w)", " plus"),
    rule("-−–", r"(?<=\d) [-−–] (?=\d+(?:[.,]\d+)? ?=)", " minus "),
    rule(
        "*·÷", r"(?<=\d) ?([*·÷]) ?(?=\d)", lambda m: " geteilt durch " if m[1] == "÷" else " mal "
    ),
    rule("%", r"\s?%-(?=[Pp]unkt)", " Prozent"),
    rule("-−–", r"(?<![\w)%.])(?<![\d.]\s)[-−–](?=\d)", "minus "),
    rule("#", r"#\s?(?=\d)", "Nummer "),
    rule("*", r"(?<![\w*])\* ?(?=(?:\d{1,2}\. ?)?(?:\d|[A-ZÄÖÜ][a-zä]+ \d{4}))", "geboren "),
    rule("†", r"†\s?(?=\w)", "gestorben "),
)

# When only words are left.
AMONG_WORDS: tuple[Rule, ...] = (
    rule("&", r"\s*&\s*(?=\w)", " und "),
    rule("=", r"\s*=\s*", " gleich "),
    rule("%", r"\s*%", " Prozent"),
    rule("‰", r"\s*‰", " Promille"),
    rule("€", r"€", " Euro "),
    rule("$", r"(?<=US)-?\$", "-Dollar "),
    rule("$", r"(?<!\w)\$(?!\w)", " Dollar "),
    rule("£", r"£", " Pfund "),
    rule("°", r"\s?°", " Grad"),
    rule("+", r"(?<=[^\W\d_])\+(?![\w+])", " plus"),
    rule("+", r"(?<!\+)\+(?=\w)|(?<=\w )\+(?= \w)", "plus "),
    rule("@", r"(?<=\w)@|(?<!\S)@(?!\S)", " at "),
    rule("/", r"\b([Uu]nd)/(?=oder\b)", lambda m: f"{m[1]} "),
    rule("/", r"(?<=\w)\s?/\s?(?=\w)", ", "),
    rule("()[]{}<>|•·*_/\\", r"(?<=[^\W_])[*_](?=[^\W_])", " "),
    rule(")", r"\)-(?=\w)", ") "),
    rule("([{", r"(?<![(\[{\s])\s*+[(\[{]++\s*+(?=[\w„“\"'‚])", ", "),
    rule(")]}", r"(?<![)\]}\s])\s*+[)\]}]++(?=\s?[,;:.!?…])", ""),
    rule(")]}", r"(?<![)\]}\s])\s*+[)\]}]++\s*+", ", "),
    rule("–—−", r"(?<=[^\W_])[–](?=[^\W_])", "-"),
    rule("–—−-", r"\s+[–—−-]+(?:\s+|$)|\s*—\s*", ", "),
    rule("–−", r"(?<=\w)[–−](?=[,;:.!?]|$)", ""),
    rule("|•▪►→⇒➔", r"\s*[|•▪►→⇒➔]+\s*", ", "),
    rule("²", r"(?<=\w)²", " zum Quadrat"),
    rule("³", r"(?<=\w)³", " hoch drei"),
)


def brackets_of_machines(text: str) -> str:
    """Tags and double square brackets are text like any other and lose only their signs."""
    if "[[" in text or "]]" in text:
        text = re.sub(r"\[\[+|\]\]+", " ", text)
    if "<" in text:
        text = re.sub(r"<(/?)([^\W\d_][^<>]{0,300}?)(/?)>", r" \2 ", text)
    return text
