"""Views look unlike news, so that no reader takes the one for the other."""

from blattwerk.newsroom.models import Section

OPINION = frozenset({"meinung", "kommentar", "kommentare", "debatte", "opinion"})


def is_opinion(section: Section | None) -> bool:
    """Whether a section prints views."""
    return section is not None and section.slug in OPINION
