"""What a deed is, and all there are."""

from collections.abc import Callable
from typing import Any

from tests.edge.whole_paper import WholePaper

Deed = Callable[[WholePaper], Any]
DEEDS: list[Deed] = []


def deed(done: Deed) -> Deed:
    DEEDS.append(done)
    return done
