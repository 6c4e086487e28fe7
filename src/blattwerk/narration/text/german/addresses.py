"""Addresses of the web and of mail, handles and hashtags."""

import re

from blattwerk.narration.text.german.acronyms import LETTERS
from blattwerk.narration.text.german.numbers import digits, read
from blattwerk.narration.text.german.rules import rule

_ENDINGS = (
    "at|de|ch|com|org|net|eu|info|gv|ac|or|co|uk|it|fr|tv|io|me|biz|wien|tirol|news|online|shop|"
    "blog|li|hu|cz|sk|si|ru|ua|us|app|dev|ai|media|cloud|edu|gov|int|cc|ly|gl|to|wien"
)
_LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
_HOST = rf"(?:{_LABEL}\.){{1,6}}(?:{_ENDINGS})(?![\w-])(?!\.[^\W\d_])"
_PATH = r"(?::\d{1,5})?(?:[/?#][^\s<>\"„“”»]{0,500})?"
_CLOSING = ".,;:!?)]’'"
_PARTS = re.compile(r"[.@_+-]|\d+|[^\W\d_]+")
_SIGNS = {".": "Punkt", "@": "at", "_": "Unterstrich", "-": "Bindestrich", "+": "plus"}
_SPELLED = {"www": "w w w", "ftp": "f t p", "gv": "g v"}


def _address(match: re.Match[str]) -> str:
    whole = match[0]
    tail = whole[len(whole.rstrip(_CLOSING)) :]
    return f" {_said(match['name'])}{tail} "


def _said(name: str) -> str:
    return " ".join(_part(part) for part in _PARTS.findall(name))


def _part(part: str) -> str:
    if part in _SIGNS:
        return _SIGNS[part]
    if part[0].isdecimal():
        return read(part) if len(part) < 5 else digits(part)
    if part in _SPELLED:
        return _SPELLED[part]
    return " ".join(part.upper()) if part.upper() in LETTERS and len(part) > 2 else part


def _handle(match: re.Match[str]) -> str:
    return f"at {_said(match['name'])}"


def _hashtag(match: re.Match[str]) -> str:
    return f"Hashtag {_said(match['name'])}"


RULES = (
    rule(
        "@",
        rf"(?<![\w.+-])(?:mailto:)?(?P<name>[\w+-]{{1,64}}(?:\.[\w+-]{{1,64}}){{0,5}}@"
        rf"(?:{_LABEL}\.){{1,6}}[^\W\d_]{{2,24}})(?![\w@])",
        _address,
    ),
    rule(
        ":",
        rf"(?i:\b(?:https?|ftp)://)(?:[^\s/@]{{1,64}}@)?(?P<name>[\w-]{{1,63}}(?:\.[\w-]{{1,63}})"
        rf"{{0,8}})"
        rf"{_PATH}",
        _address,
    ),
    rule(
        ".",
        rf"(?i)(?<![\w@./-])(?P<name>www\.(?:{_LABEL}\.){{1,6}}[^\W\d_]{{2,24}}){_PATH}",
        _address,
    ),
    rule(".", rf"(?<![\w@.-])(?P<name>{_HOST}){_PATH}", _address),
    rule("@", r"(?<![\w@])@(?P<name>\w{1,64}(?:\.\w{1,64}){0,3})", _handle),
    rule("#", r"(?<![\w#&])#(?P<name>(?=\w{0,64}[^\W\d_])\w{1,64})", _hashtag),
)
