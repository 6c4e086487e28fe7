"""A rule that cannot be: which field, what is wrong, what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for translation; nobody here asks for a language."""
    return sentence


class BadRule(ValueError):
    """`field` names the place, as in `week.mon`; `message` and `values` make the sentence.

    The text is English; `told.error` says it in the reader's language.
    """

    def __init__(self, message: str, field: str = "", **values: Any) -> None:
        super().__init__(message, field, values)
        self.message = message
        self.field = field
        self.values = values

    def __str__(self) -> str:
        sentence = self.message % self.values
        return f"{self.field}: {sentence}" if self.field else sentence


@contextmanager
def field(name: str) -> Iterator[None]:
    """Say of a bad rule found inside in which field it stands."""
    try:
        yield
    except BadRule as bad:
        inner = f".{bad.field}" if bad.field else ""
        raise BadRule(bad.message, f"{name}{inner}", **bad.values) from None
