"""What happens to readers. Sent after the change is safely stored."""

from django.dispatch import Signal

reader_erased = Signal()  # user_id
reader_sanctioned = Signal()  # user_id, sanction_id
