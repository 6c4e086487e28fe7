"""A text as weighted stems, and the linear model that learns from texts that carry a label.

A text is the vector of its stems, each weighing the logarithm of how often it stands there, of
length 1. A label's words are those that stand in its texts more than elsewhere; rare ones weigh
more. Everything that decides is a sum over words, so that a decision can be explained by them.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from blattwerk.common.stems import STOP_WORDS, stem, words

Vector = dict[str, float]

READ_WORDS = 300  # of a text; what comes later tells little about what it is about
LEAST_EXAMPLES = 8  # texts that carry a label, and as many that do not, before it is learnt
MOST_WORDS = 80  # that a label is told by
LEAST_PRECISION = 0.7
LEAST_RECALL = 0.2
_BETA_SQUARED = 0.25  # a wrong suggestion costs an editor more than a missing one


@dataclass(frozen=True)
class Text:
    """A text's stems and, for each, the word as it is written there."""

    vector: Vector
    written: dict[str, str]


@dataclass(frozen=True)
class Told:
    """What a label was found to be told by; see `models.Lesson`."""

    words: dict[str, tuple[float, str]]
    threshold: float
    precision: float
    examples: int


def read(headline: str, rest: str) -> Text:
    """A text's vector; the headline counts twice."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for part, weight in ((headline, 2), (rest, 1)):
        for word in words(part)[:READ_WORDS]:
            if len(word.folded) < 3 or word.folded in STOP_WORDS or word.folded.isdigit():
                continue
            root = stem(word.folded)
            counts[root] += weight
            written.setdefault(root, part[word.start : word.end])
    vector = {root: math.log1p(count) for root, count in counts.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
    return Text({root: weight / length for root, weight in vector.items()}, written)


def learn(texts: Mapping[int, Text], labels: Mapping[int, Iterable[int]]) -> dict[int, Told]:
    """For each label (number: its texts' numbers) that can be told by words, by which.

    The same texts and labels give the same answer, whatever their order.
    """
    lexicon = _Lexicon(texts)
    told = {}
    for label in sorted(labels):
        examples = sorted(set(labels[label]) & texts.keys())
        if min(len(examples), len(texts) - len(examples)) >= LEAST_EXAMPLES:
            lesson = lexicon.lesson(examples)
            if lesson is not None:
                told[label] = lesson
    return told


def weigh(
    text: Text, told: Mapping[str, tuple[float, str]]
) -> tuple[float, list[tuple[str, float]]]:
    """How much of the text's weight lies on the words, and the words' shares, largest first."""
    parts = {root: weight * told[root][0] for root, weight in text.vector.items() if root in told}
    total = math.fsum(parts.values())
    if total <= 0:
        return 0.0, []
    ranked = sorted(parts, key=lambda root: (-parts[root], root))
    return total, [(text.written[root], parts[root] / total) for root in ranked]


class _Lexicon:
    """All texts together: how common each stem is, and its mean weight."""

    def __init__(self, texts: Mapping[int, Text]) -> None:
        self.texts = {number: texts[number] for number in sorted(texts)}
        self.count: Counter[str] = Counter()
        self.mean: defaultdict[str, float] = defaultdict(float)
        for text in self.texts.values():
            self.count.update(text.vector.keys())
            for root, weight in text.vector.items():
                self.mean[root] += weight / len(texts)

    def lesson(self, examples: list[int]) -> Told | None:
        """What tells the examples from the other texts, if anything tells them well enough."""
        centre: defaultdict[str, float] = defaultdict(float)
        inside: Counter[str] = Counter()
        for number in examples:
            vector = self.texts[number].vector
            inside.update(vector.keys())
            for root, weight in vector.items():
                centre[root] += weight / len(examples)
        least = max(2, len(examples) // 10)
        gains = {
            root: self._rarity(root) * (centre[root] - self.mean[root])
            for root, count in inside.items()
            if count >= least and centre[root] > self.mean[root]
        }
        kept = sorted(gains, key=lambda root: (-gains[root], root))[:MOST_WORDS]
        scores = self._scores(examples, centre, kept, gains)
        cut = _best_cut(scores, len(examples))
        if cut is None:
            return None
        shown = {root: (round(gains[root], 6), self._written(root, examples)) for root in kept}
        return Told(shown, cut[0], cut[1], len(examples))

    def _scores(
        self, examples: list[int], centre: Vector, kept: list[str], gains: Vector
    ) -> list[tuple[float, bool]]:
        """Each text's weight on the words; an example's as if it had not been learnt from."""
        scores, many, among = [], len(examples), set(examples)
        for number, text in self.texts.items():
            held = [(root, text.vector[root]) for root in kept if root in text.vector]
            if number in among:
                parts = (
                    weight
                    * self._rarity(root)
                    * ((many * centre[root] - weight) / (many - 1) - self.mean[root])
                    for root, weight in held
                )
            else:
                parts = (weight * gains[root] for root, weight in held)
            scores.append((math.fsum(parts), number in among))
        return scores

    def _rarity(self, root: str) -> float:
        return math.log(1 + len(self.texts) / self.count[root])

    def _written(self, root: str, examples: list[int]) -> str:
        forms = Counter(
            written for number in examples if (written := self.texts[number].written.get(root))
        )
        return min(forms, key=lambda form: (-forms[form], form))


def _best_cut(scores: list[tuple[float, bool]], examples: int) -> tuple[float, float] | None:
    """The threshold that serves best and its precision; None where none serves."""
    best, cut, right = 0.0, None, 0
    ranked = sorted(scores, key=lambda one: (-one[0], one[1]))
    for place, (score, among) in enumerate(ranked, start=1):
        right += among
        if not among or score <= 0:
            continue
        precision, recall = (right + 1) / (place + 2), right / examples
        measure = (1 + _BETA_SQUARED) * precision * recall / (_BETA_SQUARED * precision + recall)
        fits = precision >= LEAST_PRECISION and recall >= LEAST_RECALL
        if fits and measure > best:
            # Halfway to the next text, since a new one is never as near as those learnt from.
            below = ranked[place][0] if place < len(ranked) else 0.0
            best, cut = measure, (round((score + below) / 2, 6), round(precision, 3))
    return cut
