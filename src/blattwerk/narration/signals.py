"""What narration tells the rooms above; sent after the change is safely stored."""

from django.dispatch import Signal

narration_ready = Signal()
"""A page's recording is new, has changed, or is gone. Carries `page_id`."""
