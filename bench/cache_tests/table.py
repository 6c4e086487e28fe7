"""What the client said, counted as the suite's own display counts it."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

# Prints all tests, with those for surrogates, as the client has them.
LIST = """
import tests from './tests/index.mjs'
import surrogate from './tests/surrogate-control.mjs'
console.log(JSON.stringify([...tests, surrogate]))
"""


class Outcome(StrEnum):
    """How a test ended."""

    PASSED = "passed"
    FAILED = "required, failed"
    NOT_DONE = "optional, not done"
    YES = "question: yes"
    NO = "question: no"
    DEPENDS = "not judged: rests on another"
    SETUP = "not judged: not set up"


GOOD = (Outcome.PASSED, Outcome.YES)


@dataclass(frozen=True)
class Test:
    """One test and its end."""

    name: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True)
class Group:
    """The tests of one group."""

    name: str
    tests: tuple[Test, ...]


def groups(suite: Path, said: str) -> list[Group]:
    """All groups with the outcomes of their tests."""
    listed = subprocess.run(
        ["node", "--input-type=module", "--no-warnings", "-e", LIST],
        cwd=suite, check=True, capture_output=True, text=True,
    )  # fmt: skip
    asked = json.loads(listed.stdout)
    results: dict[str, Any] = json.loads(said[said.index("{") :])
    judge = Judge({test["id"]: test for group in asked for test in group["tests"]}, results)
    return [
        Group(group["name"], tuple(map(judge.test, _for_no_browser(group["tests"]))))
        for group in asked
    ]


class Judge:
    """Reads results: true, or the kind of error with its message."""

    def __init__(self, asked: Mapping[str, Any], results: Mapping[str, Any]) -> None:
        self.asked = asked
        self.results = results

    def test(self, asked: Mapping[str, Any]) -> Test:
        result = self.results[asked["id"]]
        reason = "" if result is True else str(result[1])
        return Test(asked["id"], self.outcome(asked["id"]), reason)

    def outcome(self, name: str) -> Outcome:
        asked, result = self.asked[name], self.results[name]
        if any(self.outcome(other) not in GOOD for other in asked.get("depends_on", ())):
            return Outcome.DEPENDS
        if result is not True and result[0] == "Setup":
            return Outcome.SETUP
        kind = asked.get("kind", "required")
        if kind == "check":
            return Outcome.YES if result is True else Outcome.NO
        if result is True:
            return Outcome.PASSED
        return Outcome.FAILED if kind == "required" else Outcome.NOT_DONE


def print_table(found: Iterable[Group]) -> None:
    """One row for each group, and their sum."""
    print("| group | tests |", " | ".join(Outcome), "|")
    print("| --- |" + " --- |" * (1 + len(Outcome)))
    total: Counter[Outcome] = Counter()
    for group in found:
        counted = Counter(test.outcome for test in group.tests)
        total += counted
        _print_row(group.name, counted)
    _print_row("**all**", total)


def print_failures(found: Iterable[Group], *, everything: bool = False) -> None:
    """The required tests that failed, and why; or all that were not passed."""
    wanted = set(Outcome) - {*GOOD} if everything else {Outcome.FAILED}
    print("\nRequired tests that failed:" if not everything else "\nNot passed:")
    for group in found:
        for test in group.tests:
            if test.outcome in wanted:
                print(f"- {group.name}: `{test.name}` ({test.outcome}): {test.reason}")


def _for_no_browser(tests: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [test for test in tests if not test.get("browser_only")]


def _print_row(name: str, counted: Mapping[Outcome, int]) -> None:
    cells = [str(counted.get(outcome, 0)) for outcome in Outcome]
    print("|", " | ".join([name, str(sum(counted.values())), *cells]), "|")
