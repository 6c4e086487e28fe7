"""One recording that many tests look at."""

from pathlib import Path

import pytest

from blattwerk.narration.studio.interface import Made, Order
from blattwerk.narration.studio.record import record

from . import sounds


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory) -> Order:
    folder: Path = tmp_path_factory.mktemp("studio")
    return sounds.order(folder)


@pytest.fixture(scope="session")
def made(article: Order) -> Made:
    return record(article)
