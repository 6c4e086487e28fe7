"""The paper's own weights are taken up, changed and given up while it runs."""

import logging
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from blattwerk.discussion.help.in_use import OwnWeights, chosen, in_use, own_weights_at
from blattwerk.discussion.help.model import shipped
from tests.discussion.help.examples import sorted_by, stricter

TEXT = "so ein grantscherm"


class Clock:
    """Stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own.bin"


@pytest.fixture
def own(path: Path, clock: Clock) -> OwnWeights:
    return OwnWeights(path, clock)


def shift(own: OwnWeights) -> float:
    """How much stricter than the shipped model the one in use is."""
    return round(own.chosen().model.logit(TEXT) - shipped().logit(TEXT), 6)


def test_without_a_file_the_shipped_weights_are_in_use_since_they_were_made(
    own: OwnWeights,
) -> None:
    found = own.chosen()

    assert (found.model, found.own) == (shipped(), False)
    assert found.since == date.fromisoformat(shipped().about.made)


def test_a_file_is_in_use_since_it_was_put_there(own: OwnWeights, path: Path) -> None:
    path.write_bytes(stricter(1.0))
    os.utime(path, (1_780_000_000, 1_780_000_000))

    found = own.chosen()

    assert (shift(own), found.own) == (1.0, True)
    assert found.since == datetime.fromtimestamp(1_780_000_000, UTC)


def test_a_file_that_comes_changes_and_goes_is_noticed_after_a_second(
    own: OwnWeights, path: Path, clock: Clock
) -> None:
    met = [shift(own)]
    fresh = path.with_name("fresh")
    for content in (stricter(1.0), stricter(2.0), None):
        if content:
            fresh.write_bytes(content)
            fresh.replace(path)
        else:
            path.unlink()
        clock.now += 0.9
        met.append(shift(own))
        clock.now += 0.1
        met.append(shift(own))

    assert met == [0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 0.0]


def test_a_model_is_kept_while_its_file_stays_the_same(
    own: OwnWeights, path: Path, clock: Clock
) -> None:
    path.write_bytes(stricter(1.0))
    first = own.chosen()
    clock.now += 10

    assert own.chosen() is first


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "holds no weights of the moderation help."),
        (stricter(1.0)[:-9], "is broken: fetch it again, or train the weights again."),
    ],
    ids=["empty", "cut short"],
)
def test_a_broken_file_is_told_once_and_the_shipped_weights_are_used(
    own: OwnWeights,
    path: Path,
    clock: Clock,
    content: bytes,
    sentence: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path.write_bytes(stricter(1.0))
    before = shift(own)
    path.write_bytes(content)

    with caplog.at_level(logging.WARNING):
        for _look in range(3):
            clock.now += 5
            assert own.chosen().model is shipped()

    assert before == 1.0
    assert caplog.messages == [
        f"{path} {sentence} Meanwhile comments are sorted by the shipped weights."
    ]


def test_the_model_in_use_is_the_one_at_the_place_that_is_named(path: Path) -> None:
    path.write_bytes(stricter(1.0))

    with sorted_by(path):
        learned = in_use()
        path.unlink()
        own_weights_at(path)

        assert (in_use(), chosen().own) == (shipped(), False)

    assert learned.about.constant == shipped().about.constant + 1.0


def test_it_needs_no_django() -> None:
    code = (
        "import sys; from blattwerk.discussion.help.in_use import in_use; in_use().score('a');"
        "print('django' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )

    assert done.stdout == b"False\n"
