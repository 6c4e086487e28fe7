"""Install a trained voice: fetch its files, check them, put them into the paper's folder at once.

Needs no Django. The source is laid out as Piper's hub is: `voices.json` tells each file's size and
sum, and below `de/de_DE/thorsten/medium/` lie model, settings and card.
"""

import errno
import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from blattwerk.narration.engines.onnx_outputs import has_graph
from blattwerk.narration.engines.piper import HOW_TO_INSTALL, installed
from blattwerk.narration.engines.voice_files import CARD, ENDING, VoiceFiles, find_voice_files
from blattwerk.narration.errors import VoiceError
from blattwerk.narration.voice_table import HUB, KNOWN

NAME = re.compile(r"([a-z]{2,3})_([A-Z]{2})-([a-z0-9_]+)-(x_low|low|medium|high)", re.ASCII)
INDEX = "voices.json"
LARGEST_INDEX = 16 << 20
LARGEST_FILE = 1 << 30
CHUNK = 1 << 18
SPARE = 50 << 20  # bytes to leave free on the disk
SECONDS = 30.0

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _File:
    """One file at the source: its path there, our name for it, what the index says of it."""

    path: str
    name: str
    size: int = 0
    md5: str = ""
    optional: bool = False


def install_voice(
    name: str, folder: Path, *, address: str = HUB, progress: Progress | None = None
) -> VoiceFiles:
    """Fetch a voice into `folder`; it appears there whole or not at all.

    `progress` is told bytes so far and in all. Raises VoiceError with a sentence that says what is
    wrong and what to do: name unknown, no network, disk full, files broken, Piper not installed.
    """
    if not installed():
        raise VoiceError(HOW_TO_INSTALL)
    if not NAME.fullmatch(name):
        raise _unknown(name, [voice.name for voice in KNOWN])
    with _disk_troubles(folder):
        folder.mkdir(parents=True, exist_ok=True)
        address = address.rstrip("/")
        files = _listed_files(name, address)
        _need_room(folder, sum(file.size for file in files))
        with tempfile.TemporaryDirectory(prefix=".coming-", dir=folder) as coming:
            _fetch_all(files, Path(coming), address, progress or (lambda _done, _whole: None))
            _check(name, Path(coming))
            for file in files:  # the settings last: without them no voice is seen
                if (Path(coming) / file.name).exists():
                    (Path(coming) / file.name).replace(folder / file.name)
    return next(voice for voice in find_voice_files([folder]) if voice.name == name)


def _listed_files(name: str, address: str) -> list[_File]:
    """Card, model and settings, with sizes and sums where the source has an index."""
    language, country, speaker, quality = NAME.fullmatch(name).groups()  # type: ignore[union-attr]
    base = f"{language}/{language}_{country}/{speaker}/{quality}"
    index = _index(address)
    if index is not None and name not in index:
        raise _unknown(name, list(index))
    told = (index or {}).get(name, {}).get("files", {})

    def file(there: str, here: str, *, optional: bool = False) -> _File:
        about = told.get(f"{base}/{there}", {})
        size, md5 = int(about.get("size_bytes", 0)), str(about.get("md5_digest", ""))
        return _File(f"{base}/{there}", here, size, md5, optional)

    model = name + ENDING
    return [
        file(CARD, f"{name}.{CARD}", optional=True),
        file(model, model),
        file(f"{model}.json", f"{model}.json"),
    ]


def _index(address: str) -> Mapping[str, Any] | None:
    """What the source says it has; None where it has no index."""
    with _opened(f"{address}/{INDEX}", optional=True) as answer:
        if answer is None:
            return None
        raw = answer.read(LARGEST_INDEX)
    try:
        told = json.loads(raw)
    except ValueError as error:
        raise VoiceError(_no_voices(address)) from error
    if not isinstance(told, dict):
        raise VoiceError(_no_voices(address))
    return told


def _need_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE:
        raise VoiceError(
            f"The voice needs {_megabytes(needed + SPARE)} in {folder}, "
            f"but {_megabytes(free)} are free. Make room and try again."
        )


def _fetch_all(files: list[_File], coming: Path, address: str, progress: Progress) -> None:
    whole, done = sum(file.size for file in files), 0
    for file in files:
        with _opened(f"{address}/{file.path}", optional=file.optional) as answer:
            if answer is None:
                continue
            size = file.size or int(answer.headers.get("Content-Length") or 0)
            whole += 0 if file.size else size
            summed = hashlib.md5(usedforsecurity=False)
            with (coming / file.name).open("wb") as target:
                got = 0
                while chunk := answer.read(CHUNK):
                    target.write(chunk)
                    summed.update(chunk)
                    got += len(chunk)
                    progress(done + got, max(whole, done + got))
                    if got > LARGEST_FILE:
                        break
        if (size and got != size) or (file.md5 and summed.hexdigest() != file.md5):
            raise VoiceError(
                f"{file.name} did not arrive whole ({got} of {size} bytes). Try again."
            )
        done += got


def _check(name: str, coming: Path) -> None:
    try:
        told = json.loads((coming / f"{name}{ENDING}.json").read_text(encoding="utf-8"))
        whole = told["espeak"]["voice"] and told["audio"]["sample_rate"] and told["phoneme_id_map"]
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole or not has_graph(coming / f"{name}{ENDING}"):
        raise VoiceError(
            f"What came from the source is no voice of Piper's; {name} was not installed. "
            "Check BLATTWERK_VOICES_ADDRESS."
        )


@contextmanager
def _opened(url: str, *, optional: bool) -> Iterator[Any]:
    """The answer, or None when an optional thing is not there. Raises VoiceError."""
    request = Request(url, headers={"User-Agent": "Blattwerk"})  # noqa: S310
    host = urlsplit(url).hostname
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            yield answer
    except HTTPError as error:
        error.close()
        if optional and error.code == 404:
            yield None
        else:
            raise VoiceError(
                f"{host} answered {error.code} for {url}. Check the voice's name and "
                "BLATTWERK_VOICES_ADDRESS."
            ) from None
    except (URLError, TimeoutError, ConnectionError, HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise VoiceError(
            f"{host} cannot be reached ({getattr(reason, 'strerror', None) or reason}). "
            "Is there a network? Else fetch the voice's .onnx and .onnx.json on another machine "
            "and copy both into the folder “voices” in the data folder."
        ) from None


@contextmanager
def _disk_troubles(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise VoiceError(f"The disk of {folder} is full. Make room and try again.") from error
        raise VoiceError(f"{folder} cannot be written: {error.strerror or error}.") from error


def did_you_mean(name: str, known: list[str]) -> str:
    """“ Did you mean …?” with up to three near names, or "" when none is near."""
    near = [one for one in known if name.lower() in one.lower()] if len(name) > 2 else []
    near = (near or get_close_matches(name, known, cutoff=0.75))[:3]
    return f" Did you mean {' or '.join(near)}?" if near else ""


def _unknown(name: str, known: list[str]) -> VoiceError:
    return VoiceError(
        f"There is no voice “{name}”.{did_you_mean(name, known)} "
        "`blattwerk voices list` shows what can be had."
    )


def _no_voices(address: str) -> str:
    return f"{address} is no source of voices; check BLATTWERK_VOICES_ADDRESS."


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:,.0f} MB"
