"""Numbers in addresses and forms: what no database can hold is none."""

from django.urls import register_converter
from django.urls.converters import IntConverter

MOST_DIGITS = 18


class Number(IntConverter):
    """`<number:pk>`, a whole number of at most 18 digits; a longer one finds nothing."""

    regex = f"[0-9]{{1,{MOST_DIGITS}}}"


def take_numbers() -> None:
    """Let addresses say `<number:…>`; called from an app's `ready`, before addresses are read."""
    register_converter(Number, "number")


def number_in(text: str | None, most: int = MOST_DIGITS) -> int | None:
    """The whole number that somebody sent, of at most that many digits; None where it is none."""
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= most):
        return None
    return int(text)
