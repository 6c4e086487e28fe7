"""What the search has done for it in the background."""

from datetime import datetime, timedelta

from blattwerk.common.clock import every
from blattwerk.search.index import catch_up


@every(timedelta(minutes=2), name="search.catch_up")
def catch_up_with_the_newsroom(now: datetime) -> None:  # noqa: ARG001
    """Index what came in while nobody listened: restored data, renamed authors."""
    catch_up()
