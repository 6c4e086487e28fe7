"""One door: an order goes in, finished files come out; the work is done in a process of its own."""

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults, timeline, wire
from blattwerk.narration.studio.interface import Made, MadeFile, Order, Tags

Progress = Callable[[float], None]
WORKER = (sys.executable, "-m", "blattwerk.narration.studio.worker")
LEAST_PATIENCE = 60.0  # seconds; a busy machine may be slow to begin
PATIENCE = 0.5  # more seconds for each second of sound; usual is 0.03
HUMAN_PATIENCE = 3600.0
_SCRATCH = ".studio-"
_FORGOTTEN = 86_400  # seconds after which a scratch folder belongs to nobody

logger = logging.getLogger(__name__)


def record(order: Order, *, progress: Progress | None = None, limit: float | None = None) -> Made:
    """Make an article's files in `order.folder`, each named for its content, or none of them.

    Equal orders give equal files (unless they are signed). `progress` is told shares of 1, `limit`
    overrides the seconds it may take. Raises StudioFailed with a sentence.
    """
    seconds = sum(
        timeline.take_samples(take) / take.rate + take.gap for take in (*order.takes, *order.notice)
    )
    job = {"order": wire.to_json(order)}
    patience = LEAST_PATIENCE + PATIENCE * seconds if limit is None else limit
    return _made(job, order.folder, patience, progress)


def record_human(
    source: Path,
    tags: Tags,
    folder: Path,
    *,
    manifest: str = "",
    progress: Progress | None = None,
    limit: float = HUMAN_PATIENCE,
) -> Made:
    """Make the same sound files of a recording people made, in any common kind of file.

    There are no marks (`json` lists none) and no WebVTT. Raises StudioFailed with a sentence that
    tells the newsroom what is wrong with the file.
    """
    job = {"source": source.absolute(), "tags": wire.to_json(tags), "manifest": manifest}
    return _made(job, folder, limit, progress)


def _made(job: dict[str, Any], folder: Path, limit: float, progress: Progress | None) -> Made:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with tempfile.TemporaryDirectory(
            prefix=_SCRATCH, dir=folder, ignore_cleanup_errors=True
        ) as scratch:
            answer = _asked(job | {"scratch": scratch}, limit, progress)
            if "failed" in answer:
                raise StudioFailed(answer["failed"])
            made = wire.made(answer["made"], folder)
            _publish(made.files, Path(scratch))
    except OSError as error:
        raise faults.writing(error) from error
    return made


def _asked(job: dict[str, Any], limit: float, progress: Progress | None) -> dict[str, Any]:
    """Run the worker to its end and give back its last word."""
    too_slow = threading.Event()
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            WORKER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,  # so that it can give way as a whole
        ) as process,
    ):
        clock = threading.Timer(limit, _stop, (process, too_slow))
        clock.start()
        try:
            answer = _conversation(process, job, progress)
            if answer is None:
                raise _silent_end(process.wait(), log.fileno(), too_slow)
        finally:
            clock.cancel()
            process.kill()  # before its stdin closes: the scratch folder is ours now
    return answer


def _conversation(
    process: subprocess.Popen[bytes], job: dict[str, Any], progress: Progress | None
) -> dict[str, Any] | None:
    """Stdin stays open until the end: the worker ends when it closes."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(wire.line(job))
        process.stdin.flush()
    except BrokenPipeError:
        return None
    for line in process.stdout:
        if not line.endswith(b"\n"):
            return None  # killed while speaking
        said: dict[str, Any] = wire.read(line)
        if "progress" not in said:
            return said
        if progress:
            progress(said["progress"])
    return None


def _stop(process: subprocess.Popen[bytes], too_slow: threading.Event) -> None:
    too_slow.set()
    process.kill()


def _silent_end(code: int, log: int, too_slow: threading.Event) -> StudioFailed:
    if too_slow.is_set():
        return StudioFailed(faults.TOO_SLOW)
    last_words = os.pread(log, 1 << 16, 0).decode(errors="replace")[-2000:]
    logger.error("The studio's process ended with %s: %s", code, last_words)
    return StudioFailed(faults.KILLED if code < 0 else faults.ENCODER)


def _publish(files: tuple[MadeFile, ...], scratch: Path) -> None:
    """Move whole files to their place, all or none of them."""
    new: list[Path] = []
    try:
        for file in files:
            if not file.path.exists():
                new.append(file.path)
            whole = scratch / file.path.name
            with whole.open("rb") as written:
                os.fsync(written.fileno())
            whole.replace(file.path)
    except OSError:
        for path in new:
            path.unlink(missing_ok=True)
        raise


def _sweep(folder: Path) -> None:
    """Clear what a machine that lost its power left behind."""
    for forgotten in folder.glob(f"{_SCRATCH}*"):
        if time.time() - forgotten.stat().st_mtime > _FORGOTTEN:
            shutil.rmtree(forgotten, ignore_errors=True)
