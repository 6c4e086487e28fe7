"""A stream of articles from first to last, as the paper would place them one by one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.find import find_story
from blattwerk.stories.detect.meaning import with_meaning
from blattwerk.stories.detect.model import LEXICAL, SEMANTIC, Model, shipped
from blattwerk.stories.detect.shapes import Choice, Found, Piece
from blattwerk.stories.detect.shelf import Shelf


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Where an article went. `sure`: it would have gone there without an editor."""

    story: int
    sure: bool
    found: Found | None  # None for a copy, which joins its original


def place_all(
    pieces: Iterable[Piece],
    connection: Any,
    *,
    model: Model | None = None,
    read: Callable[[Piece], Features] = features_of,
) -> Iterator[tuple[int, Placed]]:
    """Piece by piece its number and where it went, each before the next is read."""
    shelf, homes, stories = Shelf(connection), dict[int, int](), 0
    for piece in pieces:
        features = read(piece)
        original = shelf.find_copy(features, piece.moment)
        found = None
        if original is None:
            shelf.count(features, piece.moment)
            shelf.count_meaning(features)
            found = find_story(shelf, features, piece.moment, model=model)
            limits = model or shipped(SEMANTIC if features.vector else LEXICAL)
            home = best_choice(found, limits)
        else:
            home = homes[original]
        if home is None:
            home = stories = stories + 1
        homes[piece.number] = home
        shelf.keep(piece.number, features, piece.moment)
        if found:
            shelf.put(home, features, piece.moment)
        sure = found is None or found.choice is not Choice.GREY
        yield piece.number, Placed(story=home, sure=sure, found=found)


def best_choice(found: Found, model: Model) -> int | None:
    """The story an editor who always takes the likelier would choose; None is a new one."""
    return found.story if found.choice is Choice.JOIN or found.sure >= model.same else None


def read_with_meaning(piece: Piece) -> Features:
    """MeaningMissing where there is no encoder."""
    return with_meaning(features_of(piece))
