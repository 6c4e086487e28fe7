"""Before: any Unicode becomes plain text. After: no sign is left that is neither word nor pause."""

import re
import unicodedata

from blattwerk.narration.text.german.numbers import cardinal, digits

_REPEATED = re.compile(r"([^\w\s.,])\1{3,}")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_UNUSUAL = re.compile(r"[^ -~äöüßÄÖÜéèàáç„“”‚‘’«»›‹–—…€£§°²³½¼¾⅓⅔⅛×±†•→]")
_RAISED = re.compile(r"(?<=[^\W\d_])[¹⁰⁴⁵⁶⁷⁸⁹]+|(?<=[.,;:!?“”\"»])[¹²³⁰⁴⁵⁶⁷⁸⁹]+")
_POWER = re.compile(r"(?<=\d)⁻?[¹⁰⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*")
_ALIKE = {
    "℃": "°C",
    "℉": "°F",
    "№": "Nr. ",
    "‐": "-",
    "‑": "-",
    "⁄": "/",
    "∕": "/",
    "∶": ":",
    "﹣": "-",
    "＋": "+",
    "μ": "µ",
    "´": "’",
    "`": "’",
    "′": "’",
    "º": "°",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "⟦": "[",
    "☎": "Tel. ",
    "✆": "Tel. ",
} | dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
_NOT_A_WORD = re.compile(r"[^a-zA-ZäöüÄÖÜß\s.,;:!?…„“”‚‘’'\"«»‹›–—-]")
_LEFT_NUMBER = re.compile(r"\d+")
_PAUSES = (
    (re.compile(r"\s+([,;:!?.])"), r"\1"),
    (re.compile(r"[,;:]+(?=[,;:.!?])"), ""),
    (re.compile(r"(?<![.…])\.(?= [a-zäöü])"), ""),
    (re.compile(r"(?<!\.)\.(?=,)"), ""),
    (re.compile(r"([.!?…]),"), r"\1"),
    (re.compile(r",(?=[^\W\d_])"), ", "),
    (re.compile(r"^[\s,;:.!?…–—-]+(?=\w)|[\s,;–—-]+$"), ""),
    (re.compile(r"\s{2,}"), " "),
)
_WORD = re.compile(r"[\w\U000f0000-\U000ffffd]")  # a listed word put aside is one


def plain(written: str) -> str:
    """One line of composed characters, with plain digits and spaces and nothing invisible."""
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", written))
    text = _POWER.sub(_power, _REPEATED.sub(r"\1\1\1", _RAISED.sub("", text)))
    return _UNUSUAL.sub(lambda match: _plain_character(match[0]), text).strip()


def _power(match: re.Match[str]) -> str:
    return f" hoch {unicodedata.normalize('NFKC', match[0])}"


def _plain_character(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    kind = unicodedata.category(character)
    if kind in _UNSEEN:
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(character))
    if kind in {"No", "Nl"}:
        return unicodedata.normalize("NFKC", character)
    return character


def swept(text: str) -> str:
    """Only words and pauses: left digits are read, other signs dropped, pauses put in order."""
    text = _LEFT_NUMBER.sub(_read_left, text)
    text = _NOT_A_WORD.sub(lambda match: _swept_character(match[0]), text)
    for pattern, instead in _PAUSES:
        text = pattern.sub(instead, text)
    text = text.strip()
    return text if _WORD.search(text) else ""


def _read_left(match: re.Match[str]) -> str:
    written = match[0]
    words = digits(written) if written.startswith("0") else cardinal(int(written[:4000]))
    return f" {words} "


def _swept_character(character: str) -> str:
    kind = unicodedata.category(character)
    if kind[0] in "LM" or kind == "Co":
        return character
    if kind[0] == "N":
        return f" {cardinal(int(unicodedata.numeric(character, 0)))} "
    return " "
