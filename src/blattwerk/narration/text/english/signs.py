"""Signs that are words, signs that are pauses, and the rest, which is dropped."""

import re
import unicodedata

from blattwerk.narration.text.ground import KEPT

QUOTES = re.compile(
    r"[“”„‟«»‹›\"″]|(?<!\w)[‘’'‚](?!\d0s|\d\d\b|[a-z]{1,4}\b)|(?<![\w.])[‘’'](?=[A-Z])|(?<=[^\w\s])['’]|(?<=\s)['’](?=\s)"
)
SINGLES = re.compile(r"(?<=[a-rt-zA-Z.,!?])['’](?!\w)")
PAIRS = (
    (re.compile(r"(?<!\w)s/he(?!\w)"), "he or she"),
    (re.compile(r"(?<!\w)S/he(?!\w)"), "He or she"),
    (re.compile(r"(?<!\w)\(s\)he(?!\w)"), "she or he"),
    (re.compile(r"(?<!\w)and/or(?!\w)"), "and or"),
    (re.compile(r"(?<!\w)either/or(?!\w)"), "either or"),
    (re.compile(r"(?<=[a-z])\(e?s\)(?!\w)"), None),
)
BRACKETED_PLURAL = re.compile(r"(?<!\w)([^\W\d_]+)\((e?s)\)(?!\w)")
LOWER_SLASH = re.compile(r"(?<=[a-z'’])\s?/\s?(?=[a-z])")
SLASH = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
SAID = (
    (re.compile(r"\s?&\s?"), " and "),
    (re.compile(r"(?<=\w)\+(?=[\s,.;:!?)]|$)"), " plus"),
    (re.compile(r"\s?\+\s?(?=\w)"), " plus "),
    (re.compile(r"\s?=\s?"), " equals "),
    (re.compile(r"\s?[×✕]\s?|(?<=\d)\s?\*\s?(?=\d)|\s?⋅\s?"), " times "),
    (re.compile(r"\s?÷\s?"), " divided by "),
    (re.compile(r"\s?(?:→|⇒|➔|->)\s?"), " to "),
    (re.compile(r"\s?±\s?"), " plus or minus "),
    (re.compile(r"\s?≠\s?"), " does not equal "),
    (re.compile(r"\s?%"), " percent"),
    (re.compile(r"\s?°\s?"), " degrees "),
    (re.compile(r"\s<\s"), " less than "),
    (re.compile(r"\s>\s"), " more than "),
    (re.compile(r"\s?€\s?"), " euros "),
    (re.compile(r"\s?£\s?"), " pounds "),
    (re.compile(r"\s?\$\s?"), " dollars "),
    (re.compile(r"(?<=\w)\s?@\s?(?=\w)"), " at "),
    (re.compile(r"§+"), " section "),
    (re.compile(r"Ω"), " ohms "),
)
PAUSES = (
    (re.compile(r"\s*(?:…|\.{2,})\s*$"), "."),
    (re.compile(r"\s*(?:…|\.{2,})\s*(?=[a-z])"), ", "),
    (re.compile(r"\s*(?:…|\.{2,})"), ","),
    (re.compile(r"(?<=\w)\s?(?:—|--+)\s?(?=\w)|\s[–-]+\s"), ", "),
    (re.compile(r"\s*[(\[{]\s*"), ", "),
    (re.compile(r"\s*[)\]}]\s*(?=[.,;:!?])"), ""),
    (re.compile(r"\s*[)\]}]\s*"), ", "),
    (re.compile(r"\s*[|•·]\s*"), ", "),
)
SPEECH = re.compile(rf"[^\w\s.,;:?!'’\-{KEPT[1:-1]}]|_")
STRAY_HYPHEN = re.compile(rf"(?<![\w{KEPT[1:-1]}])-+|-+(?![\w{KEPT[1:-1]}])")
TIDY = (
    (re.compile(r"([?!]){2,}|[?!]*\?[?!]*"), lambda m: "?" if "?" in m[0] else "!"),
    (re.compile(r"\s+([.,;:?!])"), r"\1"),
    (re.compile(r"[,;:]+(?=[.?!;:])|,+(?=,)|(?<=[.?!;:]),"), ""),
    (re.compile(r"\.{2,}"), "."),
    (re.compile(r"(?<=[?!])\."), ""),
    (re.compile(r"^[\s.,;:?!-]+"), ""),
    (re.compile(r"\s{2,}"), " "),
)


def quotes(text: str) -> str:
    """Drop quotation marks; apostrophes stay."""
    return SINGLES.sub("", QUOTES.sub("", text)).replace("’", "'")


def slashes(text: str) -> str:
    """Gender forms and alternatives."""
    text = BRACKETED_PLURAL.sub(lambda m: f"{m[1]} or {m[1]}{m[2]}", text)
    for pattern, said in PAIRS:
        if said is not None:
            text = pattern.sub(said, text)
    return SLASH.sub(" ", LOWER_SLASH.sub(" or ", text))


def signs(text: str) -> str:
    """Say what is said, pause where there is a pause, drop the rest."""
    for pattern, said in SAID:
        text = pattern.sub(said, text)
    for pattern, pause in PAUSES:
        text = pattern.sub(pause, text)
    return STRAY_HYPHEN.sub(" ", SPEECH.sub(" ", _letters_only(text)))


def _letters_only(text: str) -> str:
    """Superscripts, circled figures and other foreign numerals are gone by now or are dropped."""
    return (
        "".join(" " if unicodedata.category(char) in ("No", "Nl") else char for char in text)
        if not text.isascii()
        else text
    )


def tidy(text: str) -> str:
    """One space between words, one mark at a time, no mark at the beginning."""
    for pattern, put in TIDY:
        text = pattern.sub(put, text)
    return text.strip(" ,;:-") if any(map(str.isalnum, text)) else ""
