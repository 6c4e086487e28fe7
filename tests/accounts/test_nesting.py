"""What a device sends is measured before anything descends into it."""

import pytest
from fido2 import cbor
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.accounts.nesting import DEEPEST, check_authenticator, check_json, end_of_item

LEAVES = st.one_of(
    st.booleans(),
    st.integers(-(2**64), 2**64 - 1),
    st.text(max_size=300),
    st.binary(max_size=300),
)
ITEMS = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=30,
)


def depth(item: object) -> int:
    if isinstance(item, list):
        return 1 + max(map(depth, item), default=0)
    if isinstance(item, dict):
        return 1 + max(map(depth, item.values()), default=0)
    return 0


@given(ITEMS, st.binary(max_size=9))
def test_an_item_ends_where_its_reader_ends(item: cbor.CborType, rest: bytes) -> None:
    written = cbor.encode(item)
    if depth(item) < DEEPEST:
        assert end_of_item(written + rest, 0) == len(written)
    else:
        with pytest.raises(ValueError, match="Nested"):
            end_of_item(written + rest, 0)


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_no_further_than_their_reader_reads(written: bytes) -> None:
    try:
        end = end_of_item(written, 0)
    except (ValueError, LookupError):
        return
    try:
        _item, rest = cbor.decode_from(written)
    except Exception:  # noqa: BLE001 — only what it reads counts
        return
    assert len(written) - len(rest) == min(end, len(written))


@pytest.mark.parametrize("nest", [b"\x81", b"\xa1\x00", b"\x82\x00", b"\x9b" + b"\0" * 7 + b"\x01"])
def test_what_is_nested_without_end_is_refused_at_once(nest: bytes) -> None:
    with pytest.raises(ValueError, match="Nested"):
        end_of_item(nest * 5000, 0)


def test_more_items_than_there_are_bytes_are_refused() -> None:
    with pytest.raises(LookupError):
        end_of_item(b"\x9b" + b"\xff" * 8 + b"\0" * 40, 0)


@pytest.mark.parametrize(
    ("flags", "credential"),
    [(b"\x40", b"\0" * 18), (b"\x80", b""), (b"\xc0", b"\0" * 18 + b"\x01")],
)
def test_keys_and_extensions_are_measured_too(flags: bytes, credential: bytes) -> None:
    with pytest.raises(ValueError, match="Nested"):
        check_authenticator(b"\0" * 32 + flags + b"\0" * 4 + credential + b"\x81" * 3000)


def test_json_of_brackets_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match="brackets"):
        check_json("[" * 20_000)
