"""Accounts that nobody confirmed go again; a name belongs to whoever proves an address."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.models import Sanction, TakenName, User
from blattwerk.accounts.sweep import KEPT_FOR, sweep
from blattwerk.common.clock import periodics
from blattwerk.newsroom.models import Paper
from tests import factories
from tests.accounts.people import PASSWORD, a_reader, browser, code_in_mail, sign_in, sign_up

pytestmark = pytest.mark.django_db

CONFIRM = "account_email_verification_sent"


def who_never_confirmed(email: str = "neu@post.example", name: str = "Neuling") -> User:
    sign_up(browser(), email, name, password=PASSWORD)
    return User.objects.get(email=email)


def test_an_address_that_was_not_confirmed_in_a_week_is_free_again(paper: Paper) -> None:
    user = who_never_confirmed()
    a_reader("andere@post.example", name="Andere")
    joined = user.date_joined

    early = sweep(now=joined + KEPT_FOR)
    late = sweep(now=joined + KEPT_FOR + timedelta(seconds=1))

    assert (early, late) == (0, 1)
    assert [left.email for left in User.objects.all()] == ["andere@post.example"]
    who_never_confirmed()
    assert mail.outbox[-1].to == ["neu@post.example"]


def test_names_that_were_taken_before_they_were_proved_are_swept_too(paper: Paper) -> None:
    user = who_never_confirmed()
    TakenName.objects.create(key="alt", name="Alt", user=user, taken_at=user.date_joined)

    sweep(now=user.date_joined + timedelta(days=8))

    assert TakenName.objects.count() == 0


def confirms(user: User) -> None:
    user.emailaddress_set.update(verified=True)


def is_made_staff(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_staff=True)


def joins_a_desk(user: User) -> None:
    user.groups.add(Group.objects.create(name="Wien"))


def is_given_a_right(user: User) -> None:
    user.user_permissions.add(Permission.objects.all()[0])


def was_sanctioned(user: User) -> None:
    Sanction.objects.create(user=user, kind="ban", reason="x", starts_at=user.date_joined)


def has_sanctioned(user: User) -> None:
    Sanction.objects.create(
        user=a_reader("andere@post.example"), kind="ban", reason="x", by=user,
        starts_at=user.date_joined,
    )  # fmt: skip


def has_signed_in(user: User) -> None:
    User.objects.filter(pk=user.pk).update(last_login=user.date_joined)


def was_shut_out(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.parametrize(
    "deed",
    [confirms, is_made_staff, joins_a_desk, is_given_a_right, was_sanctioned, has_sanctioned,
     has_signed_in, was_shut_out],
)  # fmt: skip
def test_who_has_anything_to_their_name_is_never_swept(
    paper: Paper, deed: Callable[[User], None]
) -> None:
    user = who_never_confirmed()
    deed(user)

    swept = sweep(now=user.date_joined + timedelta(days=400))

    assert swept == 0
    assert User.objects.filter(pk=user.pk).exists()


def test_staff_and_logins_that_were_made_for_somebody_are_never_swept(paper: Paper) -> None:
    factories.a_chief()
    User.objects.create_user("bald@probeblatt.example", "geheim-genug")  # made in the admin

    assert sweep(now=timezone.now() + timedelta(days=400)) == 0


def test_sweeping_is_due_every_day() -> None:
    found = {each.name: each.interval for each in periodics()}

    assert found["accounts.sweep"] == timedelta(days=1)


def test_a_page_that_waits_for_the_code_of_a_swept_account_does_not_break(paper: Paper) -> None:
    client = browser()
    to_code = sign_up(client, "neu@post.example", "Neuling")
    user = User.objects.get(email="neu@post.example")
    sweep(now=user.date_joined + timedelta(days=8))

    sent = client.post(to_code["Location"], {"code": code_in_mail()})

    assert sent["Location"] == reverse("account_signup")
    assert "_auth_user_id" not in client.session


def test_a_taken_name_does_not_tell_whether_signing_up_made_an_account(paper: Paper) -> None:
    a_reader("schon@post.example")
    sign_up(browser(), "schon@post.example", "Erster Versuch")
    sign_up(browser(), "nochnie@post.example", "Zweiter Versuch")

    again = [
        sign_up(browser(), f"drei{number}@post.example", name).status_code
        for number, name in enumerate(["Erster Versuch", "Zweiter Versuch"])
    ]

    assert again == [302, 302]
    assert TakenName.objects.count() == 0


def test_of_two_who_wish_for_a_name_the_first_to_confirm_has_it(paper: Paper) -> None:
    first, second = browser(), browser()
    to_code = sign_up(first, "eins@post.example", "Anna Berg")["Location"]
    code = code_in_mail()
    sign_up(second, "zwei@post.example", "Anna-Berg")
    second.post(reverse(CONFIRM), {"code": code_in_mail()})

    first.post(to_code, {"code": code})
    page = first.get(reverse("account"))

    names = dict(User.objects.values_list("email", "public_name"))
    assert names == {"eins@post.example": None, "zwei@post.example": "Anna-Berg"}
    assert len(page.context["messages"]) == 2  # the address is confirmed, the name is another's
    assert User.objects.filter(wished_name="").count() == 2


def test_a_wish_outlives_the_browser_that_it_was_made_in(paper: Paper) -> None:
    who_never_confirmed(name="Anna Berg")
    later = browser()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        to_code = sign_in(later, "neu@post.example")
        later.post(to_code["Location"], {"code": code_in_mail()})

    assert User.objects.get().public_name == "Anna Berg"
