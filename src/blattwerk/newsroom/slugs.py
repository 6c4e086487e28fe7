"""Readable addresses from German headlines."""

from django.utils.text import slugify

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)
LONGEST = 80


def transliterated(text: str) -> str:
    """The text with umlauts and ß written out, as German addresses do."""
    return text.translate(_GERMAN)


def headline_slug(headline: str) -> str:
    """A slug of at most 80 characters that ends at a whole word; "artikel" when nothing is left."""
    slug = slugify(transliterated(headline))
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug.strip("-") or "artikel"
