"""Take recordings away at once."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from blattwerk.narration.models import Narration, Recording, RecordingFile, State
from blattwerk.narration.models.recording import audio_storage
from blattwerk.narration.signals import narration_ready

log = logging.getLogger(__name__)
AGAIN = timedelta(minutes=5)


def withdraw(*, page_id: int) -> None:
    """A page that readers can no longer read is no longer heard; a run for it is void."""
    with transaction.atomic():
        row = Narration.objects.select_for_update().filter(page_id=page_id).first()
        if row is not None:
            row.state = State.RUNNING if row.state == State.RUNNING else State.NONE
            row.order += 1
            row.recording, row.reason = None, ""
            row.save()
        remove(Recording.objects.filter(page_id=page_id))
        transaction.on_commit(partial(narration_ready.send, sender=Narration, page_id=page_id))


def remove(recordings: Iterable[Recording]) -> None:
    """Delete recordings; a receiver deletes their files with them."""
    numbers = [recording.pk for recording in recordings]
    Recording.objects.filter(pk__in=numbers).delete()


def delete_file(name: str) -> None:
    """Delete a file unless another recording shares it; a storage that fails is asked again."""
    from blattwerk.narration.tasks import drop_file

    if RecordingFile.objects.filter(name=name).exists():
        return
    try:
        audio_storage().delete(name)
    except Exception:
        # A bucket's library has errors of its own; the row is gone, so somebody must remember.
        log.exception("%s could not be deleted; it is tried again.", name)
        drop_file.using(run_after=timezone.now() + AGAIN).enqueue(name)
