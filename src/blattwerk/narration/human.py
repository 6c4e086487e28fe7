"""Recordings by people: taken in, and given up again. No machine ever overwrites one."""

from datetime import datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from blattwerk.narration.errors import NarrationError
from blattwerk.narration.models import HumanRecording, Urgency
from blattwerk.narration.order import order
from blattwerk.narration.withdraw import withdraw

LARGEST = 500 * 1024 * 1024


def take_human_recording(
    *, page: Any, upload: File[bytes], reader: str, by: Any, now: datetime
) -> HumanRecording:
    """Keep an upload as the page's recording; the queue makes files for readers of it.

    Raises NarrationError when it is empty or too large; whether it is sound at all is found out in
    the queue, which says so.
    """
    if not upload.size:
        raise NarrationError(_("The file is empty; choose the recording once more."))
    if upload.size > LARGEST:
        raise NarrationError(_("The file is larger than 500 MB; save the recording as MP3 or M4A."))
    if not reader.strip():
        raise NarrationError(_("Say who reads: the name stands beside the player."))
    with transaction.atomic():
        HumanRecording.objects.filter(page_id=page.pk).delete()
        kept = HumanRecording(
            page_id=page.pk, reader=reader.strip(), uploaded_by=by, uploaded_at=now
        )
        kept.original.save(upload.name or "recording", upload, save=False)
        kept.save()
        if page.live:
            order(page_id=page.pk, urgency=Urgency.PUBLISHED, now=now)
    return kept


def drop_human_recording(*, page: Any, now: datetime) -> None:
    """Give a human recording up; the machine reads the page again."""
    with transaction.atomic():
        HumanRecording.objects.filter(page_id=page.pk).delete()
        withdraw(page_id=page.pk)
        if page.live:
            order(page_id=page.pk, urgency=Urgency.PUBLISHED, now=now)
