"""Marks against sound: every sentence of every file begins on its sample."""

from dataclasses import replace
from pathlib import Path

import pytest

from blattwerk.narration.studio.interface import Made, Order
from blattwerk.narration.studio.record import record

from . import sounds


@pytest.mark.parametrize("kind", ["m4a", "opus", "mp3"])
def test_every_sentence_is_heard_at_its_very_sample(kind: str, made: Made, article: Order) -> None:
    heard = sounds.decoded(sounds.by_kind(made)[kind], made.rate)
    lags = [
        sounds.lag(take.pcm.read_bytes(), heard, start)
        for take, start in zip(article.takes, made.starts, strict=True)
    ]
    assert lags == [0] * len(article.takes)


@pytest.mark.parametrize("kind", ["m4a", "opus", "mp3"])
def test_a_sentence_of_another_engine_moves_nothing(
    kind: str, article: Order, tmp_path: Path
) -> None:
    fallback = sounds.take(tmp_path, 7, 1.5, rate=16000)
    takes = (article.takes[0], fallback, *article.takes[2:4])
    made = record(replace(article, takes=takes, folder=tmp_path / "out"))
    path = sounds.by_kind(made)[kind]
    for take, start in zip(takes, made.starts, strict=True):
        at_own_rate = round(start * take.rate / made.rate)
        lag = sounds.lag(take.pcm.read_bytes(), sounds.decoded(path, take.rate), at_own_rate)
        assert lag == 0
