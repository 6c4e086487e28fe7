"""Shelves and articles for the detection's tests."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from blattwerk.stories.detect.shapes import Piece
from blattwerk.stories.detect.shelf import Shelf

START = datetime(2026, 3, 2, 8, tzinfo=UTC)

FLOOD = "Hochwasser in Schärding: Der Inn tritt über die Ufer"
FLOOD_TEXT = (
    "Der Inn hat in Schärding die Altstadt überflutet. Die Feuerwehr pumpt Keller aus, der Pegel"
    " steht bei 9,20 Metern. Bürgermeisterin Lindpointner bittet um Sandsäcke und Helfer."
)
FLOOD_LATER = "Schärding räumt nach der Flut auf"
FLOOD_LATER_TEXT = (
    "Nach dem Hochwasser am Inn schaufeln Helfer in Schärding Schlamm aus der Altstadt."
    " Bürgermeisterin Lindpointner spricht von einem Schaden in Millionenhöhe."
)
CHESS = "Schach: Junge Grazerin schlägt Großmeister"
CHESS_TEXT = (
    "Die vierzehnjährige Mira Kostal hat beim Turnier in Graz den Großmeister Ferber besiegt."
    " Nach 61 Zügen reichte er ihr die Hand."
)


def piece(
    number: int = 1, headline: str = FLOOD, text: str = FLOOD_TEXT, *, days: float = 0, **more: str
) -> Piece:
    moment = START + timedelta(days=days)
    return Piece(number=number, headline=headline, text=text, moment=moment, **more)


@pytest.fixture
def shelf(db: None) -> Shelf:
    return Shelf(connection)


@pytest.fixture
def fresh(db: None) -> Callable[[], Shelf]:
    """Makes shelves that have read nothing yet, on the same database."""
    return lambda: Shelf(connection)
