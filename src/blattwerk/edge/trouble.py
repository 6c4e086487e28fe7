"""When readers were last shown old pages because something failed."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

REMEMBERED = timedelta(hours=1)
GOES_ON = timedelta(minutes=1)


@dataclass(frozen=True)
class Trouble:
    """From when to when, and how often; `now` tells whether it may go on."""

    began: datetime
    ended: datetime
    old: int  # answers with an older copy of a page
    none: int  # answers that said that nothing can be shown
    goes_on: bool


def last_trouble(now: datetime) -> Trouble | None:
    """As the edge has noted it, within the last hour; None when all was well."""
    file = settings.OPTIONS.data / "edge" / "trouble"
    found = _read(file, now)
    return found if found is not None and now - found.ended <= REMEMBERED else None


def _read(file: Path, now: datetime) -> Trouble | None:
    try:
        told = json.loads(file.read_text(encoding="ascii"))
        began, ended = (datetime.fromtimestamp(told[name], UTC) for name in ("began", "ended"))
        return Trouble(began, ended, int(told["old"]), int(told["none"]), now - ended <= GOES_ON)
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return None  # there is none, or nobody can read it
