"""Connections: what is refused, how long is waited, and how the door is closed."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.edge.door.upstream_play import (
    PAGE,
    House,
    Play,
    open_house,
    private,
    public,
    read,
    request,
    until,
)

HOST = b"Host: paper.test\r\n"


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n", 400),
        (b"GET / HTTP/1.1\r\n" + HOST + b" folded\r\n\r\n", 400),
        (b"GET / HTTP/1.1\n" + HOST + b"\r\n", 400),
        (b"GET /a\0 HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET /%00 HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET /a%2fb HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET /../a HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET http://evil.test/ HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 3\r\n\r\nabc", 400),
        (b"GET / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (
            b"POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n" + HOST +
            b"\r\n",
            400,
        ),
        (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: xchunked\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n", 421),
        (b"TRACE / HTTP/1.1\r\n" + HOST + b"\r\n", 405),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 20_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X: y\r\n" * 200 + b"\r\n", 431),
    ],
)  # fmt: skip
def test_what_nobody_means_well_is_refused(open_all_day: House, data: bytes, status: int) -> None:
    with open_all_day.connect() as connection:
        connection.sendall(data + b"GET /hidden/ HTTP/1.1\r\n" + HOST + b"\r\n")
        got = read(connection)
        assert (got.status, got.headers["connection"]) == (status, "close")
        assert connection.recv(1) == b""  # nothing after it is answered

    assert open_all_day.play.heard == []


def test_absolute_form_and_old_versions_are_understood(house: House) -> None:
    with house.connect() as connection:
        connection.sendall(b"GET http://paper.test/a/ HTTP/1.1\r\n" + HOST + b"\r\n")
        assert read(connection).body == PAGE
        connection.sendall(b"GET /a/ HTTP/1.0\r\n" + HOST + b"\r\n")
        got = read(connection)
        assert (got.body, got.headers["connection"]) == (PAGE, "close")
        assert connection.recv(1) == b""


def test_a_head_that_trickles_in_is_not_waited_for() -> None:
    with open_house(head_time=0.5, idle_time=2.0) as house, house.connect() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHo")
        assert read(connection).status == 408
        with house.connect() as idle:
            assert idle.recv(1) == b""


def test_who_takes_nothing_is_let_go() -> None:
    with open_house(body_time=0.5) as house:
        house.play.script = lambda _heard: private(b"x" * 30_000_000)
        with house.connect() as connection:
            connection.sendall(request("/konto/export/"))
            until(lambda: house.door.numbers.overdue == 1, patience=8)


def test_two_thousand_idle_connections_hinder_nobody(house: House) -> None:
    idle = [house.connect() for _n in range(2_000)]
    try:
        until(lambda: len(house.door.connections) == 2_000)
        assert house.ask("/a/").body == PAGE
    finally:
        for connection in idle:
            connection.close()
    until(lambda: not house.door.connections)


def test_more_connections_than_allowed_are_turned_away() -> None:
    with open_house(connections=2) as house:
        kept = [house.connect() for _n in range(2)]
        until(lambda: len(house.door.connections) == 2)
        with house.connect() as third:
            assert read(third).status == 503
        for connection in kept:
            connection.close()


def test_the_counters_are_shown_to_who_has_the_token() -> None:
    with open_house(token="secret", log=None) as house:
        house.ask("/a/")
        house.ask("/a/")
        assert house.ask("/_blattwerk/edge").status == 404
        assert house.ask("/_blattwerk/edge", "Authorization: Bearer no").status == 404
        got = house.ask("/_blattwerk/edge", "Authorization: Bearer secret")

    assert b"blattwerk_edge_hits_total 1\n" in got.body
    assert b"blattwerk_edge_misses_total 1\n" in got.body


def test_the_log_has_a_line_for_each_answer(tmp_path: Path) -> None:
    with open_house(log=tmp_path / "access.log") as house:
        house.ask("/a/")
        house.ask("/a/", 'Referer: https://x.test/"', "User-Agent: Mozilla")
        house.ask("/b/", method="TRACE")

    lines = (tmp_path / "access.log").read_text().splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("127.0.0.1 - - [")
    assert lines[1].endswith(f'"GET /a/ HTTP/1.1" 200 {len(PAGE)} "https://x.test/\\x22" "Mozilla"')


def test_nobody_is_refused_while_one_door_follows_another(house: House, play: Play) -> None:
    play.script = lambda _heard: public(wait=0.05)
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    listening.set_inheritable(True)
    address = listening.getsockname()
    first = _start(house, listening.fileno())
    failed: list[Exception] = []
    answered: list[int] = []
    stop = threading.Event()

    def readers() -> None:
        while not stop.is_set():
            try:
                with socket.create_connection(address, timeout=20) as connection:
                    connection.sendall(request(f"/{len(answered)}/"))
                    answered.append(read(connection).status)
            except Exception as error:  # noqa: BLE001
                failed.append(error)

    threads = [threading.Thread(target=readers) for _n in range(4)]
    for thread in threads:
        thread.start()
    until(lambda: len(answered) > 20, patience=15)
    second = _start(house, listening.fileno())
    first.send_signal(signal.SIGTERM)
    first.wait(10)
    so_far = len(answered)
    until(lambda: len(answered) > so_far + 20, patience=15)
    stop.set()
    for thread in threads:
        thread.join(20)
    second.send_signal(signal.SIGTERM)
    second.wait(10)
    listening.close()

    assert failed == []
    assert set(answered) == {200}


def _start(house: House, fd: int) -> "subprocess.Popen[bytes]":
    folder = house.folder / f"door-{time.monotonic_ns()}"
    return subprocess.Popen(
        [
            sys.executable, "-m", "blattwerk.edge.door", "--fd", str(fd),
            "--upstream", str(house.play.path), "--folder", str(folder), "--hosts", "paper.test",
        ],
        pass_fds=(fd,),
        env={**os.environ, "PYTHONPATH": "src"},
    )  # fmt: skip
