"""What discussions tell the rooms above; sent after the change is safely stored."""

from django.dispatch import Signal

comment_published = Signal()
"""Readers can read a comment they could not read before. Carries `comment_id`, `number`, and
`parent_id`, None for one that answers no other."""

comment_removed = Signal()
"""A comment that readers could read is gone. Carries `comment_id`, `number`."""

comment_recommended = Signal()
"""One reader more or fewer recommends a comment. Carries `comment_id`, `number`."""

thread_changed = Signal()
"""Something that readers see of a thread has changed. Carries `number`, None for all
threads and for what the forum's own pages say of its rules."""
