"""Names as they are compared, sorted and made into addresses."""

import unicodedata

from django.utils.text import slugify

from blattwerk.common.stems import words
from blattwerk.newsroom.slugs import transliterated

LONGEST_SLUG = 100  # room for a number behind it


def tidy(name: str) -> str:
    """The name without needless space."""
    return " ".join(name.split())


def folded(name: str) -> str:
    """The name as it is compared: two that fold alike are one name.

    A name without any letter or digit, such as one of emoji, is compared as it is written.
    """
    return " ".join(word.folded for word in words(name)) or tidy(name)


def sort_key(name: str) -> tuple[str, str]:
    """Where the name stands in a German list: ä as a, ß as ss, capitals as small letters."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return letters.lstrip("„“”\"'‘’»«(¿¡#@ "), name


def initial(name: str) -> str:
    """The heading under which the name stands from A to Z; "#" for all that begins otherwise."""
    first = sort_key(name)[0][:1].upper()
    return first if "A" <= first <= "Z" else "#"


def topic_slug(name: str) -> str:
    """The beginning of a topic's address; "thema" when nothing is left of the name."""
    return slugify(transliterated(name))[:LONGEST_SLUG].strip("-_") or "thema"
