"""What the lead of the team turned on or off."""

from blattwerk.discussion.models import Switch
from blattwerk.discussion.recent import for_a_second


@for_a_second
def switches() -> Switch:
    """The one row, or what holds where nobody has set anything."""
    return Switch.objects.filter(pk=1).first() or Switch(pk=1)
