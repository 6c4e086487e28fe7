"""How long a recording is and how fast it is played, as they are printed."""

from django.utils.formats import number_format

SPEEDS = (0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


def length(seconds: float | None) -> str:
    """“2:51”; empty where it is not known yet."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def speeds() -> list[tuple[str, str]]:
    """Each speed for machines and for readers: ("1.25", "1,25×")."""
    return [(f"{speed:g}", f"{_printed(speed)}×") for speed in SPEEDS]


def _printed(speed: float) -> str:
    return number_format(speed, decimal_pos=1 if speed * 10 % 1 == 0 else 2)
