"""The model that sorts the queue: the paper's own once it has learned one, else the shipped one."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from os import stat_result
from pathlib import Path
from time import monotonic

from blattwerk.discussion.help.model import Model, shipped
from blattwerk.discussion.help.weights import WeightsError, opened

LOOKED_FOR = 1.0  # seconds between two looks at the file

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A model, whether it is the paper's own, and since when: put there, or made by us."""

    model: Model
    own: bool
    since: date  # of the paper's own to the moment


class OwnWeights:
    """A file that may come, change and go while the paper runs."""

    def __init__(self, path: Path, clock: Callable[[], float] = monotonic) -> None:
        self._path = path
        self._clock = clock
        self._next_look = float("-inf")
        self._seen: tuple[int, ...] | None = None
        self._chosen: Chosen | None = None

    def chosen(self) -> Chosen:
        """The file's model; the shipped one where there is no file or it cannot be used."""
        if self._clock() >= self._next_look:
            # First of all, so that meanwhile other threads go on with what they have.
            self._next_look = self._clock() + LOOKED_FOR
            self._look()
        return self._chosen or _shipped()

    def _look(self) -> None:
        found = _state_of(self._path)
        seen = found and (found.st_mtime_ns, found.st_size, found.st_ino)
        if seen != self._seen:
            self._chosen = self._read(found.st_mtime) if found else None
            self._seen = seen

    def _read(self, changed: float) -> Chosen | None:
        try:
            model = Model(opened(self._path))
        except WeightsError as error:
            log.warning("%s Meanwhile comments are sorted by the shipped weights.", error)
            return None
        return Chosen(model, own=True, since=datetime.fromtimestamp(changed, UTC))


_own: OwnWeights | None = None


def own_weights_at(path: Path | None) -> None:
    """Where the paper keeps weights of its own; None, it has none."""
    global _own
    _own = OwnWeights(path) if path else None


def chosen() -> Chosen:
    """The model in use, and where it comes from."""
    return _own.chosen() if _own else _shipped()


def in_use() -> Model:
    """The model in use."""
    return chosen().model


def _shipped() -> Chosen:
    model = shipped()
    return Chosen(model, own=False, since=date.fromisoformat(model.about.made))


def _state_of(path: Path) -> stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
