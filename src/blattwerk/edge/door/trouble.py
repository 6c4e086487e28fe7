"""What readers had to put up with while the application failed, noted for the people at work."""

import json
import logging
import os
from pathlib import Path

from blattwerk.edge.door.clock import Clock
from blattwerk.edge.door.numbers import Numbers

OVER_AFTER = 600.0  # seconds without another failure; what comes later is another trouble
WRITE_EVERY = 5.0

log = logging.getLogger(__name__)


class Trouble:
    """The last time old pages, or none, were shown because of an error: from when to when."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.began = self.ended = 0.0  # seconds since 1970
        self.old = self.none = 0  # answers within that time
        self.counted = (0, 0)
        self.written = 0.0  # monotonic
        self.unwritten = False

    def tick(self, numbers: Numbers, clock: Clock) -> None:
        """Look at the counters; called once a second."""
        seen = (numbers.stale_errors, numbers.unavailable)
        if seen != self.counted:
            self._note(seen[0] - self.counted[0], seen[1] - self.counted[1], clock.now)
            self.counted = seen
        if self.unwritten and clock.steady - self.written >= WRITE_EVERY:
            self.written, self.unwritten = clock.steady, False
            self._write()

    def _note(self, old: int, none: int, now: float) -> None:
        if now - self.ended > OVER_AFTER or now < self.ended:
            self.began, self.old, self.none = now, 0, 0
        self.ended = now
        self.old += old
        self.none += none
        self.unwritten = True

    def _write(self) -> None:
        told = {"began": self.began, "ended": self.ended, "old": self.old, "none": self.none}
        beside = self.file.with_name(f"{self.file.name}.new")
        try:
            beside.write_text(json.dumps(told), encoding="ascii")
            os.replace(beside, self.file)  # noqa: PTH105  # its name says what is meant
        except OSError as error:
            log.warning("That readers see old pages could not be noted: %s", error)
