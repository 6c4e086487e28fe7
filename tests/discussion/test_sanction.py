"""What keeps readers from writing: how long, and who lifts it."""

from datetime import timedelta

import pytest

from blattwerk.accounts.models import Sanction
from blattwerk.accounts.sanctions import may_write
from blattwerk.discussion.errors import EndsInThePast, EndsTooLate, OnlyForTheLead
from blattwerk.discussion.sanction import LONGEST_PAUSE, ban, lift, pause
from tests.discussion.forum import MINUTE, NOW, a_moderator, a_reader, a_reason

pytestmark = pytest.mark.django_db


def test_a_pause_lasts_two_years_at_most() -> None:
    reader, signed = a_reader(), {"by": a_moderator(), "now": NOW, "reason": a_reason()}

    with pytest.raises(EndsTooLate):
        pause(reader=reader, until=NOW + LONGEST_PAUSE + MINUTE, **signed)
    with pytest.raises(EndsInThePast):
        pause(reader=reader, until=NOW, **signed)
    none = Sanction.objects.count()
    pause(reader=reader, until=NOW + LONGEST_PAUSE, **signed)

    assert (none, timedelta(days=730)) == (0, LONGEST_PAUSE)
    assert Sanction.objects.get().ends_at == NOW + LONGEST_PAUSE


def test_a_ban_is_lifted_by_the_lead_alone() -> None:
    reader, lead, later = a_reader(), a_moderator(lead=True), NOW + MINUTE
    ban(reader=reader, by=lead, now=NOW, reason=a_reason())

    with pytest.raises(OnlyForTheLead):
        lift(reader=reader, by=a_moderator(), now=later)
    kept = not may_write(reader, later)
    lift(reader=reader, by=lead, now=later)

    assert (kept, may_write(reader, later)) == (True, True)


def test_a_pause_below_a_ban_lets_nobody_else_lift_both() -> None:
    reader, team, later = a_reader(), a_moderator(), NOW + MINUTE
    until = NOW + timedelta(days=9)
    pause(reader=reader, by=team, now=NOW, until=until, reason=a_reason())
    ban(reader=reader, by=a_moderator(lead=True), now=NOW, reason=a_reason())

    with pytest.raises(OnlyForTheLead):
        lift(reader=reader, by=team, now=later)

    assert Sanction.objects.filter(lifted_at=None).count() == 2
