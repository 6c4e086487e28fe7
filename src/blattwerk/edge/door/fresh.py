"""What to do with a page: a pure rule."""

from enum import Enum, auto

from blattwerk.edge.store import Freshness

STALE_FOR = 10.0  # seconds readers may get the old copy while the new one is made
BRIEFLY = 0.5  # seconds they wait for the new one before


class Deed(Enum):
    """What is done with a stored page."""

    SERVE = auto()
    RENDER_OR_OLD_SOON = auto()  # wait briefly for the render, then the old copy
    RENDER_OR_OLD = auto()  # wait for the render; the old copy if it fails
    RENDER = auto()  # nothing may be shown but a new one


def deed(state: Freshness | None, *, strict: bool, stale_for: float) -> Deed:
    """The deed for a page in a state (None: there is no page), stale for so many seconds."""
    if state is Freshness.FRESH:
        return Deed.SERVE
    if state is not Freshness.STALE:
        return Deed.RENDER
    if strict or stale_for > STALE_FOR:
        return Deed.RENDER_OR_OLD
    return Deed.RENDER_OR_OLD_SOON
