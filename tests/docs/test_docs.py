"""The docs keep up with the code: every setting, command and signal is written down."""

import re
from dataclasses import fields
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import click
import pytest
from django.dispatch import Signal

from blattwerk.config.cli import main
from blattwerk.config.options import Options
from blattwerk.discussion import registry

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def commands(group: click.Group, above: str = "blattwerk") -> list[str]:
    """All commands below a group, each with the words before it."""
    found = []
    for name, command in group.commands.items():
        full = f"{above} {name}"
        found += commands(command, full) if isinstance(command, click.Group) else [full]
    return found


def asked_of_rooms_above() -> list[str]:
    """The public functions of the discussion's registry."""
    return [
        name
        for name, value in vars(registry).items()
        if isfunction(value) and value.__module__ == registry.__name__ and name[0] != "_"
    ]


def signals() -> list[str]:
    """The names of all signals of all rooms."""
    found = []
    for path in sorted((ROOT / "src" / "blattwerk").glob("*/signals.py")):
        module = import_module(f"blattwerk.{path.parent.name}.signals")
        found += [name for name, value in vars(module).items() if isinstance(value, Signal)]
    return found


@pytest.mark.parametrize("option", fields(Options), ids=lambda option: option.name)
def test_a_setting_is_documented_as_the_code_says(option: object) -> None:
    meta = option.metadata  # type: ignore[attr-defined]
    rows = (DOCS / "settings.md").read_text(encoding="utf-8").splitlines()

    row = [line for line in rows if line.startswith(f"| `{meta['variable']}` |")]

    assert len(row) == 1
    assert row[0].endswith(f"| {meta['meaning']} |")


def test_no_setting_is_documented_that_is_not_there() -> None:
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", text, flags=re.MULTILINE))

    assert documented == {option.metadata["variable"] for option in fields(Options)}


@pytest.mark.parametrize("command", commands(main))
def test_a_command_is_documented(command: str) -> None:
    assert f"`{command}" in (DOCS / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("signal", signals())
def test_a_signal_is_documented(signal: str) -> None:
    assert f"`{signal}`" in (DOCS / "extending.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", asked_of_rooms_above())
def test_what_the_discussion_asks_rooms_above_is_documented(name: str) -> None:
    named = re.findall(
        r"`(?:discussion\.registry\.)?(\w+)`", (DOCS / "extending.md").read_text(encoding="utf-8")
    )

    assert named.count(name) == 1


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_decision_has_the_three_parts() -> None:
    wanted = ["## Context", "## Decision", "## Consequences"]
    lacking = [
        page.name
        for page in sorted((DOCS / "adr").glob("0*.md"))
        if [line for line in page.read_text(encoding="utf-8").splitlines() if line in wanted]
        != wanted
    ]

    assert lacking == []


def test_readme_links_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)

    assert [link for link in links if not (ROOT / link).exists()] == []
