"""The page about discussions keeps up with the rules."""

import json
import re
from pathlib import Path

from blattwerk.discussion.rules.layers import lay
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.state import Kind
from blattwerk.discussion.rules.write import to_plain
from tests.discussion.rules.household import state
from tests.discussion.rules.test_plain import FULL

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "discussion.md").read_text(encoding="utf-8")


def first_column(heading: str) -> list[str]:
    """What stands in backquotes at the beginning of a table's rows."""
    table = PAGE.split(heading, 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `([a-z_-]+)` \|", table, flags=re.MULTILINE)


def test_every_state_is_documented() -> None:
    assert first_column("| state | what readers meet |") == list(Kind)


def test_every_field_is_documented() -> None:
    assert first_column("| field | what it sets |") == list(FULL)


def test_the_example_can_be_read() -> None:
    example = re.search(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)

    assert example is not None
    plain = json.loads(example[1])
    assert to_plain(from_plain(plain))["week"] == plain["week"]


def test_what_holds_when_nothing_is_set_is_documented() -> None:
    usual = {name: row.split(" | ")[-1] for name, row in rows_of_fields()}
    rules = lay()

    assert usual["on"] == f"`{json.dumps(rules.on)}` |"
    assert usual["months"] == f"`{rules.months}` |"
    assert usual["week"] == f"every day `{rules.week.days[0][0]}` |"
    assert usual["outside"] == f"`{rules.outside}` |"
    assert usual["moderation"] == f"`{rules.moderations[0].policy}` |"
    assert usual["pace"] == f"`{rules.pace}` |"
    assert usual["zone"] == f"`{rules.zone}` |"


def rows_of_fields() -> list[tuple[str, str]]:
    table = PAGE.split("| field | what it sets |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `([a-z_]+)` (\| .*)$", table, flags=re.MULTILINE)


def test_the_examples_come_out_as_documented() -> None:
    table = PAGE.split("| set | at | state |\n|---|---|---|\n", 1)[1].split("\n\n", 1)[0]
    asked = [
        ("2026-02-03 12:00", {}),
        ("2026-02-03 23:30", {}),
        ("2027-07-10 12:00", {}),
        ("2026-02-03 23:30", {"outside": "slow"}),
        ("2026-02-03 23:30", {"exceptions": [{"first": "2026-02-03", "windows": ["06:00-02:00"]}]}),
        ("2026-12-07 23:00", {"holidays": {"country": "AT", "apply": "closed"}}),
        ("2027-07-10 12:00", {"kept_open": {"since": "2027-07-01T00:00:00+02:00"}}),
    ]

    named = [row.split("|")[3].split(";")[0].split(",")[0].strip() for row in table.splitlines()]

    kinds = [state(now, **set_on(plain)).kind for now, plain in asked]
    words = [
        str(kind).replace("closed-at-", "closed at ").replace("-by-", " by ") for kind in kinds
    ]
    assert [name.removesuffix(" until 6:00") for name in named] == words


def set_on(plain: dict[str, object]) -> dict[str, object]:
    layer = from_plain(plain)
    return {name: getattr(layer, name) for name in plain}
