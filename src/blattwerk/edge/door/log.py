"""The access log, in the combined format, written once a second."""

import logging
import os
import re
import time
from pathlib import Path

MOST_WAITING = 100_000  # lines; when the disk takes no more, the newest are lost

_UNSAFE = re.compile(rb"[^ !#-\[\]-~]")

log = logging.getLogger(__name__)


class AccessLog:
    """Collects lines. The file is opened anew when it was moved away or removed."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.lines: list[bytes] = []
        self.stamp = b""
        self.stamped = 0

    def note(
        self,
        client: str,
        now: float,
        line: bytes,
        status: int,
        size: int,
        referer: bytes,
        agent: bytes,
    ) -> None:
        """One answer; `now` in seconds since 1970, `line` the request line, size of the body."""
        if self.path is None or len(self.lines) >= MOST_WAITING:
            return
        if int(now) != self.stamped:
            self.stamped = int(now)
            self.stamp = time.strftime("%d/%b/%Y:%H:%M:%S %z", time.localtime(now)).encode()
        self.lines.append(
            b'%b - - [%b] "%b" %d %d "%b" "%b"\n'
            % (
                client.encode("latin-1", "replace") or b"-",
                self.stamp,
                _safe(line),
                status,
                size,
                _safe(referer) or b"-",
                _safe(agent) or b"-",
            )
        )

    def note_plain(self, client: str, now: float, data: bytes, status: int, size: int) -> None:
        """An answer to a request that was read at a glance, from its bytes."""
        line = data[: data.find(b"\r\n")]
        referer, agent = _line(data, b"\r\nReferer: "), _line(data, b"\r\nUser-Agent: ")
        self.note(client, now, line, status, size, referer, agent)

    def write(self) -> None:
        """All that waits, in one write. A log that cannot be written stops nobody."""
        if self.path is None or not self.lines:
            return
        lines, self.lines = self.lines, []
        try:
            file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
            try:
                os.write(file, b"".join(lines))
            finally:
                os.close(file)
        except OSError as error:
            log.warning("The access log %s cannot be written: %s", self.path, error)


def _safe(given: bytes) -> bytes:
    """With nothing that could end a field or the line."""
    if not _UNSAFE.search(given):
        return given
    return _UNSAFE.sub(lambda found: b"\\x%02x" % found[0][0], given)


def _line(data: bytes, name: bytes) -> bytes:
    found = data.find(name)
    return b"" if found < 0 else data[found + len(name) : data.find(b"\r\n", found + 2)]
