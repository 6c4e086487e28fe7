"""Evidence as a sentence for people, built from the row alone."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def reasons(evidence: dict[str, Any]) -> list[str]:
    """Why a topic is suggested, one reason a line, strongest first."""
    named = [_found(row) for row in evidence.get("found", [])]
    words = [row["word"] for row in evidence.get("words", [])]
    if not words:
        return named
    learnt = ngettext(
        "Words as in %(count)d article on this topic: %(words)s.",
        "Words as in %(count)d articles on this topic: %(words)s.",
        evidence["articles"],
    ) % {"count": evidence["articles"], "words": ", ".join(words)}
    return [*named, learnt]


def _found(row: dict[str, Any]) -> str:
    place = {
        "headline": _("“%(text)s” stands in the headline."),
        "lead": _("“%(text)s” stands in the lead."),
        "text": _("“%(text)s” stands in the text."),
    }[row["where"]] % {"text": row["text"]}
    if row["times"] == 1:
        return place
    often = _("%(count)d times in all.") % {"count": row["times"]}
    return f"{place} {often}"
