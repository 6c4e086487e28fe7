"""The shipped weights sort our own examples as well as ever."""

from blattwerk.discussion.help.measure import HALF, average_precision
from blattwerk.discussion.help.model import shipped
from tests.discussion.help.examples import comments

# What they reach; a change that falls below has made them worse.
PRECISION, RECALL, AVERAGE = 1.0, 0.8, 0.9875


def test_the_shipped_weights_find_what_is_rude_and_little_else() -> None:
    given = comments(600)
    scores = [shipped().score(each.text) for each in given]
    found = [each.rejected for each, score in zip(given, scores, strict=True) if score >= HALF]

    assert sum(found) / len(found) >= PRECISION
    assert sum(found) / sum(each.rejected for each in given) >= RECALL
    assert average_precision(scores, [each.rejected for each in given]) >= AVERAGE
