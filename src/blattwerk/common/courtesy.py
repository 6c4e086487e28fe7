"""How a process with hard work to do lets others go first."""

import contextlib
import os
from pathlib import Path

_OWN_GROUP = Path("/proc/self/autogroup")


def give_way(nice: int) -> None:
    """Raise the process's niceness by so much, and let its session count as little as it does.

    Linux may share the processor among sessions first and look at niceness only within each. Call
    it in a process that leads a session of its own; in another's the session is left alone.
    """
    niceness = os.nice(nice)
    if niceness > 0 and os.getsid(0) == os.getpid():
        with contextlib.suppress(OSError):  # a kernel that does not share that way
            _OWN_GROUP.write_text(str(niceness))
