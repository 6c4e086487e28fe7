"""People at work see that readers were shown old pages."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from blattwerk.edge.door.clock import Clock
from blattwerk.edge.door.numbers import Numbers
from blattwerk.edge.door.trouble import OVER_AFTER, WRITE_EVERY, Trouble
from blattwerk.edge.trouble import last_trouble
from blattwerk.newsroom.models import Section
from tests.newsroom.roles import browser

NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
HOME = "/redaktion/"


@pytest.fixture
def noted(tmp_path: Path, settings: Any) -> Path:
    """The file in which the edge notes it; with this data folder it is ours."""
    settings.OPTIONS = replace(settings.OPTIONS, data=tmp_path)
    (tmp_path / "edge").mkdir()
    return tmp_path / "edge" / "trouble"


class Watched:
    """A door's counters and clock."""

    def __init__(self, file: Path) -> None:
        self.numbers = Numbers()
        self.clock = Clock()
        self.clock.now = NOW.timestamp()
        self.trouble = Trouble(file)

    def pass_by(self, seconds: float, *, old: int = 0, none: int = 0) -> None:
        self.numbers.stale_errors += old
        self.numbers.unavailable += none
        self.clock.now += seconds
        self.clock.steady += seconds
        self.trouble.tick(self.numbers, self.clock)


def test_what_the_edge_notes_is_what_people_are_told(noted: Path) -> None:
    door = Watched(noted)
    door.pass_by(10.0)
    assert last_trouble(NOW) is None

    door.pass_by(10.0, old=3)
    door.pass_by(WRITE_EVERY, old=2, none=1)

    found = last_trouble(NOW + timedelta(seconds=60))
    assert found is not None
    assert (found.old, found.none, found.goes_on) == (5, 1, True)
    assert found.began == NOW + timedelta(seconds=20)
    over = last_trouble(NOW + timedelta(minutes=30))
    assert over is not None
    assert not over.goes_on
    assert last_trouble(NOW + timedelta(hours=2)) is None


def test_what_comes_much_later_is_another_trouble(noted: Path) -> None:
    door = Watched(noted)
    door.pass_by(WRITE_EVERY, old=7)
    door.pass_by(OVER_AFTER + 1)
    door.pass_by(WRITE_EVERY, old=1)

    assert json.loads(noted.read_text())["old"] == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"began": "x"}', '{"began": 1e300, "ended": 1}'])
def test_a_note_that_nobody_can_read_is_none(noted: Path, text: str) -> None:
    noted.write_text(text)

    assert last_trouble(NOW) is None


@pytest.mark.django_db
def test_the_first_page_of_the_admin_says_it_in_red(section: Section, noted: Path) -> None:
    editor = browser("politics")
    assert "alte Seiten" not in editor.get(HOME).content.decode()
    moment = NOW.timestamp()
    noted.write_text(json.dumps({"began": moment - 240, "ended": moment, "old": 12, "none": 1}))

    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        page = editor.get(HOME).content.decode()

    assert "Leserinnen und Leser sahen alte Seiten" in page
    assert "Zwischen 15:03 und 15:07" in page
    assert "12-mal" in page
