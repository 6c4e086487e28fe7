"""The lead gives a text of the forum's other words, or takes them back."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, Wording
from blattwerk.discussion.placing import tell
from blattwerk.discussion.signals import thread_changed


@transaction.atomic
def set_wording(*, name: str, language: str, text: str, by: User, now: datetime) -> Entry | None:
    """An empty text is the program's own again. None where nothing changes."""
    rows = Wording.objects.select_for_update().filter(name=name, language=language)
    row = rows.first()
    before = row.text if row else ""
    if before == text:
        return None
    if not text:
        rows.delete()
    else:
        Wording.objects.update_or_create(
            name=name,
            language=language,
            defaults={"text": text, "changed_at": now, "changed_by": by},
        )
    tell(thread_changed, number=None)
    return write_down(
        Deed.WORDING, by=by, at=now, name=name, language=language, before=before, after=text
    )
