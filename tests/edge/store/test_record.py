"""Records: what comes from the disk is what went there, or is known not to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.edge.store import CODINGS, Answer, Coding, Page, Tags
from blattwerk.edge.store.record import Damaged, pack, unpack
from tests.edge.store.answers import article, key

line = st.binary(max_size=30).map(lambda value: value.translate(None, b"\r\n\0"))
names = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12)
answers = st.builds(
    Answer,
    status=st.sampled_from([200, 301, 308, 404, 410]),
    headers=st.lists(st.tuples(names.map(lambda name: f"x-{name}".encode()), line), max_size=4).map(
        tuple
    ),
    body=st.binary(max_size=2_000) | st.integers(0, 9).map(lambda n: b"wieder dasselbe " * n * 50),
    tags=st.lists(names, max_size=5).map(tuple),
    as_of=st.integers(0, 2**63 - 1),
    until=st.none() | st.floats(0, 1e12),
    strict=st.booleans(),
)


@pytest.fixture(scope="module")
def tags(tmp_path_factory: pytest.TempPathFactory) -> Tags:
    return Tags(tmp_path_factory.mktemp("edge") / "tags")


@settings(max_examples=100, deadline=None)
@given(name=st.binary(max_size=40), answer=answers, made=st.sets(st.sampled_from(list(CODINGS))))
def test_what_comes_back_is_what_was_given(
    tags: Tags, name: bytes, answer: Answer, made: set[Coding]
) -> None:
    page = Page(name, answer, tags)
    for coding in made:
        page.wire(coding)

    again = unpack(name, pack(page), tags)

    assert again.answer == answer
    assert again.etag == page.etag
    assert (again.length, again.finest) == (page.length, page.finest)
    assert [again.wire(coding).head for coding in CODINGS] == [
        page.wire(coding).head for coding in CODINGS
    ]


def test_a_compressed_page_comes_back_compressed(tags: Tags) -> None:
    page = Page(key(1), article(as_of=0, body=b"wieder dasselbe " * 100), tags)
    wire = page.wire(Coding.BROTLI)
    page.finest = True

    again = unpack(key(1), pack(page), tags)

    assert again.wires[Coding.BROTLI] == wire
    assert again.finest is True


def test_every_bit_that_differs_is_noticed(tags: Tags) -> None:
    page = Page(key(1), article(as_of=0, body=b"wieder dasselbe " * 20), tags)
    record = pack(page)

    for place in range(len(record) * 8):
        flipped = bytearray(record)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(Damaged):
            unpack(key(1), bytes(flipped), tags)


@pytest.mark.parametrize("length", [0, 1, 15, 16, 40, -1])
def test_a_part_of_a_record_is_none(tags: Tags, length: int) -> None:
    record = pack(Page(key(1), article(as_of=0), tags))

    with pytest.raises(Damaged):
        unpack(key(1), record[:length], tags)


def test_another_pages_record_is_not_believed(tags: Tags) -> None:
    record = pack(Page(key(1), article(as_of=0), tags))

    with pytest.raises(Damaged):
        unpack(key(2), record, tags)
