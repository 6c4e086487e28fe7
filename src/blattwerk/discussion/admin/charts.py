"""Bars drawn as SVG, without any script; beside each stands its table; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, GAP = 640, 140, 2
MOST_LABELS = 8


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands, how high it is, what it says."""

    label: str
    value: int
    x: float
    y: float
    width: float
    height: float
    labelled: bool

    @property
    def middle(self) -> float:
        """Where its label is centred."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Chart:
    """A title, bars from left to right, the unit and the greatest value."""

    title: str
    bars: tuple[Bar, ...]
    unit: str
    most: int

    @property
    def last(self) -> Bar | None:
        """The newest value."""
        return self.bars[-1] if self.bars else None


def bars(title: str, values: Sequence[tuple[str, int]], unit: str) -> Chart:
    """Bars that fill the width; the greatest fills the height."""
    most = max((value for _label, value in values), default=0)
    step = WIDTH / max(1, len(values))
    every = -(-len(values) // MOST_LABELS) or 1
    drawn = tuple(
        Bar(
            label=label,
            value=value,
            x=round(place * step, 1),
            y=round(HEIGHT - _high(value, most), 1),
            width=round(max(1.0, min(step - GAP, 48)), 1),
            height=round(_high(value, most), 1),
            labelled=(len(values) - 1 - place) % every == 0,
        )
        for place, (label, value) in enumerate(values)
    )
    return Chart(title, drawn, unit, most)


def _high(value: int, most: int) -> float:
    return HEIGHT * value / most if most else 0.0
