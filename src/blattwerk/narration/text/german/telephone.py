"""What is read digit by digit: telephone numbers, accounts, number plates, post codes."""

import re

from blattwerk.narration.text.german.numbers import cardinal, digits
from blattwerk.narration.text.german.rules import DIGITS, any_of, rule

_CITIES = (
    "Wien|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|Sankt|St|Dornbirn|Steyr|Feldkirch|"
    "Bregenz|Leonding|Klosterneuburg|Baden|Krems|Eisenstadt|Mödling|Amstetten|Kapfenberg|Leoben|"
    "Hallein|Traun|Kufstein|Lustenau|Hohenems|Wiener Neustadt|Wolfsberg|Tulln|Bad|Zell|Kitzbühel|"
    "Schwechat|Stockerau|Hollabrunn|Mistelbach|Horn|Zwettl|Melk|Judenburg|Bruck|Liezen|Spittal|"
    "Lienz|Schwaz|Imst|Landeck|Bludenz|Oberwart|Güssing|Neusiedl|Mattersburg|Braunau|Gmunden|Ried"
)
_GROUPED = re.compile(r"\d+")
_BODY = r"\d[\d /()–-]{4,22}\d"
_EMERGENCY = (
    "Notruf",
    "Notrufnummer",
    "Notrufnummern",
    "Rufnummer",
    "Kurzwahl",
    "Hotline",
    "Durchwahl",
    "DW",
)


def _telephone(match: re.Match[str]) -> str:
    written = match[0].replace("(0)", "")
    groups = ", ".join(digits(group) for group in _GROUPED.findall(written))
    return f"plus {groups}" if written.startswith("+") else groups


def _account(match: re.Match[str]) -> str:
    country = " ".join(match["country"])
    return f"{country} {', '.join(digits(group) for group in _GROUPED.findall(match['rest']))}"


def _plate(match: re.Match[str]) -> str:
    return f"{' '.join(match['town'])} {digits(match['number'])} {' '.join(match['letters'])}"


def _plate_of_germany(match: re.Match[str]) -> str:
    """M-XY 1234; EU-US 2024 is none."""
    is_year = match["number"][:2] in {"19", "20"} and len(match["number"]) == 4
    if is_year and "ennzeichen" not in match.string:
        return match[0]
    tail = f" {match['tail']}" if match["tail"] else ""
    return f"{' '.join(match['town'] + match['letters'])} {digits(match['number'])}{tail}"


def _post_code(match: re.Match[str]) -> str:
    written = match["code"]
    if len(written) == 5 or written[2] == "0":
        return digits(written)
    return f"{cardinal(int(written[:2]))} {cardinal(int(written[2:]))}"


RULES = (
    rule("+0", rf"(?<![\w.,+])\+\d{{2}}(?:\s?\(0\))?[ /-]?{_BODY}(?!\w|,\d)", _telephone),
    rule(
        "0",
        r"(?<![\w.,+/-])(?:\(0\d{1,5}\)|0\d{1,5})[ ]?[/ –-][ ]?\d[\d –-]{2,16}\d(?!\w|,\d|\.\d)",
        _telephone,
    ),
    rule("0", r"(?<![\w.,+/-])0\d{5,14}(?!\w|[,.]\d)", _telephone),
    rule(
        DIGITS,
        r"(?<=Tel\. )\d[\d /–-]{2,16}\d(?!\w)|(?<=Telefon )\d[\d /–-]{2,16}\d(?!\w)",
        _telephone,
    ),
    rule(
        DIGITS,
        rf"(?<=\b){any_of(_EMERGENCY)} \d{{3,6}}\b",
        lambda m: f"{m[0].rpartition(' ')[0]} {digits(m[0].rpartition(' ')[2])}",
    ),
    rule("B", r"(?<=\bBIC )[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?\b", lambda m: " ".join(m[0])),
    rule("B", r"(?<=\bBIC: )[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?\b", lambda m: " ".join(m[0])),
    rule(
        DIGITS, r"\b(?P<country>[A-Z]{2})(?P<rest>\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,3})?)\b", _account
    ),
    rule(
        "-",
        r"(?<![\w-])(?P<town>[A-ZÄÖÜ]{1,3})-(?P<letters>[A-Z]{1,2}) (?P<number>\d{1,4})"
        r"(?: ?(?P<tail>[A-Z]))?(?![\w-]|[.,]\d)",
        _plate_of_germany,
    ),
    rule(
        DIGITS,
        r"\b(?P<town>[A-ZÄÖÜ]{1,3})[- ](?P<number>\d{3,5}) ?(?P<letters>[A-Z]{1,3})\b(?!-|\.\w)",
        _plate,
    ),
    rule(DIGITS, rf"(?<![\w.,/])(?:A-)?(?P<code>[1-9]\d{{3}})(?= (?:{_CITIES})\b)", _post_code),
    rule(DIGITS, r"(?<![\w.,/])(?:D-)(?P<code>\d{5})(?= [A-ZÄÖÜ])", _post_code),
)
