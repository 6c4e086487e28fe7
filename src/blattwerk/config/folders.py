"""The data folder: made on first start, refused with a sentence when it cannot be used."""

import os
from pathlib import Path

PARTS = ("keys", "mail", "media", "static")


class FolderError(RuntimeError):
    """The data folder cannot be used."""


def prepare_data_folder(folder: Path) -> None:
    """Make the folder and its parts; the keys are for their owner only. Raises FolderError."""
    try:
        if not folder.exists():  # one that an operator has made keeps its rights
            folder.mkdir(parents=True, mode=0o700)
        for part in PARTS:
            (folder / part).mkdir(parents=True, exist_ok=True)
        (folder / "keys").chmod(0o700)
    except OSError as error:
        raise FolderError(
            f"The data folder {folder} cannot be made: {error.strerror}. "
            "Name another one in BLATTWERK_DATA."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderError(
            f"The data folder {folder} cannot be written to. "
            "Change its owner, or name another one in BLATTWERK_DATA."
        )
