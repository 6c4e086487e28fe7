"""Who takes part: the suite's server, its client, the edge, and the bridge at both its ends."""

import asyncio
import os
import subprocess
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.household import free_port

from bench.cache_tests.bridge import Bridge

PACKAGES = ("http-cache-tests@0.4.5", "node-fetch@2.7.0")
PATIENCE = 30.0  # seconds until a server listens


def install(folder: Path) -> Path:
    """The suite's folder, freshly installed. Raises CalledProcessError."""
    flags = ("--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--silent")
    subprocess.run(["npm", "install", *flags, "--prefix", str(folder), *PACKAGES], check=True)
    return folder / "node_modules" / "http-cache-tests"


async def one_run(suite: Path, folder: Path, *, declares: bool, test: str) -> str:
    """What the client says of all tests, or of one."""
    store = folder / "edge"
    store.mkdir(parents=True)
    bridge = Bridge(folder / "origin", store / "tags", declares=declares)
    edge_port = free_port()
    async with (
        _origin(suite, folder),
        bridge.behind(folder / "app"),
        _edge(folder / "app", store, edge_port),
        bridge.before(edge_port) as port,
    ):
        return await _client(suite, f"http://127.0.0.1:{port}", test)


@asynccontextmanager
async def _origin(suite: Path, folder: Path) -> AsyncIterator[None]:
    """The suite's server. It takes a path where it wants a port, and listens there."""
    told = {"protocol": "http", "port": str(folder / "origin"), "pidfile": str(folder / "pid")}
    command = ("node", "server/server.mjs")
    async with _process(*command, cwd=suite, told=told):
        await _listens(folder / "origin")
        yield


@asynccontextmanager
async def _edge(app: Path, store: Path, port: int) -> AsyncIterator[None]:
    command = (sys.executable, "-m", "blattwerk.edge.door", "--upstream", str(app))
    options = ("--folder", str(store), "--hosts", "127.0.0.1", "--port", str(port))
    async with _process(*command, *options, cwd=store, told={}):
        await _listens(port)
        yield


async def _client(suite: Path, base: str, test: str) -> str:
    command = ("node", "--no-warnings", "cli.mjs")
    told = _environment({"base": base, "id": test})
    process = await asyncio.create_subprocess_exec(*command, cwd=suite, env=told, stdout=PIPE)
    out, _errors = await process.communicate()
    assert process.returncode == 0, out
    return out.decode()


@asynccontextmanager
async def _process(*command: str, cwd: Path, told: Mapping[str, str]) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(
        *command, cwd=cwd, env=_environment(told), stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        await process.wait()


def _environment(told: Mapping[str, str]) -> dict[str, str]:
    """Ours, and the suite's options as npm would pass them."""
    return {**os.environ, **{f"npm_package_config_{name}": value for name, value in told.items()}}


async def _listens(where: Path | int) -> None:
    """Wait until somebody listens there. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _reader, writer = await connection(where)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


async def connection(where: Path | int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to a port here, or to a Unix socket."""
    if isinstance(where, int):
        return await asyncio.open_connection("127.0.0.1", where)
    return await asyncio.open_unix_connection(where)
