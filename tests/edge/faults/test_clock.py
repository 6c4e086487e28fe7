"""The machine's clock jumps: what is too old is made anew, what was withdrawn stays so."""

import time
from types import SimpleNamespace

import pytest

from tests.edge.door.upstream_play import PAGE, House, open_house, public, until

HOUR = 3600.0
NEW = b"new" + PAGE


def jump(house: House, patch: pytest.MonkeyPatch, by: float) -> None:
    """Set the clock of the door and of its tags by so many seconds."""
    jumped = SimpleNamespace(time=lambda: time.time() + by, monotonic=time.monotonic)
    for module in ("door.clock", "store.tags"):
        patch.setattr(f"blattwerk.edge.{module}.time", jumped)
    until(lambda: abs(house.door.clock.now - jumped.time()) < HOUR / 2)


def test_a_clock_that_goes_on_makes_old_what_holds_until_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open_house() as house:
        ends = str(time.time() + HOUR)
        house.play.script = lambda _heard: public(headers={"Blattwerk-Until": ends})
        before = [house.ask("/a/").body for _turn in range(2)]
        house.play.script = lambda _heard: public(body=NEW)

        jump(house, monkeypatch, 2 * HOUR)
        after = house.ask("/a/").body
        jump(house, monkeypatch, 0.0)
        back = house.ask("/a/").body

    assert before == [PAGE, PAGE]
    assert after == back == NEW


@pytest.mark.parametrize("tags_too", [False, True])
def test_a_clock_that_goes_back_shows_nothing_withdrawn(
    monkeypatch: pytest.MonkeyPatch, tags_too: bool
) -> None:
    with open_house() as house:
        house.ask("/a/")
        house.do(house.play.close())
        house.purge("article-1", withdrawn=True)

        jump(house, monkeypatch, -24 * HOUR)
        if tags_too:
            tags = house.server.tags.path
            tags.unlink()
            until(tags.exists)
        got = house.ask("/a/")

    assert (got.status, PAGE in got.body) == (503, False)
