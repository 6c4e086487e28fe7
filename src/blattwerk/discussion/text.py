"""What a reader typed, made fit to be kept; pure. Shown as typed: nothing that can be seen goes."""

import re
import unicodedata

import regex

LONGEST_CLUSTER = 8  # code points a grapheme may have on average; a country's flag has 14 at most
# An address ends at a blank, a quotation mark, or a sign that nobody sees.
LINK = re.compile(
    r"https?://[^\s<>\"'\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+", re.IGNORECASE
)
MOST_LINKS = 3
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that show nothing
_BETWEEN = re.compile(r"[\W_]+")
_GAPS = re.compile(r"\n{3,}")
_CLUSTER = regex.compile(r"\X")
_FIRST_TO_JOIN = "\u0300"  # no sign before it joins another; texts have their line ends alike


def cleaned(text: str) -> str:
    """Composed (NFC), lines ended alike, no signs that nothing can show, no blank ends."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = _UNSTORABLE.sub("", lines.replace("\t", " "))
    return _GAPS.sub("\n\n", "\n".join(line.rstrip() for line in kept.split("\n"))).strip()


def length(text: str) -> int:
    """Characters as people count them: a family emoji or an accented letter is one."""
    if "\r" not in text and max(text, default="") < _FIRST_TO_JOIN:
        return len(text)
    return len(_CLUSTER.findall(text))


def is_readable(text: str) -> bool:
    """Whether there is anything to see: a letter, digit, sign or symbol."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in _BLANKS for sign in text)


def links(text: str) -> list[str]:
    """The web addresses in a text."""
    return LINK.findall(text)


def likeness(text: str) -> str:
    """What two texts share that say the same: letters and digits alone, in small."""
    return _BETWEEN.sub("", text.casefold())
