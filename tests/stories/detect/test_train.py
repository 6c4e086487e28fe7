"""Measuring a clustering, and making the weights again."""

from datetime import timedelta

import pytest

from blattwerk.stories.detect.measure import Rates, measure
from blattwerk.stories.detect.model import SIGNS
from blattwerk.stories.detect.shapes import Piece
from blattwerk.stories.detect.train import Example, fitted, trained
from tests.stories.detect.conftest import START


def test_a_clustering_is_measured_by_items_and_by_pairs() -> None:
    measured = measure(
        ["a", "a", "a", "b", "b", "c"], ["1", "1", "2", "2", "3", "4"], [True] * 4 + [False, True]
    )

    assert measured.b_cubed == Rates(precision=5 / 6, recall=pytest.approx(11 / 18))
    assert measured.pairs == Rates(precision=0.5, recall=0.25)
    assert measured.pairs.f1 == pytest.approx(1 / 3)
    assert (measured.gold, measured.found) == (3, 4)
    assert measured.grey == pytest.approx(1 / 6)
    assert (measured.sure_joins, measured.right) == (2, 0.5)


def test_nothing_is_measured_without_a_fault() -> None:
    assert measure([], [], []).b_cubed.f1 == 0.0


def test_a_weight_never_gets_the_wrong_sign() -> None:
    examples = [
        Example(numbers={"words": words, "days": words}, belongs=words > 0.5)
        for words in (0.1, 0.2, 0.4, 0.6, 0.7, 0.9)
    ]

    _, weights = fitted(examples, ["words", "days"])

    assert weights["words"] > 0
    assert weights["days"] == 0.0


AFFAIRS = {
    "brücke": "Die Brücke in Melk ist gesperrt, ein Pfeiler sackte ab. Baumeister Kralik prüft.",
    "bär": "Ein Bär riss bei Lienz Schafe. Jägerin Obholzer stellte im Wald eine Kamera auf.",
    "orgel": "Im Stift Göttweig klingt die neue Orgel. Organist Felber spielte drei Stunden.",
}


def stream() -> list[tuple[Piece, str]]:
    found = []
    for number in range(9):
        affair = [*AFFAIRS][number % 3]
        moment = START + timedelta(hours=5 * number)
        headline = f"{affair.title()}: der {number}. Bericht"
        text = f"{AFFAIRS[affair]} Das war zum {number}. Mal zu hören."
        found.append((Piece(number=number, headline=headline, text=text, moment=moment), affair))
    return found


@pytest.mark.django_db
def test_the_same_stream_gives_the_same_weights() -> None:
    model = trained([stream()])

    assert model == trained([stream()])
    assert all(weight * SIGNS[name] >= 0 for name, weight in model.weights.items())
    assert model.grey <= model.same <= model.join
    assert model.version.startswith("lexical-")
