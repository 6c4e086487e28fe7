"""New weights from people's verdicts, with a report on verdicts that were kept back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp
from zlib import crc32

from blattwerk.discussion.help.fit import COST, Row, fitted, margins, row_of
from blattwerk.discussion.help.folding import folded
from blattwerk.discussion.help.measure import Measured, measured
from blattwerk.discussion.help.model import Model, likely
from blattwerk.discussion.help.neutral import shown
from blattwerk.discussion.help.weights import About, Weights, packed

FEWEST = 500
FEWEST_OF_A_SIDE = 100
GERMEVAL = (
    "GermEval 2018: Wiegand, Siegel, Ruppenhofer, Overview of the GermEval 2018 Shared Task on "
    "the Identification of Offensive Language, 2018 (uds-lsv/GermEval-2018-Data)"
)
OWN = "verdicts of the paper itself"
NEEDED = (
    f"Training needs at least {FEWEST} verdicts, {FEWEST_OF_A_SIDE} of them rejections and "
    f"{FEWEST_OF_A_SIDE} approvals."
)
_PARTS = 5  # one of them is kept back
_SLOPES = (0.2, 10.0)
_STEPS = 40


class TrainingRefused(Exception):
    """No weights are made; the message says why."""


class WorseThanBefore(TrainingRefused):
    """There would be enough verdicts, but the new weights sort them worse."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A text that people have decided on."""

    text: str
    rejected: bool
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Trained:
    """The weights, and what they and those before make of the verdicts kept back."""

    weights: Weights
    before: Measured
    after: Measured
    held: int
    by_time: bool


def trained(
    verdicts: Sequence[Verdict],
    base: Model | None,
    about: tuple[str, str, str],
    *,
    even_if_worse: bool = False,
) -> Trained:
    """Weights from all verdicts, on top of `base`.

    `about` is the day, what they are made of and under which licence that stands, "" for none.

    TrainingRefused when there are too few verdicts; WorseThanBefore when weights from four fifths
    of them are worse on the last fifth than those before, unless they are wanted even so.
    """
    _check(verdicts)
    shuffled, held, by_time = _parted(verdicts)
    weights, constant = _fit(shuffled, base)
    rows = [row_of(each.text) for each in held]
    news = margins(rows, weights, constant)
    known = _known(held, base)
    reached = [old + new for old, new in zip(known, news, strict=True)]
    rejected = [each.rejected for each in held]
    before = measured([likely(each) for each in known], rejected)
    after = measured([likely(each) for each in reached], rejected)
    worse = after.macro_f1 < before.macro_f1 or after.average < before.average
    if base and worse and not even_if_worse:
        raise WorseThanBefore(_worse(before, after))
    slope = slope_of(reached, rejected)
    return Trained(
        weights=_whole(*_fit(verdicts, base), slope, base, about, len(verdicts)),
        before=before,
        after=after,
        held=len(held),
        by_time=by_time,
    )


def slope_of(reached: Sequence[float], rejected: Sequence[bool]) -> float:
    """The factor that makes margins likely as logits, both sides of equal weight (Platt 1999)."""
    low, high = _SLOPES
    share = 1 / max(1, sum(rejected)), 1 / max(1, len(rejected) - sum(rejected))
    for _ in range(_STEPS):
        slope = (low + high) / 2
        pull = 0.0
        for margin, verdict in zip(reached, rejected, strict=True):
            side = margin if verdict else -margin
            pull += side * share[0 if verdict else 1] / (1 + exp(min(slope * side, 700.0)))
        low, high = (slope, high) if pull > 0 else (low, slope)
    return round((low + high) / 2, 4)


def enough(total: int, rejected: int) -> bool:
    """Whether so many verdicts can be learned from."""
    return total >= FEWEST and min(rejected, total - rejected) >= FEWEST_OF_A_SIDE


def _check(verdicts: Sequence[Verdict]) -> None:
    total, rejected = len(verdicts), sum(each.rejected for each in verdicts)
    if not enough(total, rejected):
        raise TrainingRefused(
            f"There are {total} verdicts, {rejected} of them rejections. {NEEDED}"
        )


def _parted(verdicts: Sequence[Verdict]) -> tuple[list[Verdict], list[Verdict], bool]:
    """Four fifths to learn from and one to measure on: the newest, or else drawn by the text.

    The same text never stands in both.
    """
    moments = [each.at for each in verdicts if each.at]
    by_time = len(moments) == len(verdicts)
    if by_time:
        limit = sorted(moments)[-max(1, len(moments) // _PARTS)]
        held = [each for each in verdicts if each.at and each.at >= limit]
        learned = [each for each in verdicts if each.at and each.at < limit]
        seen = {_same(each) for each in learned}
        held = [each for each in held if _same(each) not in seen]
    else:
        held = [each for each in verdicts if _same(each) % _PARTS == 0]
        learned = [each for each in verdicts if _same(each) % _PARTS]
    _check_parts(learned, held)
    return learned, held, by_time


def _check_parts(learned: Sequence[Verdict], held: Sequence[Verdict]) -> None:
    if any(len({each.rejected for each in part}) < len((True, False)) for part in (learned, held)):
        raise TrainingRefused(
            "Too many verdicts are about the same text or the same day: the fifth that is kept "
            "back to measure with has no rejections or no approvals. Give more verdicts."
        )


def _same(verdict: Verdict) -> int:
    words = " ".join(folded(word) for word in verdict.text[:2000].split())
    return crc32(words.encode("utf-8", "replace"))


def _fit(verdicts: Sequence[Verdict], base: Model | None) -> tuple[dict[int, float], float]:
    everyday = [Verdict(text=text, rejected=False) for text in shown()]
    given = [*verdicts, *everyday]
    rows: list[Row] = [row_of(each.text) for each in given]
    return fitted(rows, [each.rejected for each in given], _known(given, base), COST)


def _known(verdicts: Sequence[Verdict], base: Model | None) -> list[float]:
    if base is None:
        return [0.0] * len(verdicts)
    return [base.logit(each.text) / base.about.slope for each in verdicts]


def _whole(
    weights: dict[int, float],
    constant: float,
    slope: float,
    base: Model | None,
    about: tuple[str, str, str],
    examples: int,
) -> Weights:
    """New weights and those they stand on as one, in parts of the logit."""
    made, attribution, licence = about
    both = {slot: slope * weight for slot, weight in weights.items()}
    constant *= slope
    if base:
        turn = slope / base.about.slope
        constant += turn * base.about.constant
        for slot, weight in base.weights().items():
            both[slot] = both.get(slot, 0.0) + turn * weight
        attribution = f"{base.about.attribution}; {attribution}"
        licence = "; ".join(dict.fromkeys(filter(None, (base.about.licence, licence))))
        examples += base.about.examples
    numbers, step = packed(both)
    return Weights(
        About(made=made, examples=examples, attribution=attribution, licence=licence,
              constant=constant, slope=slope, step=step),
        numbers,
    )  # fmt: skip


def _worse(before: Measured, after: Measured) -> str:
    return (
        "The new weights would be worse on the verdicts kept back: macro-F1 "
        f"{after.macro_f1:.3f} after {before.macro_f1:.3f}, average precision "
        f"{after.average:.3f} after {before.average:.3f}. Keep the weights you have, and try again "
        "with more verdicts."
    )
