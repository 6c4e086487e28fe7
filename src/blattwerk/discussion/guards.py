"""How fast one person may write; pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

PACE = 10  # seconds between two comments, where no rule slows
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MOST = ((HOUR, 30), (DAY, 120))  # comments within a time


def seconds_to_wait(written: Sequence[datetime], pace: int, now: datetime) -> int:
    """Until the next comment may be sent; 0 where it may now. `written`: the reader's last ones.

    A clock that jumped back makes nobody wait longer than the rule says.
    """
    times = sorted((min(moment, now) for moment in written), reverse=True)
    waits = [_left(times[0], timedelta(seconds=max(pace, PACE)), now)] if times else []
    for span, most in MOST:
        if len(times) >= most:
            waits.append(_left(times[most - 1], span, now))
    return max(waits, default=0)


def _left(since: datetime, span: timedelta, now: datetime) -> int:
    return max(0, ceil((since + span - now).total_seconds()))
