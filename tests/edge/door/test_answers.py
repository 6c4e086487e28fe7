"""The door's own pages: two languages, one style, nothing loaded."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from blattwerk.edge.door.answers import small
from tests.edge.door.upstream_play import House, request


@pytest.mark.parametrize("status", [400, 404, 429, 502, 503])
def test_a_page_may_have_its_own_style_and_nothing_else(status: int) -> None:
    answer = small(status)
    policy = re.search(rb"content-security-policy: (.*)\r\n", answer.head)
    styles = re.findall(r"<style>(.*?)</style>", answer.body.decode())
    digest = b64encode(sha256(styles[0].encode()).digest())

    assert policy
    assert len(styles) == 1
    assert b"default-src 'none'; style-src 'sha256-%b';" % digest in policy[1]
    assert b"unsafe" not in policy[1]
    assert b"<script" not in answer.body
    assert b'<html lang="de">' in answer.body
    assert b'<p lang="en">' in answer.body
    assert b"prefers-color-scheme:dark" in answer.body
    assert b"px" not in answer.body  # type grows as its reader has set it
    assert b"cache-control: no-store\r\n" in answer.head


@pytest.mark.parametrize("status", [405, 408, 416, 421, 431, 500, 505])
def test_what_is_no_page_loads_nothing(status: int) -> None:
    answer = small(status)

    assert b"content-type: text/plain" in answer.head
    assert b"default-src 'none'; frame-ancestors 'none'\r\n" in answer.head


def test_a_reader_sees_the_page(house: House) -> None:
    got = house.ask("/static/../..")
    with house.connect() as connection:
        connection.sendall(request("/").replace(b"Host", b"Hosts"))
        assert connection.recv(12) == b"HTTP/1.1 400"

    assert got.status == 400
    assert "nicht zu verstehen" in got.body.decode()
