"""Whether the log is what was written: checked every night and when somebody asks."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext as _

from blattwerk.discussion.log import broken_seals
from blattwerk.discussion.models import SealCheck
from blattwerk.shell.moments import moment

MOST_TOLD = 20


@dataclass(frozen=True)
class Checked:
    """When the seals were checked last, and the first entries that do not fit."""

    at: datetime
    broken: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """What to say of it."""
        if not self.broken:
            return _("All seals of the log are whole (%(moment)s).") % {"moment": moment(self.at)}
        return _(
            "The log was changed behind the database's back: entries %(numbers)s do not fit "
            "(%(moment)s). Compare with a backup."
        ) % {"numbers": ", ".join(map(str, self.broken)), "moment": moment(self.at)}


def check_seals(now: datetime) -> Checked:
    """Read the whole log, and remember what was found."""
    broken = tuple(islice(broken_seals(), MOST_TOLD))
    SealCheck.objects.update_or_create(pk=1, defaults={"at": now, "broken": list(broken)})
    return Checked(now, broken)


def last_check() -> Checked | None:
    """What the last check found; None before the first."""
    row = SealCheck.objects.filter(pk=1).first()
    return Checked(row.at, tuple(row.broken)) if row else None
