"""The studio's own process: `python -m blattwerk.narration.studio.worker`.

The first line of stdin is the job as JSON. Lines of JSON come back on stdout: `{"progress": 0.4}`,
and last `{"made": …}` or `{"failed": "a sentence"}`. When stdin closes, whoever asked is gone, and
the process clears its scratch folder and ends.
"""

import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

from blattwerk.common.courtesy import give_way
from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults, wire

NICENESS = 10
A_MOMENT = 0.2  # seconds


_alone = threading.Event()  # set when whoever asked is gone


def main() -> None:
    """Do one job, then wait to be ended."""
    give_way(max(0, NICENESS - os.nice(0)))
    job = wire.read(sys.stdin.buffer.readline())
    scratch = Path(job["scratch"])
    watcher = threading.Thread(target=_end_with_parent, args=(scratch,), daemon=True)
    watcher.start()
    try:
        _say(_done(job, scratch))
        watcher.join()
    finally:
        if _alone.wait(A_MOMENT):  # the work may fail because its scratch is being cleared
            watcher.join()


def _done(job: dict[str, Any], scratch: Path) -> dict[str, Any]:
    from blattwerk.narration.studio import human, produce

    try:
        if "source" in job:
            source, tags = Path(job["source"]), wire.tags(job["tags"])
            made = human.produce(source, tags, scratch, _tell, job["manifest"])
        else:
            made = produce.produce(wire.order(job["order"]), scratch, _tell)
    except StudioFailed as error:
        return {"failed": str(error)}
    except MemoryError:
        return {"failed": faults.OUT_OF_MEMORY}
    return {"made": wire.to_json(made)}


def _tell(share: float) -> None:
    _say({"progress": round(share, 2)})


def _say(said: dict[str, Any]) -> None:
    sys.stdout.buffer.write(wire.line(said))
    sys.stdout.buffer.flush()


def _end_with_parent(scratch: Path) -> None:
    os.read(sys.stdin.fileno(), 1)  # nothing ever comes; it ends when the parent does
    _alone.set()
    while scratch.exists():  # the work may still be adding files
        shutil.rmtree(scratch, ignore_errors=True)
    os._exit(1)


if __name__ == "__main__":
    main()
