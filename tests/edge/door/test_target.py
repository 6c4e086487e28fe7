"""What a request is aimed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.edge.door.accept import chosen
from blattwerk.edge.door.fresh import STALE_FOR, Deed, deed
from blattwerk.edge.door.target import Hosts, NotMeant, fold, normal_path, read_target
from blattwerk.edge.store import Coding, Freshness

PATHS = st.text("/.%2eEfFaAbc~5-", max_size=20).map(lambda text: b"/" + text.encode())


@given(path=PATHS)
def test_a_normal_path_stays_as_it_is(path: bytes) -> None:
    try:
        normal = normal_path(path)
    except NotMeant:
        return
    assert normal_path(normal) == normal
    assert not {b"", b".", b".."} & set(normal[1:].split(b"/")[:-1])
    assert normal.startswith(b"/")


@pytest.mark.parametrize(
    ("path", "normal"),
    [
        (b"/", b"/"),
        (b"//a///b", b"/a/b"),
        (b"/a/./b/../c/", b"/a/c/"),
        (b"/a/..", b"/"),
        (b"/%61%2E%2e/b", b"/a../b"),
        (b"/%61/%2E%2e/b", b"/b"),
        (b"/%c3%a4", b"/%C3%A4"),
        (b"/%252e", b"/%252E"),
        (b"/a|b", b"/a%7Cb"),
    ],
)
def test_a_path_has_one_spelling(path: bytes, normal: bytes) -> None:
    assert normal_path(path).replace(b"%252e", b"%252E") == normal


@pytest.mark.parametrize(
    "raw",
    [*b"\n a * /.. /% /%2 /%zz /a\\b /a#b /%5c /%2F /%0a".split(b" "), b"/a b", b"/" + b"a" * 5000],
)
def test_what_no_browser_sends_is_not_meant(raw: bytes) -> None:
    with pytest.raises(NotMeant):
        read_target(raw)


def test_what_only_tracks_is_folded_away() -> None:
    assert fold(b"utm_source=x&seite=2&&fbclid=1&GCLID=2&q=utm_x") == b"seite=2&q=utm_x"


def test_hosts_are_known_by_name_on_any_port() -> None:
    hosts = Hosts(["paper.test", ".below.test"])

    assert hosts.known(hosts.read(b"PAPER.test.:8000"))
    assert hosts.known(hosts.read(b"a.below.test"))
    assert not hosts.known(hosts.read(b"evil-below.test"))
    for odd in (b"", b"a b", b"a/b", b"a@b", b"a..b", b"a:b", b"[::1"):
        with pytest.raises(NotMeant):
            hosts.read(odd)


@given(accept=st.binary(max_size=30))
def test_any_accept_encoding_has_an_answer(accept: bytes) -> None:
    assert chosen(accept) in Coding


@given(state=st.sampled_from([None, *Freshness]), strict=st.booleans(), stale_for=st.floats(0, 1e6))
def test_what_was_withdrawn_or_is_too_old_is_never_shown_at_once(
    state: Freshness | None, strict: bool, stale_for: float
) -> None:
    found = deed(state, strict=strict, stale_for=stale_for)

    if state in (None, Freshness.WITHDRAWN):
        assert found is Deed.RENDER
    if state is Freshness.STALE:
        at_once = not strict and stale_for <= STALE_FOR
        assert found is (Deed.RENDER_OR_OLD_SOON if at_once else Deed.RENDER_OR_OLD)
    assert (found is Deed.SERVE) == (state is Freshness.FRESH)
