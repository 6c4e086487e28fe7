"""Answers kept in a process's own memory, for a minute at the most.

Other processes know nothing of them: what one of them changes is seen here once they are over,
however long they were meant to be kept.
"""

import time
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache

LONGEST = 60.0  # seconds


class NearbyCache(LocMemCache):
    """Django's, with an end to everything."""

    def get_backend_timeout(self, timeout: Any = DEFAULT_TIMEOUT) -> float:
        """The moment at which an answer is too old."""
        meant = super().get_backend_timeout(timeout)
        longest = time.time() + LONGEST
        return longest if meant is None else min(meant, longest)
