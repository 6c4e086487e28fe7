"""The time, looked at once a second: a Date line has no finer one, and time-outs need none."""

import time
from email.utils import formatdate


class Clock:
    """Set by `tick`; read by everything that answers."""

    __slots__ = ("now", "steady", "tail")

    def __init__(self) -> None:
        self.tick()

    def tick(self) -> None:
        self.now = time.time()
        self.steady = time.monotonic()  # never goes back when the machine's clock is set
        self.tail = b"date: " + formatdate(self.now, usegmt=True).encode() + b"\r\n\r\n"
