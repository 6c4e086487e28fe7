"""Readable addresses from German headlines."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)
LONGEST = 80
RESERVED = frozenset(
    """atom autor bilder diskussion gesundheit hoeren json konto media redaktion rss spiele static
    stories story suche thema themen""".split()  # noqa: SIM905  # a list of words reads as one
)


def transliterated(text: str) -> str:
    """The text with umlauts and ß written out, as German addresses do."""
    return text.translate(_GERMAN)


def headline_slug(headline: str) -> str:
    """A slug of at most 80 characters that ends at a whole word; "artikel" when nothing is left."""
    slug = slugify(transliterated(headline))
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug.strip("-") or "artikel"


def author_slug(name: str) -> str:
    """The beginning of the address of an author of that name; "autor" when nothing is left."""
    return slugify(transliterated(name))[:120] or "autor"


def refuse_reserved(slug: str) -> None:
    """Raises ValidationError for an address that the paper itself answers."""
    if slug in RESERVED:
        raise ValidationError(
            {"slug": _("The address /%(slug)s/ is taken by the paper itself.") % {"slug": slug}}
        )
