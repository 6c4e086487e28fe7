"""What stories tell the rooms above; sent after the change is safely stored."""

from django.dispatch import Signal

story_changed = Signal()
"""What readers see of stories has changed. Carries `story_ids`, all that are concerned, and
`article_ids`, the articles in them: their pages tell which part they are."""
