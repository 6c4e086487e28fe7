"""A page: its state, and its bytes in each coding, made once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.edge.store import CODINGS, Answer, Coding, Freshness, Page, Tags
from blattwerk.edge.store.codings import decode
from blattwerk.edge.store.page import LARGE
from tests.edge.store.answers import article, key, text

NAMES = {Coding.GZIP: b"gzip", Coding.BROTLI: b"br", Coding.ZSTD: b"zstd"}
CODED = [coding for coding in CODINGS if coding is not Coding.IDENTITY]


@pytest.fixture
def tags(tmp_path_factory: pytest.TempPathFactory) -> Tags:
    return Tags(tmp_path_factory.mktemp("edge") / "tags")


def page_of(tags: Tags, **answer: object) -> Page:
    return Page(key(1), article(as_of=tags.now(), **answer), tags)  # type: ignore[arg-type]


def test_an_uncompressed_answer_goes_out_as_it_came(tags: Tags) -> None:
    page = page_of(tags, body=b"Guten Abend.")

    wire = page.wire(Coding.IDENTITY)

    assert wire.head == (
        b"HTTP/1.1 200 OK\r\n"
        b"content-type: text/html; charset=utf-8\r\n"
        b"x-frame-options: DENY\r\n"
        b"content-length: 12\r\n"
        b"etag: " + page.etag + b"\r\n"
        b"vary: accept-encoding\r\n"
    )
    assert wire.body == b"Guten Abend."
    assert wire.etag == page.etag
    assert wire.not_modified == (
        b"HTTP/1.1 304 Not Modified\r\n"
        b"x-frame-options: DENY\r\n"
        b"etag: " + page.etag + b"\r\n"
        b"vary: accept-encoding\r\n"
    )


@pytest.mark.parametrize("coding", CODED)
def test_a_compressed_answer_says_so_and_has_its_own_etag(tags: Tags, coding: Coding) -> None:
    page = page_of(tags)

    wire = page.wire(coding)

    name = NAMES[coding]
    assert b"\r\ncontent-encoding: " + name + b"\r\n" in wire.head
    assert b"\r\ncontent-length: %d\r\n" % len(wire.body) in wire.head
    assert wire.etag == page.etag[:-1] + b"-" + name + b'"'
    assert b"\r\netag: " + wire.etag + b"\r\n" in wire.head
    assert len(wire.body) < len(text(1)) / 2
    assert decode(wire.body, coding) == text(1)


def test_each_wire_is_made_once(tags: Tags) -> None:
    page = page_of(tags)

    first = [page.wire(coding) for coding in Coding]

    assert all(page.wire(coding) is wire for coding, wire in zip(Coding, first, strict=True))


@settings(max_examples=25, deadline=None)
@given(body=st.binary(max_size=2_000), order=st.permutations(list(CODINGS)))
def test_whichever_coding_comes_first_all_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, order: list[Coding]
) -> None:
    page = page_of(Tags(tmp_path_factory.mktemp("edge") / "tags"), body=body)

    for coding in order:
        wire = page.wire(coding)
        said = coding if b"content-encoding" in wire.head else Coding.IDENTITY
        assert decode(wire.body, said) == body
        assert b"content-length: %d\r\n" % len(wire.body) in wire.head

    assert page.body() == body


def test_a_body_is_kept_no_longer_than_it_takes_to_have_it_in_a_coding(tags: Tags) -> None:
    page = page_of(tags, body=text(1, 50_000))

    page.wire(Coding.BROTLI)
    page.wire(Coding.GZIP)

    assert page.size < 20_000
    assert page.body() == text(1, 50_000)


@pytest.mark.parametrize(
    ("kind", "size", "compressed"),
    [
        (b"text/html; charset=utf-8", 3_000, True),
        (b"application/rss+xml", 3_000, True),
        (b"image/svg+xml", 3_000, True),
        (b"image/jpeg", 3_000, False),
        (b"IMAGE/PNG", 3_000, False),
        (b"audio/mpeg", 3_000, False),
        (b"font/woff2", 3_000, False),
        (b"text/html", 199, False),
    ],
)
def test_what_gains_by_it_is_compressed(
    tags: Tags, kind: bytes, size: int, compressed: bool
) -> None:
    page = page_of(tags, body=text(1, size), headers=((b"content-type", kind),))

    wires = {page.wire(coding) for coding in CODED}

    assert (page.wire(Coding.IDENTITY) not in wires) is compressed


@pytest.mark.skipif(Coding.ZSTD in CODINGS, reason="this Python has Zstandard")
def test_a_coding_this_python_lacks_is_answered_without(tags: Tags) -> None:
    page = page_of(tags)

    assert page.wire(Coding.ZSTD) is page.wire(Coding.IDENTITY)


def test_what_is_no_success_has_no_etag_to_ask_with(tags: Tags) -> None:
    page = page_of(tags, status=404)

    head = page.wire(Coding.BROTLI).head

    assert head.startswith(b"HTTP/1.1 404 Not Found\r\n")
    assert b"etag" not in head


def test_header_lines_cannot_be_doubled_or_smuggled_in(tags: Tags) -> None:
    headers = (
        (b"content-type", b"text/html"),
        (b"content-length", b"7"),
        (b"etag", b'"theirs"'),
        (b"set-cookie", b"a\r\nx: y"),
        (b"x-\n", b"b"),
    )
    page = page_of(tags, headers=headers, body=b"kurz")

    lines = page.wire(Coding.IDENTITY).head.splitlines()

    assert lines[1:] == [
        b"content-type: text/html",
        b"content-length: 4",
        b"etag: " + page.etag,
        b"vary: accept-encoding",
    ]


def test_the_answer_can_be_had_again(tags: Tags) -> None:
    answer = Answer(
        301, ((b"location", b"/a: b/"), (b"x", b"")), b"", ("a", "b"), tags.now(), 12.5, True
    )
    page = Page(b"k", answer, tags)
    page.wire(Coding.BROTLI)

    assert page.answer == answer


def test_other_bytes_have_another_etag(tags: Tags) -> None:
    assert page_of(tags, body=b"a").etag != page_of(tags, body=b"b").etag
    assert page_of(tags, body=b"a").etag == page_of(tags, body=b"a").etag


def test_a_page_turns_stale_with_its_tags_and_its_clock(tags: Tags) -> None:
    page = page_of(tags, until=1_000.0)
    asleep = [page.state(now) for now in (0.0, 999.9, 1_000.0, 999.0)]
    tags.purge(["elsewhere"])
    untouched = page.state(0.0)
    tags.purge(["article-1"])
    purged = page.state(0.0)
    tags.purge(["section-1"], withdrawn=True)

    fresh, stale = Freshness.FRESH, Freshness.STALE
    assert asleep == [fresh, fresh, stale, fresh]
    assert (untouched, purged) == (fresh, stale)
    assert [page.state(now) for now in (0.0, 2_000.0)] == [Freshness.WITHDRAWN] * 2


def test_the_usual_look_at_a_page_is_one_number(
    tags: Tags, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(tags)
    looked: list[int] = []
    whole = Tags.state

    def counted(self: Tags, slots: list[int], as_of: int) -> Freshness:
        looked.append(as_of)
        return whole(self, slots, as_of)

    monkeypatch.setattr(Tags, "state", counted)
    for _hit in range(5):
        page.state(0.0)
    tags.purge(["elsewhere"])
    for _hit in range(5):
        page.state(0.0)

    assert len(looked) == 2


def test_a_large_page_is_not_compressed_while_readers_wait(tags: Tags) -> None:
    class Later:
        def __init__(self) -> None:
            self.asked: list[Coding] = []

        def grew(self, page: Page, by: int) -> None: ...

        def wanted(self, page: Page, coding: Coding) -> None:
            self.asked.append(coding)

    page = page_of(tags, body=text(1, LARGE + 1))
    page.keeper = later = Later()

    wire = page.wire(Coding.BROTLI)

    assert wire is page.wire(Coding.IDENTITY)
    assert later.asked == [Coding.BROTLI]


def test_its_finest_form_is_smaller_or_none(tags: Tags) -> None:
    page = page_of(tags, body=b" ".join(text(number, 700) for number in range(20)))
    quick = page.wire(Coding.BROTLI)

    finer = page.finer()
    assert finer is not None
    page.take(Coding.BROTLI, finer)

    assert len(finer.body) < len(quick.body)
    assert finer.etag == quick.etag
    assert decode(finer.body, Coding.BROTLI) == page.body()
    assert page.wire(Coding.BROTLI) is finer
    assert page.finer() is None
