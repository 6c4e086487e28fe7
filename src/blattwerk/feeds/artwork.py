"""A podcast's square picture, drawn once for its words and kept in the data folder."""

import contextlib
import hashlib
import io
import logging
import os
from pathlib import Path

from django.conf import settings

from blattwerk.common.ranges import Whole
from blattwerk.feeds.cover import DRAWN, draw_cover

log = logging.getLogger(__name__)


def artwork(name: str, line: str = "") -> Whole:
    """The cover as a JPEG of other bytes whenever the words are others."""
    words = f"{DRAWN}\0{name}\0{line}"
    key = hashlib.sha256(words.encode()).hexdigest()[:32]
    path = settings.NARRATION_FOLDER / "artwork" / f"{key}.jpg"
    picture = _kept(path) or _keep(path, draw_cover(name, line))
    return Whole(len(picture), f'"{key}"', "image/jpeg", lambda: io.BytesIO(picture))


def _kept(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _keep(path: Path, picture: bytes) -> bytes:
    """Written beside and then put in place: nobody reads half a picture."""
    draft = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(picture)
        draft.replace(path)
    except OSError as error:  # a full disk: the picture is answered all the same
        log.warning("A podcast's cover cannot be kept: %s", error)
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return picture
