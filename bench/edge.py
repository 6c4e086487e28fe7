"""Stored pages against one nginx worker with the same bytes on disk, in alternating rounds.

nginx serves them twice: as it comes, and with its cache of open files, which spares it opening the
file for each request.

    python -m bench edge --rounds 5 --seconds 4

The article, the home front and a discussion, asked for as plainly as can be; the article once more
as a browser asks for it, with somebody's cookie and a referer, and as one who has it already.
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
from collections.abc import Iterator, Mapping, Sequence
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
  server {{ listen 127.0.0.1:{usual}; root {folder}/root; }}
  server {{ listen 127.0.0.1:{tuned}; root {folder}/root; open_file_cache max=10000; }}
}}
"""
PLAIN = {"Accept-Encoding": "gzip"}
BROWSER = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
    "Accept-Language": "de-AT,de;q=0.9,en;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "same-origin",
}
READER = {
    **BROWSER,
    "Cookie": "bw_session=abcdefghijklmnopqrstuvwxyz012345; _consent=ja; _id=GA1.2.1234567.89",
    "Referer": "https://www.example.at/ausland/",
}


@dataclass(frozen=True)
class Ask:
    """What is asked for, and how. `known`: with the ETag of what one has."""

    name: str
    page: str
    headers: Mapping[str, str] = field(default_factory=lambda: PLAIN)
    known: bool = False


ASKED = (
    Ask("article", "article"),
    Ask("article, browser's headers", "article", BROWSER),
    Ask("article, also cookie and referer", "article", READER),
    Ask("article, unchanged (304)", "article", known=True),
    Ask("home front", "home"),
    Ask("discussion", "thread"),
)


@dataclass
class Row:
    """What was measured: requests a second, p99 in ms, CPU ms an answer."""

    rates: list[float] = field(default_factory=list)
    p99s: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)


type Rows = tuple[Row, Row, Row]  # nginx as it comes, with open files kept, and the edge


def main() -> None:
    """Print one table of medians, with each row's ratio to nginx in the same round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4)
    arguments = parser.parse_args()
    with served("--with-sample") as paper:
        pages = {"article": _article(paper), "home": "/", "thread": _thread(paper)}
        bodies = {name: _fetch(paper.address + path) for name, path in pages.items()}
        time.sleep(20)  # the paper's first minute is a busy one
        with _nginx(bodies) as static:
            rows = _measure(paper, static, pages, arguments.rounds, arguments.seconds)
    _print(rows, bodies, arguments.rounds)


def _article(paper: Household) -> str:
    match = re.search(r'href="(/[a-z]+/[a-z0-9-]+-\d+/)"', paper.get("/")[1])
    assert match, "the front links no article"
    return match[1]


def _thread(paper: Household) -> str:
    number = re.search(r"-(\d+)/$", _article(paper))
    assert number
    return f"/diskussion/{number[1]}/"


def _fetch(url: str) -> bytes:
    request = urllib.request.Request(url, headers=PLAIN)
    with urllib.request.urlopen(request, timeout=30) as answer:
        body: bytes = answer.read()
        return gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


@contextmanager
def _nginx(bodies: Mapping[str, bytes]) -> Iterator[tuple[list[str], psutil.Process]]:
    """The addresses as it comes and with open files kept, and its process."""
    folder = Path(tempfile.mkdtemp(prefix="blattwerk-nginx-"))
    (folder / "root").mkdir()
    for name, body in bodies.items():
        (folder / "root" / f"{name}.html").write_bytes(body)
        (folder / "root" / f"{name}.html.gz").write_bytes(gzip.compress(body, 9))
    usual, tuned = free_port(), free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "conf").write_text(NGINX.format(folder=folder, usual=usual, tuned=tuned, user=user))
    binary = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
    process = subprocess.Popen([binary, "-p", str(folder), "-c", str(folder / "conf")])
    try:
        time.sleep(1)
        addresses = [f"http://127.0.0.1:{port}" for port in (usual, tuned)]
        yield addresses, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder)


def _measure(
    paper: Household,
    static: tuple[list[str], psutil.Process],
    pages: Mapping[str, str],
    rounds: int,
    seconds: int,
) -> list[Rows]:
    addresses, nginx = static
    [number] = paper.children("edge.door")
    edge = psutil.Process(number)
    rows: list[Rows] = [(Row(), Row(), Row()) for _ask in ASKED]
    for _round in range(rounds):
        for ask, (*theirs, ours) in zip(ASKED, rows, strict=True):
            for address, row in zip(addresses, theirs, strict=True):
                _wrk(f"{address}/{ask.page}.html", ask, nginx, row, seconds)
            _wrk(paper.address + pages[ask.page], ask, edge, ours, seconds)
    return rows


def _wrk(url: str, ask: Ask, server: psutil.Process, row: Row, seconds: int) -> None:
    headers = {**ask.headers, **({"If-None-Match": _tag(url)} if ask.known else {})}
    named = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    before = _cpu_seconds(server)
    out = _run(["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", *named, url])
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


def _tag(url: str) -> str:
    request = urllib.request.Request(url, headers=PLAIN)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return str(answer.headers["ETag"])


def _run(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _cpu_seconds(server: psutil.Process) -> float:
    times = [process.cpu_times() for process in (server, *server.children(recursive=True))]
    return sum(time.user + time.system for time in times)


def _print(rows: Sequence[Rows], bodies: Mapping[str, bytes], rounds: int) -> None:
    print(f"Medians of {rounds} alternating rounds, 64 connections, gzip.\n")
    print("| asked for | bytes | nginx/s: as it comes, tuned | edge/s | ÷ nginx, tuned ", end="")
    print("| CPU ÷ nginx, tuned | p99 ms: nginx, tuned, edge |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for ask, row in zip(ASKED, rows, strict=True):
        usual, tuned, ours = row
        size = 0 if ask.known else len(gzip.compress(bodies[ask.page]))
        rates = [f"{statistics.median(one.rates):,.0f}" for one in row]
        tails = [f"{statistics.median(one.p99s):.2f}" for one in row]
        faster = [f"{_ratio(ours.rates, other.rates):.2f}" for other in (usual, tuned)]
        dearer = [f"{_ratio(ours.cpus, other.cpus):.2f}" for other in (usual, tuned)]
        print(f"| {ask.name} | {size:,} | {rates[0]}, {rates[1]} | {rates[2]} ", end="")
        print(f"| {', '.join(faster)} | {', '.join(dearer)} | {', '.join(tails)} |")


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


if __name__ == "__main__":
    main()
