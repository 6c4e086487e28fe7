"""Invented comments with verdicts, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from django.conf import settings

from blattwerk.discussion.help.in_use import own_weights_at
from blattwerk.discussion.help.model import shipped
from blattwerk.discussion.help.train import Verdict
from blattwerk.discussion.help.weights import Weights, written

KIND = ("danke", "schöner", "bericht", "informativ", "gerne", "gelesen", "treffend", "spannend")
RUDE = ("volltrottel", "trottel", "dodel", "grantscherm", "dolm", "koffer", "depp", "halbschuh")
COMMON = ("das", "ist", "heute", "der", "artikel", "die", "stadt", "und", "wieder", "noch", "ein")
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def comments(count: int, *, dated: bool = False, seed: int = 1) -> list[Verdict]:
    """A third of them rude."""
    chance = Random(seed)
    return [comment(chance, number, dated=dated) for number in range(count)]


def comment(chance: Random, number: int, *, dated: bool) -> Verdict:
    rude = number % 3 == 0
    words = [*chance.choices(COMMON, k=6), *chance.choices(RUDE if rude else KIND, k=2)]
    chance.shuffle(words)
    return Verdict(
        text=f"{' '.join(words)} {number}",
        rejected=rude,
        at=BEGAN + timedelta(hours=number) if dated else None,
    )


def stricter(by: float) -> bytes:
    """A file of the shipped weights with every logit so much higher."""
    weights = shipped().stored()
    about = replace(weights.about, constant=weights.about.constant + by)
    return written(Weights(about, weights.numbers))


@contextmanager
def sorted_by(path: Path) -> Iterator[None]:
    """The paper's own weights lie there meanwhile."""
    own_weights_at(path)
    try:
        yield
    finally:
        own_weights_at(settings.OWN_WEIGHTS)
