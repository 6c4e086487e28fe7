"""Money, measures, percentages and large numbers."""

import re

from blattwerk.narration.text.english.numerals import SIZES, cardinal, fraction, is_one, number
from blattwerk.narration.text.english.tables import CODES, COINS, CURRENCIES, UNITS

NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
SIGN = r"(?:(?<![\w.)])[-−+])?"
SIZE = r"(?:thousand|millions?|billion|trillion|mln|bln|trn|bn|mn|tn|hundred|[kKmMbB])(?!\w)"
TO = r"(?:\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)"
SYMBOL = "|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))
CODE = "|".join(CODES)

PRICE_RANGE = re.compile(
    rf"(?<![\w])({SYMBOL})\s?({NUM})(?:[\s-]?({SIZE}))?({TO})(?:\1\s?)?({NUM})(?:[\s-]?({SIZE}))?(?![\w%])"
)
PRICE = re.compile(rf"(?<!\w)([-−+]?)({SYMBOL})\s?([-−]?)({NUM})(?:[\s-]?({SIZE}))?(?!\w)")
PRICE_AFTER = re.compile(rf"(?<![\w.,])({SIGN}{NUM})(?:\s?({SIZE}))?\s?({SYMBOL})(?!\w)")
CODE_BEFORE = re.compile(rf"(?<!\w)({CODE})\s?({NUM})(?:\s?({SIZE}))?(?!\w)")
CODE_AFTER = re.compile(rf"(?<![\w.,])({SIGN}{NUM})(?:\s?({SIZE}))?\s?({CODE})(?!\w)")
SMALL_COIN = re.compile(rf"(?<![\w.,])({NUM})\s?(p|¢|c)(?![\w.]\w|\w)")
ADJECTIVE = re.compile(r"(?i)(?:^|[^\w])(?:an?|another|one|its|his|their|our|my|every|each|no)\s$")
NOUN = re.compile(
    r"[\s-](?!(?:in|on|at|to|for|from|and|or|of|by|with|a|an|the|per|is|was|more|less|as)\b)[a-z]{3,}"
)

UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
PER = r"(?:\s?/\s?(?P<per>[A-Za-zµμ]{1,7}[²³23]?|100,?000|1,?000))?"
MEASURE = re.compile(
    rf"(?<![\w.,])(?<![A-Za-z]-)(?P<sign>{SIGN})(?P<num>{NUM})(?P<gap>[\s-]?)(?:(?P<size>million|billion|thousand|bn|tn)\s)?(?P<unit>{UNIT})(?![\w°]|['’](?=[a-z]{{3}})){PER}(?!\w)"
)
MEASURE_RANGE = re.compile(
    rf"(?<![\w.,])({SIGN}{NUM}){TO}({SIGN}{NUM})(?=\s?(?:{UNIT}|{SIZE})(?!\w))"
)
PART_MEASURE = re.compile(  # "3/4 tsp", "1 1/2 lb"
    rf"(?<![\w.,/])(?:(\d+)[\s-])?([1-9])/(2|3|4|5|8|10|16)\s?(?!in\b(?!\.)|a\b)({UNIT})(?!\w)"
)
DURATION = re.compile(
    r"(?<![\w.,])(\d{1,3})\s?h\s?(\d{1,2})\s?m(?:in)?\b(?:\s?(\d{1,2})\s?s\b)?|(?<![\w.,])()(\d{1,3})m\s?(\d{1,2})s\b"
)
BIG_MEASURE = re.compile(MEASURE.pattern.replace("tn)\\s)?", "tn)\\s)(?!in\\b)"))
WARMTH = re.compile(rf"(?<![\w.,])({SIGN}\d{{1,3}}(?:\.\d)?)([CF])(?=[\s.,;:!?)]|$)")
SPACE = re.compile(rf"(?<![\w.,])({NUM})\s?[x×]\s?({NUM})(?:\s?[x×]\s?({NUM}))?(?!\^)")
FEET = re.compile(
    r"(?<![\w.,])(\d{1,2})\s?(?:['’′]|ft\.?\s|-foot-)\s?(\d{1,2})(?:\s?(?:\"|″|”|''|in\b\.?(?=[\s,.;:)]|$))|(?=-inch))?"
)
HIGH = re.compile(r"(?<![\w.,])(\d{1,3})['’′](?=\s(?:tall|high|wide|long|deep))")
SIZED_RANGE = re.compile(rf"(?<![\w.,])({NUM})\s?(k|m|bn|million|billion){TO}(?={NUM}\s?\2(?!\w))")
PERCENT = re.compile(rf"(?<![\w.,])({SIGN}{NUM})\s?(%|‰|pct?\b\.?)")
PERCENT_RANGE = re.compile(rf"(?<![\w.,])({SIGN}{NUM})\s?%?{TO}({SIGN}{NUM})\s?%")
SIZED = re.compile(
    rf"(?<![\w.,$£€])({SIGN}{NUM})(\s?)(thousand|million|billion|trillion|bn|mn|tn|mln|bln|[kKmMbB])(?!\w)"
)
RATES = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "min": "minute", "d": "day",
         "wk": "week", "mo": "month", "yr": "year", "a": "year", "capita": "capita"}  # fmt: skip
PER_THING = re.compile(
    r"\b(dollars?|pounds?|euros?|cents|pence|million|billion)\s?/\s?([A-Za-z]{1,7}[²³]?)(?!\w)"
)
SQUARED = {
    "m2": "square meter",
    "m3": "cubic meter",
    "km2": "square kilometer",
    "cm3": "cubic centimeter",
}
METERS = re.compile(r"\s(?:[a-z]+\s)?(?:people|users|viewers|[a-z]{3,}s)\b|\s(?:of|a year|per)\b")


def money(text: str) -> str:
    """Prices before, after and without a symbol."""
    text = PRICE_RANGE.sub(_price_range, text)
    text = PRICE.sub(lambda m: _price(m, m[2], m[1] or m[3], m[4], m[5]), text)
    text = PRICE_AFTER.sub(lambda m: _price(m, m[3], "", m[1], m[2]), text)
    text = CODE_BEFORE.sub(lambda m: _price(m, CODES[m[1]], "", m[2], m[3]), text)
    text = CODE_AFTER.sub(lambda m: _price(m, CODES[m[3]], "", m[1], m[2]), text)
    text = SMALL_COIN.sub(_small_coin, text)
    return PER_THING.sub(lambda m: m[1] + _per(m[2]), text)


def measures(text: str) -> str:
    """Units, percentages, large numbers."""
    text = FEET.sub(lambda m: f"{number(m[1])} foot {number(m[2])}", text)
    text = HIGH.sub(lambda m: f"{number(m[1])} feet", text)
    text = SPACE.sub(lambda m: " by ".join(side for side in m.groups() if side), text)
    text = PART_MEASURE.sub(_part_measure, text)
    text = PERCENT_RANGE.sub(lambda m: f"{number(m[1])} to {number(m[2])} percent", text)
    text = PERCENT.sub(
        lambda m: f"{number(m[1])} {'per mille' if m[2] == '‰' else 'percent'}", text
    )
    text = DURATION.sub(_duration, text)
    text = BIG_MEASURE.sub(_measure, text)
    text = WARMTH.sub(lambda m: f"{m[1]} °{m[2]}", text)
    text = MEASURE_RANGE.sub(lambda m: f"{number(m[1])}{_joint(m)}{m[2]}", text)
    text = SIZED_RANGE.sub(lambda m: f"{number(m[1])} to ", text)
    text = SIZED.sub(_sized, text)
    return MEASURE.sub(_measure, text)


def _joint(match: re.Match[str]) -> str:
    between = match.string[match.end(1) : match.start(2)]
    return between if between.strip().isalpha() else " to "


def _price_range(match: re.Match[str]) -> str:
    symbol, low, low_size, _, high, high_size = match.groups()
    between = match.string[match.end(3) if low_size else match.end(2) : match.start(5)]
    if between.strip(" " + symbol).isalpha() and (" to " not in between or symbol in between):
        return match[0]
    if low_size and high_size and _rank(low_size) > _rank(high_size):  # "£1bn—£5m less"
        return match[0]
    first = number(low) + (f" {_size(low_size)}" if low_size and low_size != high_size else "")
    last = number(high) + (f" {_size(high_size)}" if high_size else "")
    return f"{first} to {last} {CURRENCIES[symbol][1]}"


def _price(match: re.Match[str], symbol: str, sign: str, amount: str, size: str | None) -> str:
    one, many = CURRENCIES[symbol]
    after = match.string[match.end() : match.end() + 20]
    before = match.string[max(0, match.start() - 10) : match.start()]
    minus = "minus " if sign in ("-", "−") and sign else ""
    if size:
        attributive = _describes(before, after)
        return f"{minus}{number(amount)} {_size(size)} {one if attributive else many}"
    whole, _, rest = amount.partition(".")
    if len(rest) == 2 and symbol in COINS:
        return minus + _coins(whole, rest, symbol)
    attributive = _describes(before, after)
    return f"{minus}{number(amount)} {one if is_one(amount) or attributive else many}"


def _describes(before: str, after: str) -> bool:
    """ "a $5 fine", "a £5-a-day habit": the amount stands in the singular."""
    hyphened = re.match(r"-(?!plus|odd)[a-z]", after) is not None
    return hyphened or bool(ADJECTIVE.search(before) and NOUN.match(after))


def _coins(whole: str, rest: str, symbol: str) -> str:
    one, many = CURRENCIES[symbol]
    coin, coins = COINS[symbol]
    parts = []
    if int(whole.replace(",", "")) or not int(rest):
        parts.append(f"{number(whole)} {one if is_one(whole) else many}")
    if int(rest):
        parts.append(f"{cardinal(str(int(rest)))} {coin if int(rest) == 1 else coins}")
    return " and ".join(parts)


def _small_coin(match: re.Match[str]) -> str:
    one, many = ("penny", "pence") if match[2] == "p" else ("cent", "cents")
    if match[2] == "c" and int(float(match[1].replace(",", ""))) > 99:
        return match[0]
    return f"{number(match[1])} {one if is_one(match[1]) else many}"


def _part_measure(match: re.Match[str]) -> str:
    one, many = UNITS[match[4]]
    part = fraction(int(match[2]), int(match[3]))
    if not match[1]:
        return f"{part} of {'an' if one[0] in 'aeio' else 'a'} {one}"
    return f"{cardinal(match[1])} and {part.replace('one ', 'a ', 1)} {many}"


def _duration(match: re.Match[str]) -> str:
    values = [value for value in match.groups() if value]
    units = ("hour", "minute", "second") if match[1] else ("minute", "second")
    return " ".join(
        f"{number(value)} {unit}{'' if is_one(value) else 's'}"
        for value, unit in zip(values, units, strict=False)
    )


def _size(written: str) -> str:
    return SIZES[written.lower()]


def _rank(size: str) -> int:
    return ("hundred", "thousand", "million", "billion", "trillion").index(_size(size).rstrip("s"))


def _sized(match: re.Match[str]) -> str:
    written, gap, size = match.groups()
    after = match.string[match.end() : match.end() + 30]
    if size in ("m", "b", "B") and (gap or not METERS.match(after)):
        return match[0]
    if size == "M" and gap:
        return match[0]
    if size in ("k", "K"):
        if gap:
            return match[0]
        if (size == "K" and not METERS.match(after)) or re.match(r"\s(?:run|race)", after):
            return f"{number(written)} K"
    return f"{number(written)} {_size(size)}"


def _measure(match: re.Match[str]) -> str:
    one, many = UNITS[match["unit"]]
    if match["unit"] in ("in", "a") and match["gap"] == " " and not match["per"]:
        return match[0]
    if match["unit"].isalpha() and len(match["unit"]) == 1 and match["gap"] == "-":
        return match[0]
    after = match.string[match.end() : match.end() + 20]
    before = match.string[max(0, match.start() - 10) : match.start()]
    single = is_one(match["num"]) and not match["size"]
    single = single or match["gap"] == "-" or _describes(before, after)
    size = f" {_size(match['size'])}" if match["size"] else ""
    said = f"{number(match['sign'] + match['num'])}{size} {one if single else many}"
    return said + _per(match["per"]) + ("." if _stops(match) else "")


def _stops(match: re.Match[str]) -> bool:
    return match["unit"].endswith(".") and not match.string[match.end() :].strip()


def _per(written: str | None) -> str:
    if not written:
        return ""
    if written[0].isdecimal():
        return f" per {number(written)}"
    fallback = UNITS.get(written, (written, written))[0]
    return f" per {RATES.get(written) or SQUARED.get(written) or fallback}"
