"""Recordings by people: taken in, and given up again. No machine ever overwrites one."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from blattwerk.narration.errors import NarrationError, StudioFailed
from blattwerk.narration.models import HumanRecording, Urgency
from blattwerk.narration.order import order
from blattwerk.narration.studio.look import look_at
from blattwerk.narration.withdraw import withdraw

LARGEST = 95 * 1024 * 1024  # bytes; more than an hour as MP3 or M4A


def take_human_recording(
    *, page: Any, upload: File[bytes], reader: str, by: Any, now: datetime
) -> HumanRecording:
    """Keep an upload as the page's recording; the queue makes files for readers of it.

    Raises NarrationError when it is empty, too large, or no sound that can be read.
    """
    if not upload.size:
        raise NarrationError(_("The file is empty; choose the recording once more."))
    if upload.size > LARGEST:
        raise NarrationError(_("The file is larger than 95 MB; save the recording as MP3 or M4A."))
    if not reader.strip():
        raise NarrationError(_("Say who reads: the name stands beside the player."))
    _listen_into(upload)
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


def _listen_into(upload: File[bytes]) -> None:
    with tempfile.NamedTemporaryFile(prefix="upload-") as copy:
        for piece in upload.chunks():
            copy.write(piece)
        copy.flush()
        upload.seek(0)
        try:
            look_at(Path(copy.name))
        except StudioFailed as error:
            raise NarrationError(_(str(error))) from error


def drop_human_recording(*, page: Any, now: datetime) -> None:
    """Give a human recording up; the machine reads the page again."""
    with transaction.atomic():
        HumanRecording.objects.filter(page_id=page.pk).delete()
        withdraw(page_id=page.pk)
        if page.live:
            order(page_id=page.pk, urgency=Urgency.PUBLISHED, now=now)
