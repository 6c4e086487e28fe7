"""What topics tell the rooms above; sent after the change is safely stored."""

from django.dispatch import Signal

topics_assigned = Signal()
"""An article's topics have changed. Carries `article_id`; `topic_ids`, those it has now; and
`changed_ids`, those it got or lost."""

topic_changed = Signal()
"""A topic was made, changed, renamed, merged or deleted. Carries `topic_ids`, all that are
concerned."""
