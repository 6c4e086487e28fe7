"""Article page and home front against nginx with the same bytes on disk, in alternating rounds.

Today nothing is kept: each answer is rendered anew, so this is the baseline for the edge.
"""

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from tests.household import Household, free_port, served

NGINX = """
worker_processes 1;
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 512; }}
http {{
  access_log off;
  default_type text/html;
  keepalive_requests 1000000;
  gzip_static on;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {folder}/root; }}
}}
"""


@dataclass
class Row:
    """What was measured of one address: requests a second, p99 in ms, CPU ms an answer."""

    name: str
    rates: list[float] = field(default_factory=list)
    p99s: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)


def main() -> None:
    """Print one table of medians, with each page's ratio to nginx in the same round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4)
    arguments = parser.parse_args()
    with served("--with-sample") as paper:
        pages = {"article": _article(paper), "home": "/"}
        bodies = {name: _fetch(paper.address + path) for name, path in pages.items()}
        with _nginx(bodies) as static:
            rows = _measure(paper, static, pages, arguments.rounds, arguments.seconds)
    _print(rows, bodies, arguments.rounds)


def _article(paper: Household) -> str:
    match = re.search(r'href="(/[a-z]+/[a-z0-9-]+-\d+/)"', paper.get("/")[1])
    assert match, "the front links no article"
    return match[1]


def _fetch(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        body: bytes = answer.read()
        return gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


@contextmanager
def _nginx(bodies: dict[str, bytes]) -> Iterator[tuple[str, psutil.Process]]:
    folder = Path(tempfile.mkdtemp(prefix="blattwerk-nginx-"))
    (folder / "root").mkdir()
    for name, body in bodies.items():
        (folder / "root" / f"{name}.html").write_bytes(body)
        (folder / "root" / f"{name}.html.gz").write_bytes(gzip.compress(body, 9))
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "conf").write_text(NGINX.format(folder=folder, port=port, user=user))
    binary = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
    process = subprocess.Popen([binary, "-p", str(folder), "-c", str(folder / "conf")])
    try:
        time.sleep(1)
        yield f"http://127.0.0.1:{port}", psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder)


def _measure(
    paper: Household,
    static: tuple[str, psutil.Process],
    pages: dict[str, str],
    rounds: int,
    seconds: int,
) -> dict[str, tuple[Row, Row]]:
    address, nginx = static
    blattwerk = psutil.Process(paper.process.pid)
    rows = {name: (Row(f"nginx, {name}"), Row(f"Blattwerk, {name}")) for name in pages}
    for _round in range(rounds):
        for name, path in pages.items():
            _wrk(f"{address}/{name}.html", nginx, rows[name][0], seconds)
            _wrk(paper.address + path, blattwerk, rows[name][1], seconds)
    return rows


def _wrk(url: str, server: psutil.Process, row: Row, seconds: int) -> None:
    before = _cpu_seconds(server)
    out = subprocess.run(
        ["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip", url],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    spent = _cpu_seconds(server) - before
    assert "Non-2xx" not in out, out
    total = re.search(r"(\d+) requests in", out)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    assert total
    assert rate
    assert p99
    row.rates.append(float(rate[1]))
    row.p99s.append(float(p99[1]) * {"us": 0.001, "ms": 1, "s": 1000}[p99[2]])
    row.cpus.append(1000 * spent / max(int(total[1]), 1))


def _cpu_seconds(server: psutil.Process) -> float:
    times = [process.cpu_times() for process in (server, *server.children(recursive=True))]
    return sum(time.user + time.system for time in times)


def _print(rows: dict[str, tuple[Row, Row]], bodies: dict[str, bytes], rounds: int) -> None:
    print(f"Medians of {rounds} alternating rounds, 64 connections, gzip.\n")
    print("| page | bytes | requests/s | p99 ms | CPU ms/answer | rate ÷ nginx | p99 ÷ nginx |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, (nginx, ours) in rows.items():
        for row in (nginx, ours):
            rate = statistics.median(a / b for a, b in zip(row.rates, nginx.rates, strict=True))
            slow = statistics.median(a / b for a, b in zip(row.p99s, nginx.p99s, strict=True))
            print(
                f"| {row.name} | {len(gzip.compress(bodies[name])):,} "
                f"| {statistics.median(row.rates):,.0f} | {statistics.median(row.p99s):,.2f} "
                f"| {statistics.median(row.cpus):.3f} | {rate:.4f} | {slow:,.0f} |"
            )


if __name__ == "__main__":
    main()
