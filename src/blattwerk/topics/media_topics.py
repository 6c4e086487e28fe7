"""The IPTC Media Topics: a shared vocabulary of what news is about, in German and English.

`media_topics.json` is made by `scripts/media_topics.py` from IPTC's own release and says where it
comes from: © IPTC, https://iptc.org, CC BY 4.0. Topics that IPTC has retired are left out.
"""

import json
from functools import lru_cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

_FILE = Path(__file__).with_suffix(".json")


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, str]]:
    topics: dict[str, dict[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))["topics"]
    return topics


def media_topics() -> list[tuple[str, str]]:
    """All Media Topics as (number, label in the reader's language), in order of label."""
    rows = [(number, label_of(number)) for number in _labels()]
    return sorted(rows, key=lambda row: (row[1].casefold(), row[0]))


def label_of(number: str) -> str:
    """The label in the reader's language, in English where there is no German one; or nothing."""
    labels = _labels().get(number, {})
    wanted = "de" if (get_language() or "de").startswith("de") else "en"
    return labels.get(wanted) or labels.get("en", "")


def number_of(label: str) -> str:
    """The number of the only Media Topic of that label, in any language; else nothing."""
    wanted = " ".join(label.split()).casefold()
    found = [
        number
        for number, labels in _labels().items()
        if wanted in (text.casefold() for text in labels.values())
    ]
    return found[0] if len(found) == 1 else ""


def check_media_topic(number: str) -> None:
    """Raises ValidationError where there is no such Media Topic."""
    if number not in _labels():
        raise ValidationError(
            _("There is no Media Topic %(number)s; choose one from the list.") % {"number": number}
        )
