"""`blattwerk moderation` learns from the team's own decisions, and the paper sorts by them."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.config.cli import main
from blattwerk.discussion.help.in_use import in_use
from blattwerk.discussion.help.model import shipped
from blattwerk.discussion.help.train import Verdict, trained
from blattwerk.discussion.help.weights import opened, written
from blattwerk.discussion.models import Comment, Deed, Entry, Thread
from tests.discussion.help.examples import BEGAN, comments, sorted_by

pytestmark = pytest.mark.django_db
State = Comment.State
ABOUT = ("--day", "2026-03-31", "--source", "ours")
NEEDED = (
    "They are too few to learn from. Training needs at least 500 verdicts, 100 of them rejections "
    "and 100 approvals.\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["moderation", *map(str, arguments)])


def decide(given: Sequence[Verdict]) -> None:
    """A team has decided so."""
    team = User.objects.create_user("team@example.org", "ein-langes-Passwort-7")
    thread = Thread.objects.create(number=1, title="Der neue Hafen")
    decided = Comment.objects.bulk_create(_comment(each, thread) for each in given)
    Entry.objects.bulk_create(
        Entry(
            deed=Deed.REJECT if each.rejected else Deed.APPROVE,
            by=team,
            at=each.at or BEGAN,
            comment=comment,
            details={"by": team.pk},
        )
        for each, comment in zip(given, decided, strict=True)
    )


def _comment(each: Verdict, thread: Thread) -> Comment:
    return Comment(
        thread=thread,
        text=each.text,
        state=State.REJECTED if each.rejected else State.PUBLIC,
        policy="pre",
        sent_at=BEGAN,
        public_at=None if each.rejected else BEGAN,
        key=uuid4(),
    )


@pytest.fixture
def place(tmp_path: Path, settings: Any) -> Path:
    """Where the paper's own weights would lie."""
    settings.OWN_WEIGHTS = tmp_path / "moderation" / "own.bin"
    return settings.OWN_WEIGHTS


def test_decisions_become_the_weights_the_paper_sorts_by(place: Path, tmp_path: Path) -> None:
    decide(comments(600, dated=True))
    lines, by_file = tmp_path / "verdicts.jsonl", tmp_path / "by-file.bin"

    result = run("train", "--own", *ABOUT)
    counted = run("verdicts", lines)
    learned = run("train", lines, "--output", by_file, *ABOUT)

    assert result.exit_code == 0, result.output
    told = result.output.splitlines()
    assert told[0].startswith("600 verdicts; measured on ")
    assert told[0].endswith(" kept back, the newest")
    assert [row.split()[0] for row in told[1:-1]] == ["macro-F1", "before", "after"]
    assert told[-1] == f"The paper sorts by them from now on: {place}"
    assert (counted.exit_code, counted.output) == (0, "600 verdicts, 200 of them rejections.\n")
    assert learned.output.splitlines() == told[:-1]
    assert by_file.read_bytes() == place.read_bytes()
    with sorted_by(place):
        assert in_use().about.made == "2026-03-31"
        assert in_use().score("so ein grantscherm") > 0.5 > shipped().score("so ein grantscherm")


def test_verdicts_are_written_for_their_owner_alone_and_too_few_are_told(tmp_path: Path) -> None:
    given = comments(3, dated=True)
    decide(given)
    target = tmp_path / "verdicts.jsonl"

    result = run("verdicts", target)

    assert (result.exit_code, result.output) == (
        0,
        "3 verdicts, 1 of them rejections.\n" + NEEDED,
    )
    assert [json.loads(each) for each in target.read_text().splitlines()] == [
        {"text": each.text, "rejected": each.rejected, "at": "2026-01-01"} for each in given
    ]
    assert target.stat().st_mode & 0o777 == 0o600


def test_on_standard_output_stand_verdicts_alone() -> None:
    decide(comments(1))

    result = run("verdicts", "-")

    assert [json.loads(each)["rejected"] for each in result.stdout.splitlines()] == [True]
    assert result.stderr == "1 verdicts, 1 of them rejections.\n" + NEEDED


def test_worse_weights_are_put_in_place_by_force_alone(place: Path) -> None:
    dated = comments(600, dated=True)
    turned = [replace(each, rejected=not each.rejected) for each in dated[:480]]
    decide([*turned, *dated[480:]])

    refused = run("train", "--own")
    standing = place.exists()
    forced = run("train", "--own", "--force")

    assert (refused.exit_code, standing) == (1, False)
    assert refused.output.startswith("Error: The new weights would be worse on the verdicts kept")
    assert refused.output.endswith(" --force writes them even so.\n")
    assert forced.exit_code == 0, forced.output
    assert opened(place).about.examples == shipped().about.examples + 600


def test_too_few_decisions_are_told_and_nothing_is_put_in_place(place: Path) -> None:
    decide(comments(30, dated=True))

    result = run("train", "--own", "--force")

    assert result.output == (
        "Error: There are 30 verdicts, 10 of them rejections. Training needs at least 500 "
        "verdicts, 100 of them rejections and 100 approvals.\n"
    )
    assert not place.parent.exists()


def test_the_newest_are_learned_from_where_there_are_more_than_wanted(tmp_path: Path) -> None:
    dated = comments(600, dated=True)
    old, new = dated[:95], dated[95:]  # hour by hour: four days of Vienna, and the rest
    decide([*new, *(replace(each, rejected=not each.rejected) for each in old)])
    target = tmp_path / "own.bin"

    result = run("train", "--own", "--most", len(new), "--output", target, *ABOUT)

    assert result.exit_code == 0, result.output
    by_day = [replace(each, at=_day(each)) for each in new]
    expected = trained(by_day, shipped(), (ABOUT[1], ABOUT[3], ""))
    assert target.read_bytes() == written(expected.weights)


def _day(each: Verdict) -> datetime:
    assert each.at is not None
    return datetime.combine(timezone.localdate(each.at), time.min, UTC)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Name a file of verdicts, or take the paper's own with --own."),
        (("a.jsonl", "--own"), "Name a file of verdicts, or take the paper's own with --own."),
        (("a.jsonl",), "Name the new weights' file with --output."),
    ],
)
def test_a_command_that_says_too_little_or_too_much_is_refused(
    arguments: tuple[str, ...], sentence: str
) -> None:
    result = run("train", *arguments)

    assert (result.exit_code, result.output.splitlines()[-1]) == (2, f"Error: {sentence}")


def test_weights_that_cannot_be_put_in_place_are_told(place: Path) -> None:
    decide(comments(600, dated=True))
    place.parent.write_text("no folder")

    result = run("train", "--own")

    assert result.output == f"Error: {place} cannot be written: File exists.\n"
