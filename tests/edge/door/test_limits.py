"""How often one address may have the application asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.edge.door import limits
from blattwerk.edge.door.limits import BURST, MOST, Limits
from tests.edge.door.upstream_play import House, open_house, private

PROXY = {"trusted": ("127.0.0.0/8",), "requests_per_second": 1}


def nobody(_address: str) -> bool:
    return False


def may(bucket: Limits, client: str) -> bool:
    return bucket.wait(client, client) == 0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
    return now


def test_a_burst_then_so_many_a_second(clock: list[float]) -> None:
    bucket = Limits(2, nobody)

    assert [may(bucket, "9.9.9.9") for _n in range(2 * BURST + 1)] == [True] * 2 * BURST + [False]
    assert bucket.wait("9.9.9.9", "9.9.9.9") == 1
    assert may(bucket, "9.9.9.8")
    clock[0] += 1.0
    assert [may(bucket, "9.9.9.9") for _n in range(3)] == [True, True, False]
    clock[0] += 3600.0
    assert sum(may(bucket, "9.9.9.9") for _n in range(100)) == 2 * BURST


def test_a_network_of_ipv6_is_one_and_a_mapped_address_is_the_old_one(clock: list[float]) -> None:
    bucket = Limits(1, nobody)
    for number in range(BURST):
        assert may(bucket, f"2001:db8::{number:x}")
        assert may(bucket, "::ffff:9.9.9.9")

    assert not may(bucket, "2001:db8::ffff:1")
    assert may(bucket, "2001:db8:0:1::1")
    assert not may(bucket, "9.9.9.9")


def test_this_machine_and_silent_proxies_are_not_limited(clock: list[float]) -> None:
    bucket = Limits(1, lambda address: address == "10.0.0.1")

    for client in ("127.0.0.1", "::1", "10.0.0.1", "-"):
        assert all(may(bucket, client) for _n in range(100))
    assert sum(bucket.wait("9.9.9.9", "10.0.0.1") == 0 for _n in range(100)) == BURST
    assert all(may(Limits(0, nobody), "9.9.9.9") for _n in range(100))


def test_few_addresses_are_remembered(clock: list[float]) -> None:
    bucket = Limits(1, nobody)
    for number in range(MOST + 100):
        may(bucket, f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")

    assert len(bucket.buckets) == MOST


@given(gaps=st.lists(st.floats(0, 5), max_size=200))
def test_nobody_gets_more_than_their_share(gaps: list[float]) -> None:
    bucket, now = Limits(3, nobody), [0.0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits.time, "monotonic", lambda: now[0])
        granted = 0
        for gap in gaps:
            now[0] += gap
            granted += may(bucket, "9.9.9.9")

    assert granted <= 3 * BURST + 3 * now[0] + 1


def test_what_reaches_the_application_is_limited_and_stored_pages_are_not() -> None:
    with open_house(**PROXY) as house:
        first = [_ask(house, f"/{number}/") for number in range(BURST)]
        refused = house.ask("/new/", "X-Forwarded-For: 9.9.9.9")
        posted = house.ask(
            "/konto/", "X-Forwarded-For: 9.9.9.9", "Content-Length: 3", method="POST", body=b"a=b"
        )
        stored = _ask(house, "/1/")
        other = house.ask("/new/", "X-Forwarded-For: 9.9.9.8").status
        counted = house.door.numbers.limited

    assert first == [200] * BURST
    assert (refused.status, posted.status, counted) == (429, 429, 2)
    assert refused.headers["retry-after"] == "1"
    assert "sehr viele Anfragen" in refused.body.decode()
    assert (stored, other) == (200, 200)
    assert not [heard for heard in house.play.heard if heard.method == "POST"]


def _ask(house: House, target: str) -> int:
    return house.ask(target, "X-Forwarded-For: 9.9.9.9").status


def test_this_machine_is_not_limited() -> None:
    with open_house(requests_per_second=1) as house:
        house.play.script = lambda _heard: private()

        assert {house.ask("/konto/").status for _n in range(BURST * 3)} == {200}
