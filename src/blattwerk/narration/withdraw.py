"""Take recordings away at once."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from blattwerk.narration.models import Narration, Recording, RecordingFile, State
from blattwerk.narration.models.recording import audio_storage
from blattwerk.narration.signals import narration_ready


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
    """Delete recordings; their files go once that is safely stored, unless others share them."""
    numbers = [recording.pk for recording in recordings]
    files = RecordingFile.objects.filter(recording__in=numbers)
    names = set(files.values_list("name", flat=True))
    Recording.objects.filter(pk__in=numbers).delete()
    transaction.on_commit(partial(_delete_files, names))


def _delete_files(names: set[str]) -> None:
    shared = set(RecordingFile.objects.filter(name__in=names).values_list("name", flat=True))
    storage = audio_storage()
    for name in names - shared:
        storage.delete(name)
