"""Which tags a change makes stale, a module for each kind of change; all are receivers."""

from blattwerk.edge.purges import forum, newsroom, wings

__all__ = ["forum", "newsroom", "wings"]
