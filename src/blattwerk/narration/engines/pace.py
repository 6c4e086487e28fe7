"""How fast a voice may be asked to speak."""

from blattwerk.narration.errors import EngineFailed

SLOWEST, FASTEST = 0.5, 2.0


def checked_rate(rate: float) -> float:
    """Raises EngineFailed unless the rate is from 0.5 to 2."""
    if not SLOWEST <= rate <= FASTEST:
        raise EngineFailed(f"A voice speaks at a rate from {SLOWEST} to {FASTEST}, not at {rate}.")
    return rate
