"""What the door is told when it is started."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024
PRIVATE = ("/redaktion/", "/konto/")
TOKEN_VARIABLE = "BLATTWERK_EDGE_TOKEN"  # noqa: S105  # its name; arguments show in process lists


@dataclass(frozen=True, slots=True)
class Options:
    """All settings of one door. Sizes in bytes, times in seconds."""

    upstream: tuple[Path, ...]  # a Unix socket for each process of the application
    folder: Path  # tags and stored pages
    hosts: tuple[str, ...] = ("*",)  # names the paper goes by; ".example.org" means all below it
    host: str = "127.0.0.1"
    port: int = 8000
    fd: int | None = None  # a listening socket that was handed down, instead of host and port
    static: Path | None = None
    media: Path | None = None
    private: tuple[str, ...] = PRIVATE  # prefixes that are asked for as they came, never stored
    queries: tuple[str, ...] = ("page", "seite")  # parameters that may be stored without limit
    trusted: tuple[str, ...] = ()  # networks of proxies whose X-Forwarded-* count
    proxies: int | None = None  # so many addresses at the end of X-Forwarded-For are believed
    requests_per_second: int = 20  # from one address to the application; 0 for no limit
    memory: int = 64 * MIB
    disk: int = 20 * 1024 * MIB
    log: Path | None = None
    token: str | None = None  # shows the counters; without one nobody sees them
    certificate: Path | None = None
    key: Path | None = None
    connections: int = 10_000
    upstream_connections: int = 64
    head_time: float = 10.0  # for the whole head of a request
    body_time: float = 30.0  # between two pieces of a body, either way
    idle_time: float = 75.0  # of a kept connection
    start_time: float = 10.0  # after its own start, in which the application may still be starting
    render_time: float = 30.0  # until the application's answer begins
    patience: float = 5.0  # for a render, where there is an old copy
    drain_time: float = 10.0
    fast: bool = True


def read_options(arguments: Sequence[str] | None = None) -> Options:
    """The options of a command line; the token comes from the environment."""
    known = Options(upstream=(), folder=Path())
    parser = argparse.ArgumentParser(prog="python -m blattwerk.edge.door", description=__doc__)
    add = parser.add_argument
    add("--upstream", type=Path, nargs="+", required=True, help="Unix sockets of the application")
    add("--folder", type=Path, required=True, help="where tags and stored pages lie")
    add("--hosts", nargs="+", default=known.hosts, metavar="NAME")
    add("--host", default=known.host)
    add("--port", type=int, default=known.port)
    add("--fd", type=int, help="listening socket that was handed down")
    for name in ("static", "media", "log", "certificate", "key"):
        add(f"--{name}", type=Path)
    for name in ("private", "queries", "trusted"):
        add(f"--{name}", nargs="*", default=getattr(known, name))
    add("--proxies", type=int, help="addresses that are believed; without it as far as trusted")
    for name in ("requests-per-second", "memory", "disk", "connections", "upstream-connections"):
        add(f"--{name}", type=int, default=getattr(known, name.replace("-", "_")))
    for name in ("head", "body", "idle", "start", "render", "drain"):
        add(f"--{name}-time", type=float, default=getattr(known, f"{name}_time"))
    add("--patience", type=float, default=known.patience)
    add("--no-fast", dest="fast", action="store_false", help="every request by the strict parser")
    found = vars(parser.parse_args(arguments))
    lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
    return Options(**{**found, **lists}, token=os.environ.get(TOKEN_VARIABLE) or None)
