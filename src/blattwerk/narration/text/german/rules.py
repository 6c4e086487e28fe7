"""A rule finds something written and says what is spoken instead; rules run in a fixed order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

DIGITS = "0123456789"

Said = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Rule:
    """`needs` names characters of which one must be there; it spares most texts the search."""

    needs: str
    pattern: re.Pattern[str]
    say: Said


def rule(needs: str, pattern: str, say: Said | str, flags: int = 0) -> Rule:
    """A rule; `say` may be the plain words themselves."""
    compiled = re.compile(pattern, flags)
    if isinstance(say, str):
        words = say
        return Rule(needs, compiled, lambda _match: words)
    return Rule(needs, compiled, say)


def apply(rules: Sequence[Rule], text: str) -> str:
    """The text after all rules, in their order."""
    for each in rules:
        if not each.needs or any(character in text for character in each.needs):
            text = each.pattern.sub(each.say, text)
    return text


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of these, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
