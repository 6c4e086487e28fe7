"""Invented comments with verdicts, for tests."""

from datetime import UTC, datetime, timedelta
from random import Random

from blattwerk.discussion.help.train import Verdict

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
