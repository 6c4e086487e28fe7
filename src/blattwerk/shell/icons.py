"""Lucide's drawings as inline SVG; `icons/` holds those in use, `scripts/vendor` fetches them."""

import re
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

DRAWINGS = Path(__file__).parent / "icons"

_SVG = re.compile(r"<svg[^>]*>(?P<strokes>.*)</svg>", re.DOTALL)


class UnknownIcon(LookupError):
    """An icon that was not vendored."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no icon {name!r}: add it to scripts/vendor and run that.")


@cache
def drawn(name: str) -> SafeString:
    """The icon as decoration beside a word: readers by ear never hear of it. Raises UnknownIcon."""
    path = DRAWINGS / f"{name}.svg"
    if not path.is_file():
        raise UnknownIcon(name)
    found = _SVG.search(path.read_text(encoding="utf-8"))
    strokes = " ".join(found["strokes"].split()) if found else ""
    return mark_safe(  # noqa: S308  # our own files
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{strokes}</svg>'
    )
