"""Whom the door asks, and over which connection."""

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import uvloop

from blattwerk.edge.door.link import Broken, Link, Unheard
from blattwerk.edge.door.upstream import Question, Unreachable, Upstream
from tests.edge.door.upstream_play import Play, Said, private

READ = Question(b"GET /konto/ HTTP/1.1\r\nHost: paper.test\r\n\r\n")
WRITE = Question(
    b"POST /a/ HTTP/1.1\r\nHost: paper.test\r\nContent-Length: 4\r\n\r\n", b"Text", safe=False
)

type Deed = Callable[[Upstream, Play, Play], Awaitable[None]]


@pytest.fixture
def act(tmp_path: Path) -> Iterator[Callable[[Deed], None]]:
    """Does something with a door's upstream and the two processes behind it."""
    with ExitStack() as left:
        runner = left.enter_context(asyncio.Runner(loop_factory=uvloop.new_event_loop))

        async def run(deed: Deed) -> None:
            plays = [Play(tmp_path / name) for name in ("one", "two")]
            upstream = Upstream([play.path for play in plays], most=8, answer_time=5.0, idle=5.0)
            for play in plays:
                play.script = lambda _heard: private()
                await play.open()
            try:
                await deed(upstream, *plays)
            finally:
                upstream.close()
                for play in plays:
                    await play.close()

        yield lambda deed: runner.run(run(deed))


async def whole(upstream: Upstream, question: Question) -> int:
    reply = await upstream.ask(question)
    try:
        async for _piece in reply.pieces():
            pass
    finally:
        reply.close()
    return reply.status


def test_who_has_least_to_do_is_asked(act: Callable[[Deed], None]) -> None:
    async def deed(upstream: Upstream, one: Play, two: Play) -> None:
        one.script = two.script = lambda _heard: Said(wait=0.2)
        await asyncio.gather(*(whole(upstream, READ) for _n in range(6)))

        assert (len(one.heard), len(two.heard)) == (3, 3)
        assert [server.asked for server in upstream.servers] == [0, 0]

    act(deed)


def test_where_one_does_not_listen_the_other_is_asked(act: Callable[[Deed], None]) -> None:
    async def deed(upstream: Upstream, one: Play, two: Play) -> None:
        await one.close()

        assert await whole(upstream, WRITE) == 200
        assert len(two.heard) == 1

        await two.close()
        with pytest.raises(Unreachable):
            await whole(upstream, WRITE)

    act(deed)


def test_what_writes_goes_on_a_connection_used_just_now(
    act: Callable[[Deed], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def deed(upstream: Upstream, one: Play, two: Play) -> None:
        for _n in range(3):
            await whole(upstream, WRITE)
        assert one.connections == 1

        monkeypatch.setattr("blattwerk.edge.door.upstream.KEPT_TO_WRITE", 0.0)
        for _n in range(3):
            await whole(upstream, WRITE)
        assert one.connections == 4

    act(deed)


def test_kept_connections_do_not_add_up(
    act: Callable[[Deed], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blattwerk.edge.door.upstream.KEPT_TO_WRITE", 0.0)

    async def deed(upstream: Upstream, one: Play, two: Play) -> None:
        for _n in range(50):
            await whole(upstream, WRITE)

        assert len(upstream.servers[0].kept) <= 8
        await asyncio.sleep(0.1)
        assert len(one.ended) <= 8

    act(deed)


def test_a_form_that_did_not_arrive_is_sent_again(act: Callable[[Deed], None]) -> None:
    async def deed(upstream: Upstream, one: Play, two: Play) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX)
        loop = asyncio.get_running_loop()
        _transport, link = await loop.create_unix_connection(Link, sock=ours)
        upstream.servers[0].kept.append((time.monotonic(), link))
        theirs.close()  # its process dies, and the door has not heard of it yet

        assert await whole(upstream, WRITE) == 200
        assert link.refused
        assert [heard.body for heard in one.heard] == [b"Text"]

    act(deed)


def test_a_form_that_may_have_arrived_is_not_sent_again(act: Callable[[Deed], None]) -> None:
    async def deed(upstream: Upstream, one: Play, two: Play) -> None:
        await whole(upstream, WRITE)
        one.script = lambda _heard: Said(raw=b"")

        with pytest.raises(Unheard):
            await whole(upstream, WRITE)
        assert (len(one.heard), len(two.heard)) == (2, 0)

    act(deed)


def test_an_answer_in_an_unknown_coding_is_none(act: Callable[[Deed], None]) -> None:
    async def deed(upstream: Upstream, one: Play, two: Play) -> None:
        raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
        one.script = lambda _heard: Said(raw=raw)

        with pytest.raises(Broken):
            await whole(upstream, READ)

    act(deed)
