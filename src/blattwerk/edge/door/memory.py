"""Paths whose answers are somebody's own: asked for as they came, at once."""

from collections import OrderedDict

MOST = 10_000
LASTS = 600.0  # seconds; then the application is asked again whether the page is public


class PrivatePaths:
    """A bounded list of what turned out to be private lately."""

    def __init__(self) -> None:
        self.until: OrderedDict[bytes, float] = OrderedDict()

    def note(self, path: bytes, now: float) -> None:
        """Remember a path; `now` in seconds of a clock that never goes back."""
        self.until[path] = now + LASTS
        self.until.move_to_end(path)
        if len(self.until) > MOST:
            self.until.popitem(last=False)

    def forget(self, path: bytes) -> None:
        self.until.pop(path, None)

    def holds(self, path: bytes, now: float) -> bool:
        until = self.until.get(path)
        if until is None:
            return False
        if until <= now:
            del self.until[path]
            return False
        return True
