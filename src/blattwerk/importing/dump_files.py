"""Files with page dumps, found and read, never more of one than a dump may have. No Django."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from blattwerk.importing.dump.decoding import LIMIT


class Unreadable(OSError):
    """A path that gives no dump; its text is a sentence for people."""


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and of a folder all `*.txt` in it and below, in order of name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*.txt") if found.is_file())
        else:
            yield path


def read_bounded(path: Path) -> bytes:
    """The bytes of a file, at most one more than a dump may have. Raises Unreadable."""
    if path.exists() and not path.is_file():
        raise Unreadable("This is no ordinary file; name files or folders with page dumps.")
    try:
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise Unreadable("There is no such file; check the name.") from error
    except PermissionError as error:
        raise Unreadable("The file may not be read; change its permissions.") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"The file cannot be read: {error}.") from error
