"""The real web server sends sound as players and podcast apps ask for it."""

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest

from tests.household import Household
from tests.stock import blank_paper

PREPARE = """
from blattwerk.newsroom.models import Section
from tests.factories import a_recording, an_article
recording = a_recording(an_article(Section.objects.first()))
for kind in ("mp3", "m4a"):
    print(recording.by_kind[kind].name)
"""
LENGTH = 3_000_001  # an article of six minutes
CONTENT = bytes(range(251)) * (LENGTH // 251 + 1)


@pytest.fixture(scope="module")
def household() -> Iterator[Household]:
    with blank_paper() as running:
        yield running


@pytest.fixture(scope="module")
def addresses(household: Household) -> list[str]:
    """A recording's MP3 and M4A, of some length."""
    done = subprocess.run(
        [sys.executable, "-m", "django", "shell", "--no-imports", "-c", PREPARE],
        env={**household.environment, "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    for name in names:
        (household.data / "narration" / "files" / name).write_bytes(CONTENT[:LENGTH])
    return [f"/hoeren/dateien/{name}" for name in names]


def asked(
    household: Household, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(  # noqa: S310
        household.address + path,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        method=method,
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return answer.status, dict(answer.headers.items()), answer.read()
    except HTTPError as error:
        return error.code, dict(error.headers.items()), error.read()


def test_a_file_comes_whole(household: Household, addresses: list[str]) -> None:
    for address in addresses:
        status, headers, content = asked(household, address, accept_encoding="gzip")

        assert status == 200
        assert content == CONTENT[:LENGTH]
        assert headers["content-length"] == str(LENGTH)
        assert headers["accept-ranges"] == "bytes"
        assert "content-encoding" not in headers


def test_a_head_tells_the_length(household: Household, addresses: list[str]) -> None:
    status, headers, content = asked(household, addresses[0], "HEAD", accept_encoding="gzip")

    assert (status, content) == (200, b"")
    assert headers["content-length"] == str(LENGTH)
    assert headers["content-type"] == "audio/mpeg"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked_for", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=1000-1999", 1000, 1999),
        ("bytes=2500000-", 2_500_000, LENGTH - 1),
        ("bytes=-500", LENGTH - 500, LENGTH - 1),
    ],
)
def test_a_range_comes_as_asked(
    household: Household, addresses: list[str], asked_for: str, first: int, last: int
) -> None:
    status, headers, content = asked(
        household, addresses[1], range=asked_for, accept_encoding="gzip"
    )

    assert status == 206
    assert content == CONTENT[first : last + 1]
    assert headers["content-range"] == f"bytes {first}-{last}/{LENGTH}"
    assert headers["content-length"] == str(last - first + 1)


def test_a_range_behind_the_end_and_a_known_file_send_nothing(
    household: Household, addresses: list[str]
) -> None:
    etag = asked(household, addresses[0], "HEAD")[1]["etag"]

    behind = asked(household, addresses[0], range="bytes=3000001-")
    known = asked(household, addresses[0], if_none_match=etag, range="bytes=0-9")

    assert (behind[0], behind[2]) == (416, b"")
    assert behind[1]["content-range"] == f"bytes */{LENGTH}"
    assert (known[0], known[2]) == (304, b"")


def test_slow_listeners_do_not_hold_up_readers(household: Household, addresses: list[str]) -> None:
    place = urlsplit(household.address)
    with ExitStack() as open_lines:
        for _ in range(8):  # twice as many as the web server has threads
            line = open_lines.enter_context(socket.create_connection((place.hostname, place.port)))
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            line.sendall(f"GET {addresses[0]} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())

        status, _text = household.get("/")

    assert status == 200
