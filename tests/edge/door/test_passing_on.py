"""What goes to the application as it came: once, whole, and back again as it is made."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from blattwerk.edge.door.door import KNOCKING
from tests.edge.door.upstream_play import (
    Heard,
    House,
    Play,
    Said,
    open_house,
    private,
    public,
    read,
    request,
    until,
)


def post(target: str, body: bytes, *lines: str) -> bytes:
    return request(target, f"Content-Length: {len(body)}", *lines, method="POST") + body


def test_a_form_goes_through_with_its_answer(house: House, play: Play) -> None:
    play.script = lambda heard: private(b"thanks " + heard.body, **{"Set-Cookie": "a=b"})
    with house.connect() as connection:
        connection.sendall(post("/a/comments/", b"text=Hallo", "Cookie: bw_session=1"))
        got = read(connection)

    assert (got.status, got.body, got.headers["set-cookie"]) == (200, b"thanks text=Hallo", "a=b")
    assert play.heard[0].headers["cookie"] == "bw_session=1"


def test_a_large_or_chunked_body_arrives_whole(house: House, play: Play) -> None:
    body = bytes(range(256)) * 8_000  # 2 MiB
    play.script = lambda heard: private(b"%d" % len(heard.body))
    with house.connect() as connection:
        connection.sendall(post("/redaktion/pictures/", body))
        assert read(connection).body == b"%d" % len(body)
        head = request("/redaktion/pictures/", "Transfer-Encoding: chunked", method="POST")
        chunks = b"".join(b"%x\r\n%b\r\n" % (1000, body[:1000]) for _n in range(500))
        connection.sendall(head + chunks + b"0\r\n\r\n")
        assert read(connection).body == b"500000"

    assert play.heard[0].body == body


@pytest.mark.parametrize("raw", [b"", b"HTTP/1.1 200 OK\r\nConte"])
def test_a_form_is_sent_once_only_when_the_application_dies(
    house: House, play: Play, raw: bytes
) -> None:
    house.ask("/a/")  # leaves a kept connection
    play.script = lambda _heard: Said(raw=raw)
    with house.connect() as connection:
        connection.sendall(post("/a/comments/", b"text=Hallo"))
        got = read(connection)

    assert got.status == 502
    assert [heard.method for heard in play.heard] == ["GET", "POST"]


def test_a_form_waits_for_an_application_that_starts_again(house: House, play: Play) -> None:
    house.do(play.close())
    play.script = lambda heard: private(heard.body)
    with house.connect() as connection:
        connection.sendall(post("/a/comments/", b"text=Hallo"))
        time.sleep(0.3)
        house.do(play.open())
        got = read(connection)

    assert (got.status, got.body) == (200, b"text=Hallo")
    assert len(play.heard) == 1


def test_a_read_is_asked_again_where_a_kept_connection_was_closed(house: House, play: Play) -> None:
    play.script = lambda _heard: (
        Said(raw=b"") if len(play.heard) == 2 else private(b"%d" % len(play.heard))
    )

    assert house.ask("/konto/").body == b"1"
    assert house.ask("/konto/").body == b"3"


def test_kept_connections_are_used_again(house: House, play: Play) -> None:
    play.script = lambda _heard: private()
    for _n in range(5):
        house.ask("/konto/")

    assert play.connections == 1


def test_half_a_form_never_reaches_the_application(house: House, play: Play) -> None:
    connection = house.connect()
    connection.sendall(request("/a/comments/", "Content-Length: 100", method="POST") + b"half")
    connection.close()
    until(lambda: not house.door.connections)

    assert play.heard == []


def test_a_reader_who_leaves_takes_nothing_down(house: House, play: Play) -> None:
    play.script = lambda _heard: private(b"x" * 20_000_000)
    for _n in range(3):
        with house.connect() as connection:
            connection.sendall(request("/konto/export/"))
            connection.recv(1000)
    until(lambda: not house.door.connections)

    play.script = lambda _heard: private(b"fine")
    assert house.ask("/konto/").body == b"fine"
    assert house.door.upstream.places._value == house.options.upstream_connections


def test_a_slow_reader_gets_all_of_a_large_answer(house: House, play: Play) -> None:
    body = bytes(range(256)) * 30_000
    play.script = lambda _heard: private(body)
    with house.connect() as connection:
        connection.sendall(request("/konto/export/"))
        time.sleep(0.3)
        got = read(connection)

    assert got.body == body


def test_an_answer_that_breaks_off_does_not_look_whole(house: House, play: Play) -> None:
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    play.script = lambda _heard: Said(raw=raw)

    with pytest.raises((EOFError, ConnectionError)):
        house.ask("/konto/")


@pytest.mark.parametrize("path", ["/a/", "/konto/"])
def test_an_application_that_still_starts_is_waited_for(path: str) -> None:
    with open_house(start_time=20.0) as house:
        house.do(house.play.close())
        asked = ThreadPoolExecutor(1).submit(house.ask, path)
        time.sleep(KNOCKING + 1)
        house.do(house.play.open())

        assert asked.result().status == 200


def test_an_application_that_is_gone_is_said_so(house: House, play: Play) -> None:
    house.do(play.close())

    got = house.ask("/konto/")

    assert (got.status, got.headers["retry-after"]) == (503, "5")
    assert b'lang="en"' in got.body
    assert got.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_private_answer_keeps_its_marks_to_itself(house: House, play: Play) -> None:
    hops = {"X-Hop": "1", "Proxy-Authentication-Info": "x", "Keep-Alive": "timeout=9"}

    def script(heard: Heard) -> Said:
        return public(headers={"Blattwerk-Until": "1", "Connection": "X-Hop", **hops})

    play.script = script
    got = house.ask("/konto/")

    assert not [
        name for name in got.headers if name.startswith(("blattwerk", "x-hop", "proxy", "keep"))
    ]


def test_a_body_may_be_asked_for_first(house: House, play: Play) -> None:
    play.script = lambda heard: private(heard.body)
    with house.connect() as connection:
        lines = ("Content-Length: 5", "Expect: 100-continue")
        connection.sendall(request("/a/comments/", *lines, method="POST"))
        assert read(connection).status == 100
        connection.sendall(b"hello")
        assert read(connection).body == b"hello"
