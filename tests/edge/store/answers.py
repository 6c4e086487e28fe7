"""Answers as the application gives them, for the tests of the store."""

from blattwerk.edge.store import Answer

HTML = ((b"content-type", b"text/html; charset=utf-8"), (b"x-frame-options", b"DENY"))


def text(number: int, size: int = 3_000) -> bytes:
    """A body that is like no other and can be compressed."""
    line = b"<p>Artikel %d, Absatz %d.</p>\n"
    return b"".join(line % (number, part) for part in range(size // 26 + 1))[:size]


def article(
    number: int = 1,
    *,
    as_of: int,
    body: bytes | None = None,
    headers: tuple[tuple[bytes, bytes], ...] = HTML,
    tags: tuple[str, ...] | None = None,
    status: int = 200,
    until: float | None = None,
    strict: bool = False,
) -> Answer:
    made_of = (f"article-{number}", "section-1") if tags is None else tags
    content = text(number) if body is None else body
    return Answer(status, headers, content, made_of, as_of, until, strict)


def key(number: int) -> bytes:
    return b"zeitung.example /ausland/%d/?" % number
