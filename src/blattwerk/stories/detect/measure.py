"""How well a stream was clustered, against labels."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Rates:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, kw_only=True)
class Measured:
    """`grey` is the share of items left to an editor; `right` of the sure joins are right."""

    b_cubed: Rates
    pairs: Rates
    gold: int
    found: int
    grey: float
    sure_joins: int
    right: float


def measure(gold: Sequence[str], found: Sequence[str], sure: Sequence[bool]) -> Measured:
    """All three in the same order, the order of arrival."""
    joins = list(_joins(gold, found, sure))
    return Measured(
        b_cubed=_b_cubed(gold, found),
        pairs=_pairs(gold, found),
        gold=len(set(gold)),
        found=len(set(found)),
        grey=sum(not each for each in sure) / len(sure) if sure else 0.0,
        sure_joins=len(joins),
        right=sum(joins) / len(joins) if joins else 1.0,
    )


def _b_cubed(gold: Sequence[str], found: Sequence[str]) -> Rates:
    """Bagga and Baldwin 1998: the mean over the items of their own precision and recall."""
    both, ours, theirs = Counter(zip(gold, found, strict=True)), Counter(found), Counter(gold)
    items = len(gold) or 1
    return Rates(
        precision=sum(n * n / ours[story] for (_, story), n in both.items()) / items,
        recall=sum(n * n / theirs[label] for (label, _), n in both.items()) / items,
    )


def _pairs(gold: Sequence[str], found: Sequence[str]) -> Rates:
    same = _pair_count(Counter(zip(gold, found, strict=True)))
    ours, theirs = _pair_count(Counter(found)), _pair_count(Counter(gold))
    return Rates(precision=same / ours if ours else 1.0, recall=same / theirs if theirs else 1.0)


def _pair_count(counted: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(n * (n - 1) // 2 for n in counted.values())


def _joins(gold: Sequence[str], found: Sequence[str], sure: Sequence[bool]) -> list[bool]:
    """For every sure join whether the story's articles until then were mostly of its label."""
    members: dict[str, Counter[str]] = {}
    right = []
    for label, story, is_sure in zip(gold, found, sure, strict=True):
        there = members.setdefault(story, Counter())
        if there and is_sure:
            right.append(there[label] == max(there.values()))
        there[label] += 1
    return right
