"""Questions of the import; nothing here writes."""

from typing import Any

from django.utils.text import slugify

from blattwerk.importing.models import Item
from blattwerk.newsroom.models import Section
from blattwerk.newsroom.permissions import branches_of
from blattwerk.newsroom.slugs import transliterated


def section_called(name: str | None) -> Section | None:
    """The published section of that title or address; capitals and umlauts make no difference."""
    wanted = _plain(name or "")
    if not wanted:
        return None
    sections = list(Section.objects.live().order_by("path"))
    for section in sections:
        if wanted in (section.slug, _plain(section.title)):
            return section
    return None


def sections_to_publish_in(user: Any) -> list[Section]:
    """The sections in which this person may publish, in the order of the page tree."""
    branches = branches_of(user, "publish")
    sections = Section.objects.live().order_by("path")
    return [section for section in sections if section.path.startswith(branches)]


def waiting_count() -> int:
    """How many texts wait for an editor."""
    return Item.objects.filter(state=Item.State.WAITING).count()


def _plain(name: str) -> str:
    return slugify(transliterated(name))
