"""Text is compressed; sound, pictures and parts of files are left as they are."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from blattwerk.edge.compression import Compression

LONG = b"immer dasselbe " * 100


def compressed(content_type: str, status: int = 200) -> bool:
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    answer = HttpResponse(LONG, content_type=content_type, status=status)
    return Compression(lambda _request: answer)(request).has_header("Content-Encoding")


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("text/html; charset=utf-8", True),
        ("text/vtt; charset=utf-8", True),
        ("application/rss+xml", True),
        ("audio/mpeg", False),
        ("audio/mp4", False),
        ("image/jpeg", False),
        ("video/mp4", False),
        ("image/svg+xml", True),
    ],
)
def test_what_gains_by_it_is_compressed(content_type: str, expected: bool) -> None:
    assert compressed(content_type) is expected


def test_a_part_of_a_file_is_sent_as_it_is() -> None:
    assert compressed("text/vtt; charset=utf-8", status=206) is False


def test_what_the_edge_stores_is_compressed_there() -> None:
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    answer = HttpResponse(LONG, headers={"Blattwerk-Tags": "article-1"})

    assert not Compression(lambda _request: answer)(request).has_header("Content-Encoding")
