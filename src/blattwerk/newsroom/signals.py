"""What the newsroom tells the rooms above; sent after the change is safely stored.

Each carries `article` (the stored Article).
"""

from django.dispatch import Signal

article_published = Signal()
"""Readers can read an article they could not read before."""

article_changed = Signal()
"""A published article has been published again, or moved."""

article_withdrawn = Signal()
"""An article that readers could read is gone: unpublished or deleted."""
