"""The rules' form as its template shows it: what stands in it, what lies below, what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blattwerk.discussion.models import RuleSet
from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.hours import WEEKDAYS
from blattwerk.discussion.ruling.entered import MOST_ROWS, Entered, rows_in
from blattwerk.discussion.ruling.saying import INSTEAD, ON_HOLIDAYS, POLICIES, said
from blattwerk.discussion.ruling.scopes import Place
from blattwerk.discussion.told import DAYS

WINDOWS_SHOWN = 2  # of a day, at least; one more than are filled
SPARE = 1  # empty rows below exceptions and hours
BOXES = (
    ("on", gettext_lazy("Discussion")),
    ("months", gettext_lazy("Age")),
    ("kept_open", gettext_lazy("Kept open in spite of its age")),
    ("week", gettext_lazy("Opening hours")),
    ("holidays", gettext_lazy("Holidays")),
    ("exceptions", gettext_lazy("Exceptions")),
    ("outside", gettext_lazy("Outside the opening hours")),
    ("moderation", gettext_lazy("Who reads before")),
    ("pace", gettext_lazy("Pace where it is slow")),
    ("queue", gettext_lazy("When too many wait")),
    ("closed", gettext_lazy("Closed by the team")),
    ("zone", gettext_lazy("Time zone")),
)
COUNTRIES = ("AT", "DE", "CH", "LI", "IT", "SI", "HU", "SK", "CZ")
PARTS = {
    "AT": (
        *("Burgenland", "Kärnten", "Niederösterreich", "Oberösterreich", "Salzburg"),
        *("Steiermark", "Tirol", "Vorarlberg", "Wien"),
    )
}


@dataclass(frozen=True)
class Box:
    """One rule: `below` says what holds where nothing is set here."""

    name: str
    title: str
    below: str
    error: str
    is_set: bool


@dataclass(frozen=True)
class Option:
    """A line of a list to choose from."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Window:
    """Two fields for a time; `name` without their endings."""

    name: str
    start: str
    end: str


class RulesForm:
    """What the template asks for."""

    def __init__(self, place: Place, entered: Entered, bad: dict[str, BadRule]) -> None:
        self.place = place
        self.entered = entered
        self.bad = bad

    @property
    def typed(self) -> dict[str, str]:
        """The single fields by names a template can write: `closed_reason`."""
        return {name.replace("-", "_"): text for name, text in self.entered.items()}

    @property
    def boxes(self) -> dict[str, Box]:
        """Each rule by its name; the time zone is the paper's alone."""
        site = self.place.scope == RuleSet.Scope.SITE
        return {
            name: self._box(name, str(title)) for name, title in BOXES if name != "zone" or site
        }

    @property
    def errors(self) -> list[dict[str, str]]:
        """For the list on top of the form."""
        titles = dict(BOXES)
        return [
            {"name": name, "title": str(titles[name]), "sentence": sentence(bad)}
            for name, bad in self.bad.items()
        ]

    @property
    def options(self) -> dict[str, list[Option]]:
        """The lists to choose from; the first line of each leaves it to what lies below."""
        return {
            "on": self._of("on", {"yes": _("Readers can write"), "no": _("No discussion")}),
            "age": self._of(
                "age", {"months": _("Close after months:"), "never": _("Never close by age")}
            ),
            "kept_open": self._of("kept_open", {"yes": _("Keep open")}),
            "week": self._of("week", {"own": _("These hours:")}),
            "holidays": self._of("holidays", ON_HOLIDAYS),
            "outside": self._of("outside", INSTEAD),
            "moderation": self._of("moderation-policy", POLICIES),
            "queue": self._of(
                "queue", {"limit": _("With more waiting than:"), "none": _("No limit")}
            ),
            "then": self._of("queue-then", INSTEAD)[1:],
            "closed": self._of("closed", {"yes": _("Closed")}),
        }

    @property
    def week(self) -> list[dict[str, Any]]:
        """Seven days with their windows and an empty one."""
        return [
            {
                "name": day,
                "label": str(label),
                "windows": self._windows(f"week-{day}"),
                "error": self._at("week", day),
            }
            for day, label in zip(WEEKDAYS, DAYS, strict=True)
        ]

    @property
    def exceptions(self) -> list[dict[str, Any]]:
        """The days with hours of their own, and an empty row."""
        return [
            {
                "name": f"exceptions-{number}",
                "first": self._text(f"exceptions-{number}-first"),
                "last": self._text(f"exceptions-{number}-last"),
                "called": self._text(f"exceptions-{number}-name"),
                "windows": self._windows(f"exceptions-{number}-windows"),
            }
            for number in self._rows("exceptions")
        ]

    @property
    def hours(self) -> list[dict[str, Any]]:
        """The policies by the hour, and an empty row."""
        return [
            {
                "name": f"hours-{number}",
                "days": [
                    {
                        "name": f"hours-{number}-{day}",
                        "label": str(label),
                        "on": bool(self._text(f"hours-{number}-{day}")),
                    }
                    for day, label in zip(WEEKDAYS, DAYS, strict=True)
                ],
                "window": self._window(f"hours-{number}"),
                "options": self._of(f"hours-{number}-policy", POLICIES, first="–"),
                "approved": self._text(f"hours-{number}-approved"),
            }
            for number in self._rows("hours")
        ]

    @property
    def countries(self) -> tuple[str, ...]:
        return COUNTRIES

    @property
    def parts(self) -> Iterator[tuple[int, str]]:
        """Austria's provinces by their ISO numbers, as suggestions."""
        return zip(count(1), PARTS["AT"], strict=False)

    def _box(self, name: str, title: str) -> Box:
        value, who = self.place.from_below(name)
        below = _("as set for %(place)s: %(value)s") % {"place": who, "value": said(name, value)}
        if self.place.scope == RuleSet.Scope.SITE:
            below = _("as delivered: %(value)s") % {"value": said(name, None)}
        bad = self.bad.get(name)
        chosen = {"months": "age", "moderation": "moderation-policy"}.get(name, name)
        is_set = bool(self._text(chosen)) or any(
            self._text(each) for each in self.entered if each.startswith(f"{name}-")
        )
        return Box(name, title, below, sentence(bad) if bad else "", is_set)

    def _at(self, name: str, part: str) -> str:
        """What is wrong in a part of a rule, such as one day of the week."""
        bad = self.bad.get(name)
        if bad is None or part not in bad.field.split("."):
            return ""
        return sentence(bad)

    def _of(self, name: str, choices: Any, first: str = "") -> list[Option]:
        chosen = self._text(name)
        lines = {"": first or _("Leave it as it is below"), **choices}
        return [Option(str(key), str(label), str(key) == chosen) for key, label in lines.items()]

    def _rows(self, prefix: str) -> list[int]:
        """The rows that were sent, and an empty one."""
        filled = [
            number
            for number in rows_in(self.entered, prefix)
            if any(
                text
                for name, text in self.entered.items()
                if name.startswith(f"{prefix}-{number}-")
            )
        ]
        following = max(filled, default=-1) + 1
        return [*filled, *range(following, following + SPARE)][:MOST_ROWS]

    def _windows(self, prefix: str) -> list[Window]:
        filled = self._rows(prefix)
        last = filled[-1]
        missing = range(last + 1, last + 1 + max(0, WINDOWS_SHOWN - len(filled)))
        return [self._window(f"{prefix}-{number}") for number in (*filled, *missing)]

    def _window(self, name: str) -> Window:
        return Window(name, self._text(f"{name}-from"), self._text(f"{name}-to"))

    def _text(self, name: str) -> str:
        return self.entered.get(name, "")


def sentence(bad: BadRule) -> str:
    """What is wrong and what to do, in the reader's language."""
    return _(bad.message) % bad.values
