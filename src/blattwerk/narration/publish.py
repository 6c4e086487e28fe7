"""Let a finished recording be heard: files into the storage, rows in one transaction."""

from functools import partial
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from blattwerk.narration.claims import Claim, give_back
from blattwerk.narration.models import Narration, Recording, RecordingFile, State
from blattwerk.narration.models.recording import audio_storage
from blattwerk.narration.signals import narration_ready
from blattwerk.narration.studio.interface import Made, MadeFile


def publish(claim: Claim, *, made: Made, machine: dict[str, Any]) -> State:
    """Put the recording in the place of the former one; void when the text has changed meanwhile.

    The files come first: readers never hear of a file that is not there. What a crash leaves in
    the storage is swept later.
    """
    _store_all(made)
    now = timezone.now()
    with transaction.atomic():
        row = claim.row_if_mine()
        if row is None:
            return give_back(claim)
        Recording.objects.filter(page_id=claim.page_id, replaced_at=None).update(replaced_at=now)
        recording = Recording.objects.create(
            page_id=claim.page_id,
            seconds=made.seconds,
            feed_seconds=made.feed_seconds,
            loudness=made.loudness,
            true_peak=made.true_peak,
            made_at=now,
            **machine,
        )
        RecordingFile.objects.bulk_create(
            RecordingFile(
                recording=recording,
                kind=file.kind,
                name=file.path.name,
                bytes=file.bytes,
                sha256=file.sha256,
            )
            for file in made.files
        )
        row.state, row.recording, row.finished_at = State.READY, recording, now
        row.reason, row.attempts, row.anew = "\n".join(claim.unspoken), 0, False
        row.done = row.total
        row.save()
        # Once more: an equal file of an old recording may have been swept in between.
        transaction.on_commit(partial(_store_all, made))
        transaction.on_commit(
            partial(narration_ready.send, sender=Narration, page_id=claim.page_id)
        )
    return State.READY


def _store_all(made: Made) -> None:
    for file in made.files:
        _store(file)


def _store(file: MadeFile) -> None:
    storage = audio_storage()
    if storage.exists(file.path.name):  # named for its content: it is the same
        return
    with file.path.open("rb") as content:
        storage.save(file.path.name, File(content))
