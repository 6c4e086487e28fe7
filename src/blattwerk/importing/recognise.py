"""When two texts are the same: by their words, or by the article that they show."""

import hashlib
import re

from django.utils import timezone

from blattwerk.importing.models import Fingerprint, Item
from blattwerk.importing.piece import Piece


def fingerprints(text: str, piece: Piece) -> list[str]:
    """All by which this text is known, sorted so that two imports never block each other."""
    article = article_fingerprint(piece)
    return sorted({text_fingerprint(text), *([article] if article else [])})


def text_fingerprint(text: str) -> str:
    """Equal for the same words, however their lines and spaces fall."""
    return _digest("text", " ".join(text.split()))


def article_fingerprint(piece: Piece) -> str | None:
    """Equal for the same article whatever stands around it; None where too little is known.

    Headline, day and first paragraph: one page prints the time that another leaves out.
    """
    if not piece.headline.strip() or not piece.first_paragraph.strip():
        return None
    day = (
        timezone.localtime(piece.published_at, timezone.get_default_timezone()).date().isoformat()
        if piece.published_at
        else ""
    )
    return _digest("article", _words(piece.headline), day, _words(piece.first_paragraph))


def known_item(digests: list[str]) -> Item | None:
    """The item that came in by one of these before."""
    found = Fingerprint.objects.filter(digest__in=digests).select_related("item__article").first()
    return found.item if found else None


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
