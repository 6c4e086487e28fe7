"""Public pages: from the store, made once, stale by the rules, never somebody's own."""

import gzip
import time
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest

from tests.edge.door.upstream_play import (
    PAGE,
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


def test_a_page_is_made_once_and_then_comes_from_the_store(house: House, play: Play) -> None:
    first, second = house.ask("/a/"), house.ask("/a/", "Cookie: bw_session=x; other=y")

    assert (first.status, first.body) == (200, PAGE)
    assert (second.status, second.body) == (200, PAGE)
    assert [heard.target for heard in play.heard] == ["/a/"]
    assert not [name for name in first.headers if name.startswith("blattwerk")]
    assert first.headers["vary"] == "accept-encoding"


def test_what_is_asked_for_everybody_tells_nothing_of_the_one_who_asks(
    house: House, play: Play
) -> None:
    house.ask(
        "/a/?utm_source=x&seite=2&fbclid=1",
        "Cookie: bw_session=secret",
        "Accept-Language: fr",
        'If-None-Match: "x"',
        "Range: bytes=0-1",
        "Accept-Encoding: br",
        "User-Agent: somebody",
    )

    heard = play.heard[0]
    assert heard.target == "/a/?seite=2"
    assert heard.headers == {
        "host": "paper.test",
        "x-forwarded-proto": "http",
        "x-forwarded-for": "127.0.0.1",
        "accept-encoding": "identity",
        "blattwerk-shared": "1",
    }


def test_a_page_is_the_same_on_whatever_port_it_is_asked_for(house: House, play: Play) -> None:
    play.script = lambda heard: private() if heard.target == "/konto/" else public()
    for port in ("", ":80", ":8080", ":65535"):
        # A referer's line is read strictly; without one a glance is enough.
        for lines in ((), ("Referer: http://paper.test/",)):
            with house.connect() as connection:
                connection.sendall(request("/a/", *lines, host=f"paper.test{port}"))
                assert read(connection).body == PAGE
    with house.connect() as connection:
        connection.sendall(request("/konto/", host="paper.test:8080"))
        read(connection)

    heard = [(heard.target, heard.headers["host"]) for heard in play.heard]
    assert heard == [("/a/", "paper.test"), ("/konto/", "paper.test:8080")]


@pytest.mark.parametrize(
    ("accept", "coding"),
    [
        ("br, gzip", "br"),
        ("gzip", "gzip"),
        ("gzip;q=1, br;q=0.5", "gzip"),
        ("", None),
        ("br;q=0", None),
    ],
)
def test_a_page_comes_in_the_coding_asked_for(
    house: House, accept: str, coding: str | None
) -> None:
    house.ask("/a/")
    got = house.ask("/a/", f"Accept-Encoding: {accept}")

    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert got.headers.get("content-encoding") == coding
    assert unpack(got.body) == PAGE


def test_a_reader_who_has_the_page_is_told_so(house: House) -> None:
    etag = house.ask("/a/").headers["etag"]

    for lines in ([f"If-None-Match: {etag}"], [f'If-None-Match: "y", W/{etag}']):
        got = house.ask("/a/", *lines)
        assert (got.status, got.body, got.headers["etag"]) == (304, b"", etag)
    assert house.ask("/a/", 'If-None-Match: "other"').status == 200


def test_head_is_get_without_a_body(house: House, play: Play) -> None:
    got = house.ask("/a/", method="HEAD")

    assert got.headers["content-length"] == str(len(PAGE))
    assert [heard.method for heard in play.heard] == ["GET"]
    assert house.ask("/a/", method="HEAD").head.split(b"\r\n")[:2] == got.head.split(b"\r\n")[:2]


def test_twenty_at_once_make_one_request(house: House, play: Play) -> None:
    play.script = lambda _heard: public(wait=0.2)

    with ThreadPoolExecutor(20) as readers:
        answers = list(readers.map(lambda _n: house.ask("/a/"), range(20)))

    assert {got.body for got in answers} == {PAGE}
    assert len(play.heard) == 1


def test_who_asks_after_a_change_waits_briefly_and_sees_it(house: House, play: Play) -> None:
    house.ask("/a/")
    house.purge("article-1")
    play.script = lambda _heard: public(body=b"new" + PAGE, wait=0.1)

    with ThreadPoolExecutor(5) as readers:
        answers = list(readers.map(lambda _n: house.ask("/a/"), range(5)))

    assert {got.body for got in answers} == {b"new" + PAGE}
    assert len(play.heard) == 2


def test_the_old_copy_is_shown_while_one_render_takes_long(house: House, play: Play) -> None:
    house.ask("/a/")
    house.purge("article-1")
    play.script = lambda _heard: public(body=b"new" + PAGE, wait=1.5)

    answers = [house.ask("/a/") for _n in range(3)]

    assert {got.body for got in answers} == {PAGE}
    until(lambda: house.ask("/a/").body == b"new" + PAGE)
    assert len(play.heard) == 2


def test_the_old_copy_is_not_shown_for_longer_than_ten_seconds(house: House, play: Play) -> None:
    house.ask("/a/")
    house.purge("article-1")
    # As if the purge had been long ago: the counter then was what it is now.
    house.door.counters[0] = (0.0, house.server.tags.now())
    play.script = lambda _heard: public(body=b"new" + PAGE)

    assert house.ask("/a/").body == b"new" + PAGE


def test_a_strict_page_is_never_shown_stale_while_it_is_made(house: House, play: Play) -> None:
    strict = {"Blattwerk-Strict": "1"}
    play.script = lambda _heard: public(headers=strict)
    house.ask("/a/")
    house.purge("site")
    play.script = lambda _heard: public(body=b"new" + PAGE, headers=strict)

    assert house.ask("/a/").body == b"new" + PAGE


def test_a_page_is_stale_from_its_time_on(house: House, play: Play) -> None:
    play.script = lambda _heard: public(headers={"Blattwerk-Until": str(time.time() - 100)})
    house.ask("/a/")
    play.script = lambda _heard: public(body=b"new" + PAGE)

    assert house.ask("/a/").body == b"new" + PAGE


@pytest.mark.parametrize("status", [500, 502, 503])
def test_an_error_is_answered_with_the_good_copy(house: House, play: Play, status: int) -> None:
    house.ask("/a/")
    house.purge("article-1")
    play.script = lambda _heard: Said(status=status, body=b"oh no")
    house.ask("/a/")  # begins the render
    until(lambda: house.door.numbers.failures)

    got = house.ask("/a/")

    assert (got.status, got.body, got.headers["x-blattwerk"]) == (200, PAGE, "stale")


def test_a_stored_page_outlives_the_application(house: House, play: Play) -> None:
    house.ask("/a/")
    house.do(play.close())
    assert house.ask("/a/").status == 200
    house.purge("article-1")
    house.ask("/a/")
    until(lambda: house.door.numbers.failures)

    got = house.ask("/a/")

    assert (got.status, got.body, got.headers["x-blattwerk"]) == (200, PAGE, "stale")


def test_what_was_withdrawn_is_never_shown(house: House, play: Play) -> None:
    house.ask("/a/")
    house.do(play.close())
    house.purge("article-1", withdrawn=True)

    got = house.ask("/a/")

    assert (got.status, got.headers["retry-after"]) == (503, "5")
    assert b"<p>Ein Absatz" not in got.body


def test_a_purge_during_a_render_counts(house: House, play: Play) -> None:
    def script(heard: Heard) -> Said:
        if len(play.heard) == 1:
            house.purge("article-1", withdrawn=True)
            return public(body=b"withdrawn" + PAGE)
        return public(body=b"right" + PAGE)

    play.script = script

    assert house.ask("/a/").body == b"right" + PAGE
    assert house.ask("/a/").body == b"right" + PAGE
    assert len(play.heard) == 2


def test_an_error_without_a_copy_is_shown_to_all_without_cookies(house: House, play: Play) -> None:
    play.script = lambda _heard: Said(status=500, body=b"sorry", headers={"Set-Cookie": "a=b"})

    got = house.ask("/a/")

    assert (got.status, got.body, got.headers.get("set-cookie")) == (500, b"sorry", None)


@pytest.mark.parametrize(
    "headers",
    [
        {"Set-Cookie": "bw_session=somebody"},
        {"Vary": "Cookie"},
        {"Cache-Control": "private, max-age=3"},
        {"Cache-Control": "no-store"},
    ],
)
def test_what_is_somebodys_own_is_asked_for_as_it_came_and_never_stored(
    house: House, play: Play, headers: dict[str, str]
) -> None:
    def script(heard: Heard) -> Said:
        who = heard.headers.get("cookie", "nobody").encode()
        return public(body=b"for " + who, headers=headers)

    play.script = script

    assert house.ask("/a/", "Cookie: c=1").body == b"for c=1"
    assert house.ask("/a/", "Cookie: c=2").body == b"for c=2"
    assert house.ask("/a/").body == b"for nobody"
    # The first time it was asked for everybody too; then it was known.
    assert [heard.headers.get("cookie") for heard in play.heard] == [None, "c=1", "c=2", None]
    assert house.door.store.counts().get("memory_pages", 0) == 0


def test_a_page_that_becomes_private_is_no_longer_shown(house: House, play: Play) -> None:
    house.ask("/a/")
    house.purge("article-1")
    play.script = lambda _heard: private(b"now private")
    house.ask("/a/")

    until(lambda: house.ask("/a/").body == b"now private")
    house.do(play.close())


@pytest.mark.parametrize(
    "path", ["/konto/x.css", "/konto/", "/x/../konto/a", "/%6bonto/", "//konto//a.js"]
)
def test_a_private_prefix_is_never_stored_whatever_it_looks_like(
    house: House, play: Play, path: str
) -> None:
    play.script = lambda heard: public(body=heard.headers.get("cookie", "nobody").encode())

    assert house.ask(path, "Cookie: c=1").body == b"c=1"
    assert house.ask(path, "Cookie: c=2").body == b"c=2"
    assert house.ask(path).body == b"nobody"
    assert all(heard.target.startswith("/konto/") for heard in play.heard)
    assert not any("blattwerk-shared" in heard.headers for heard in play.heard)


def test_a_request_with_authorization_is_nobody_elses(house: House, play: Play) -> None:
    play.script = lambda heard: public(body=heard.headers.get("authorization", "none").encode())

    assert house.ask("/a/", "Authorization: Basic eA==").body == b"Basic eA=="
    assert house.ask("/a/").body == b"none"


def test_forged_headers_do_not_pass(house: House, play: Play) -> None:
    play.script = lambda _heard: private()
    house.ask(
        "/konto/",
        "Blattwerk-Tags: all",
        "blattwerk-shared: 1",
        "Blattwerk_Shared: 1",
        "X-Forwarded-For: 9.9.9.9",
        "X_Forwarded_For: 9.9.9.9",
        "X-Forwarded-Host: evil.test",
        "X-Secret: 1",
        "Connection: keep-alive, X-Secret",
        "Cookie: a=b",
    )

    assert play.heard[0].headers == {
        "host": "paper.test",
        "x-forwarded-proto": "http",
        "x-forwarded-for": "127.0.0.1",
        "cookie": "a=b",
    }


def test_a_trusted_proxy_says_whose_request_it_is() -> None:
    with open_house(trusted=("127.0.0.0/8",)) as house:
        house.play.script = lambda _heard: private()
        house.ask(
            "/konto/", "X-Forwarded-For: 1.1.1.1, 9.9.9.9, 127.0.0.2", "X-Forwarded-Proto: https"
        )

    headers = house.play.heard[0].headers
    assert (headers["x-forwarded-for"], headers["x-forwarded-proto"]) == ("9.9.9.9", "https")


def test_only_so_many_proxies_are_believed_as_there_are() -> None:
    with open_house(trusted=("0.0.0.0/0",), proxies=1) as house:
        house.play.script = lambda _heard: private()
        house.ask("/konto/", "X-Forwarded-For: 1.1.1.1, 9.9.9.9")

    assert house.play.heard[0].headers["x-forwarded-for"] == "9.9.9.9"


def test_invented_queries_do_not_fill_the_store(house: House, play: Play) -> None:
    for number in range(40):
        house.ask(f"/a/?x={number}")
        house.ask(f"/a/?x={number}")

    stored = house.door.renders.variants.stored[b"/a/"]
    assert len(stored) == 16


def test_pipelined_requests_are_answered_in_order(house: House, play: Play) -> None:
    play.script = lambda heard: public(
        body=heard.target.encode(), wait=0.1 if heard.target == "/1/" else 0
    )
    with house.connect() as connection:
        connection.sendall(b"".join(request(f"/{n}/") for n in (1, 2, 3, 1)))

        assert [read(connection).body for _n in range(4)] == [b"/1/", b"/2/", b"/3/", b"/1/"]
