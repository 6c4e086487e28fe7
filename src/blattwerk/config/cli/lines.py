"""Lines of JSON in and out, for commands that other programs call."""

import json
import os
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

STANDARD = "-"


class BadLine(Exception):
    """A line of the input that cannot be read; the message says why."""


def opened(source: str) -> BinaryIO:
    """The file's bytes; a dash is standard input."""
    # Closing standard input after the last command of a process does no harm.
    try:
        return sys.stdin.buffer if source == STANDARD else Path(source).open("rb")
    except OSError as error:
        raise click.ClickException(f"{source} cannot be read: {error.strerror}.") from error


def numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, counted from 1."""
    return ((number, raw) for number, raw in enumerate(lines, start=1) if raw.strip())


def fields_of(raw: bytes, needed: Collection[str], named: str) -> dict[str, Any]:
    """The fields of one line; BadLine says what is wrong. `named` tells people what is needed."""
    try:
        asked = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine("it is not UTF-8; save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise BadLine("it is not JSON; each line must be one JSON object.") from error
    if not isinstance(asked, dict):
        raise BadLine(f"it is not a JSON object; it needs {named}.")
    missing = [name for name in needed if name not in asked]
    if missing:
        raise BadLine(f"it lacks {', '.join(missing)}; it needs {named}.")
    return asked


def write(answers: Iterable[str], target: str, mode: int = 0o644) -> None:
    """To standard output as it comes; to a file by way of a new one beside it."""
    try:
        if target == STANDARD:
            for answer in answers:
                sys.stdout.buffer.write(_encoded(answer))
            sys.stdout.buffer.flush()
        else:
            _write_whole(answers, Path(target), mode)
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror}.") from error


def _write_whole(answers: Iterable[str], path: Path, mode: int) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as fresh:
            fresh.writelines(map(_encoded, answers))
            os.fchmod(fresh.fileno(), mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _encoded(answer: str) -> bytes:
    """Lone surrogates, which JSON can smuggle in, become question marks."""
    return answer.encode("utf-8", "replace")
