"""What fronts tell the rooms above."""

from django.dispatch import Signal

front_changed = Signal()
"""A front was composed anew by an editor; carries `front`."""
