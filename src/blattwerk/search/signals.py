"""What the search tells the rooms above; sent after the change is safely stored."""

from django.dispatch import Signal

index_changed = Signal()
"""Articles are found otherwise than before, or no longer. Carries `numbers`, theirs."""
