"""Why an article stands in a story, as a sentence, made of the stored evidence and nothing else."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blattwerk.stories.detect.numbers import LONG

WORDS_NAMED = 3


def reason(evidence: dict[str, Any]) -> str:
    """“In this story because …” of a membership's or a proposal's evidence; "" where it has none.

    Names the strongest shared words, the strongest first, and how long before it the story last
    went on.
    """
    words = _named([str(found["word"]) for found in evidence.get("words") or []])
    since = _since(evidence)
    if words and since:
        said = _("In this story because both speak of %(words)s and %(since)s.")
        return said % {"words": words, "since": since}
    if words:
        return _("In this story because both speak of %(words)s.") % {"words": words}
    if evidence:
        return _("In this story because the texts are alike as a whole.")
    return ""


def _named(words: list[str]) -> str:
    """“flood”, “gauge” and “Inn”; "" for none."""
    quoted = [_("“%s”") % word for word in words[:WORDS_NAMED]]
    if len(quoted) < 2:
        return "".join(quoted)
    return _("%(words)s and %(last)s") % {"words": ", ".join(quoted[:-1]), "last": quoted[-1]}


def _since(evidence: dict[str, Any]) -> str:
    """How far apart they are; "" where the row does not say, or where it is very long."""
    if evidence.get("linked"):
        return _("the article links to it")
    share = (evidence.get("numbers") or {}).get("days")
    if share is None or share >= 1:
        return ""
    days = round(share * LONG / 24)
    if not days:
        return _("appeared within a day")
    return ngettext("lie only %(count)d day apart", "lie %(count)d days apart", days) % {
        "count": days
    }
