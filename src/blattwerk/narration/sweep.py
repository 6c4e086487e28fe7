"""Remove what nobody hears any more."""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage

from blattwerk.narration.models import Recording, RecordingFile
from blattwerk.narration.models.recording import audio_storage
from blattwerk.narration.takes import TakeStore
from blattwerk.narration.withdraw import remove

KEEP_REPLACED = timedelta(days=7)  # pages in caches and feeds' readers still point to them
KEEP_STRANDED = timedelta(days=1)
AT_ONCE = 500


def sweep(*, now: datetime, takes_limit: int) -> None:
    """Replaced recordings after a week, stranded files after a day, takes above their limit."""
    old = Recording.objects.filter(replaced_at__lt=now - KEEP_REPLACED).order_by("pk")[:AT_ONCE]
    remove(list(old))
    _drop_stranded(now)
    TakeStore(settings.NARRATION_FOLDER / "takes").shrink(takes_limit)


def _drop_stranded(now: datetime) -> None:
    before = (now - KEEP_STRANDED).timestamp()
    work = settings.NARRATION_FOLDER / "in-hand"
    if work.is_dir():
        for folder in work.iterdir():
            with suppress(FileNotFoundError):
                if folder.stat().st_mtime < before:
                    shutil.rmtree(folder, ignore_errors=True)
    storage = audio_storage()
    if isinstance(storage, FileSystemStorage):  # object storage has rules of its own for this
        _drop_unknown_files(Path(storage.location), before)


def _drop_unknown_files(folder: Path, before: float) -> None:
    if not folder.is_dir():
        return
    known = set(RecordingFile.objects.values_list("name", flat=True))
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # somebody else sweeps too
            if path.name not in known and path.stat().st_mtime < before:
                path.unlink()
