"""Numbers in addresses: what no database can hold is no address."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class Number(IntConverter):
    """`<number:pk>`, a whole number of at most 18 digits; a longer one finds nothing."""

    regex = "[0-9]{1,18}"


def take_numbers() -> None:
    """Let addresses say `<number:…>`; called from an app's `ready`, before addresses are read."""
    register_converter(Number, "number")
