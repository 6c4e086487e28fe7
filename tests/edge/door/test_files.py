"""Static files and media: whole, in parts, in the coding asked for, and no others."""

from collections.abc import Iterator

import pytest

from tests.edge.door.upstream_play import House, open_house

SOUND = bytes(range(256)) * 4_000


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    tmp_path = tmp_path_factory.mktemp("files")
    static, media = tmp_path / "static", tmp_path / "media"
    static.mkdir()
    media.mkdir()
    (static / "paper.0123456789ab.css").write_text("body{}")
    (static / "paper.0123456789ab.css.br").write_bytes(b"as brotli")
    (static / "paper.js").write_text("1")
    (media / "a b.mp3").write_bytes(SOUND)
    (media / ".secret").write_text("secret")
    (tmp_path / "outside").write_text("secret")
    (media / "way-out").symlink_to(tmp_path / "outside")
    with open_house(static=static, media=media) as opened:
        yield opened


def test_a_file_comes_with_what_browsers_must_know(house: House) -> None:
    got = house.ask("/static/paper.0123456789ab.css")

    assert (got.body, got.headers["content-type"]) == (b"body{}", "text/css; charset=utf-8")
    assert got.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["vary"] == "accept-encoding"
    assert house.play.heard == []


def test_a_packed_sibling_is_sent_to_who_takes_it(house: House) -> None:
    got = house.ask("/static/paper.0123456789ab.css", "Accept-Encoding: br")

    assert (got.body, got.headers["content-encoding"]) == (b"as brotli", "br")
    assert got.headers["content-type"] == "text/css; charset=utf-8"


def test_who_has_a_file_is_told_so(house: House) -> None:
    first = house.ask("/static/paper.js")

    assert house.ask("/static/paper.js", f"If-None-Match: {first.headers['etag']}").status == 304
    since = first.headers["last-modified"]
    assert house.ask("/static/paper.js", f"If-Modified-Since: {since}").status == 304
    assert house.ask("/static/paper.js", method="HEAD").headers["content-length"] == "1"
    assert house.ask("/static/paper.js", method="POST").status == 405


@pytest.mark.parametrize(
    ("wanted", "status", "start", "stop"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=1000000-", 206, 1_000_000, 1_024_000),
        ("bytes=-5", 206, 1_023_995, 1_024_000),
        ("bytes=5-99999999", 206, 5, 1_024_000),
        ("bytes=9-5", 200, 0, 1_024_000),
        ("bytes=0-1,5-6", 200, 0, 1_024_000),
        ("lines=1-2", 200, 0, 1_024_000),
    ],
)
def test_a_player_gets_the_part_it_asks_for(
    house: House, wanted: str, status: int, start: int, stop: int
) -> None:
    got = house.ask("/media/a%20b.mp3", f"Range: {wanted}")

    assert (got.status, got.body) == (status, SOUND[start:stop])
    if status == 206:
        assert got.headers["content-range"] == f"bytes {start}-{stop - 1}/{len(SOUND)}"


def test_a_part_that_is_not_there_is_refused(house: House) -> None:
    got = house.ask("/media/a%20b.mp3", "Range: bytes=99999999-")

    assert (got.status, got.headers["content-range"]) == (416, "bytes */1024000")


def test_a_part_of_another_version_is_not_mixed_in(house: House) -> None:
    got = house.ask("/media/a%20b.mp3", "Range: bytes=0-9", 'If-Range: "old"')

    assert (got.status, len(got.body)) == (200, len(SOUND))


@pytest.mark.parametrize(
    "path",
    ["/media/", "/media/.secret", "/media/way-out", "/static/../../outside",
    "/media/x/%2e%2e/.secret"],
)  # fmt: skip
def test_nothing_else_is_shown(house: House, path: str) -> None:
    got = house.ask(path)

    assert b"secret" not in got.body
    assert house.ask("/media/..%2foutside").status == 400
