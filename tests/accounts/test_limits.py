"""Who tries too often waits, at both doors, whichever process answers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from allauth.core.internal import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from axes.models import AccessAttempt
from click.testing import CliRunner
from django.core.cache import caches
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.limits import LOCKED_FOR, counted_address
from blattwerk.accounts.models import Limit
from blattwerk.config.cli import main
from blattwerk.newsroom.models import Paper
from blattwerk.shell.moments import clock
from tests import factories
from tests.accounts.people import PASSWORD, a_reader, browser, sign_in, signed_in

pytestmark = pytest.mark.django_db

EDITORS_DOOR = "/redaktion/login/"
ATTEMPTS = 10
WRONG = "falsch-falsch"
APP_SECRET = "JBSWY3DPEHPK3PXP"


def try_as_editor(client: Client, email: str, password: str = WRONG) -> int:
    return client.post(EDITORS_DOOR, {"username": email, "password": password}).status_code


def test_ten_wrong_passwords_lock_the_account_and_the_page_says_until_when(paper: Paper) -> None:
    user = a_reader()
    with time_machine.travel("2026-11-23 10:00:00+00:00", tick=False):
        answers = [sign_in(browser(), user.email, f"falsch-{n}") for n in range(ATTEMPTS)]
        right = sign_in(browser(), user.email)
        until = clock(timezone.now() + LOCKED_FOR)

    assert [answer.status_code for answer in answers] == [200] * (ATTEMPTS - 1) + [429]
    assert right.status_code == 429
    assert until in right.content.decode()
    assert right["Retry-After"] == str(15 * 60 + 1)


def test_a_locked_account_opens_by_itself_though_somebody_goes_on_trying(paper: Paper) -> None:
    user = a_reader()
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        for _attempt in range(ATTEMPTS):
            sign_in(browser(), user.email, "falsch-falsch")
    with time_machine.travel(start + timedelta(minutes=14), tick=False):
        locked = sign_in(browser(), user.email)
    with time_machine.travel(start + timedelta(minutes=16), tick=False):
        opened = sign_in(browser(), user.email)

    assert locked.status_code == 429
    assert opened["Location"] == reverse("account")


def test_both_doors_count_together(paper: Paper) -> None:
    chief = factories.a_chief()
    for number in range(ATTEMPTS - 1):
        if number % 2:
            sign_in(browser(), chief.email, "falsch-falsch")
        else:
            try_as_editor(browser(), chief.email.upper())

    assert try_as_editor(browser(), chief.email) == 429
    assert sign_in(browser(), chief.email, "geheim-genug").status_code == 429
    assert try_as_editor(browser(), chief.email, "geheim-genug") == 429


def test_one_address_may_not_try_many_accounts(paper: Paper) -> None:
    for number in range(ATTEMPTS):
        last = sign_in(browser(), f"leser{number}@post.example", "falsch-falsch")
    user = a_reader()

    elsewhere = browser().post(
        reverse("account_login"),
        {"login": user.email, "password": PASSWORD},
        REMOTE_ADDR="203.0.113.7",
    )

    assert last.status_code == 429
    assert sign_in(browser(), user.email).status_code == 429
    assert elsewhere["Location"] == reverse("account")


def test_a_locked_account_still_opens_by_code(paper: Paper) -> None:
    user = a_reader()
    for _attempt in range(ATTEMPTS):
        sign_in(browser(), user.email, "falsch-falsch")

    answer = browser().post(reverse("account_request_login_code"), {"email": user.email})

    assert answer["Location"].startswith(reverse("account_confirm_login_code"))


def test_the_operator_unlocks(paper: Paper) -> None:
    user = a_reader()
    for _attempt in range(ATTEMPTS):
        sign_in(browser(), user.email, "falsch-falsch")

    said = CliRunner().invoke(main, ["unlock", user.email])

    assert said.output == f"{user.email}: unlocked.\n"
    assert sign_in(browser(), user.email)["Location"] == reverse("account")


def test_a_right_password_forgives_the_wrong_ones(paper: Paper) -> None:
    user = a_reader()
    sign_in(browser(), user.email, "falsch-falsch")

    sign_in(browser(), user.email)

    assert AccessAttempt.objects.count() == 0


def test_ones_own_password_does_not_forgive_what_was_tried_on_others(paper: Paper) -> None:
    victim, attacker = a_reader(), a_reader("fremd@post.example")
    for _round in range(3):
        for _time in range(3):
            sign_in(browser(), victim.email, WRONG)
        sign_in(browser(), attacker.email)

    last = sign_in(browser(), victim.email, WRONG)

    assert last.status_code == 429


def test_what_was_typed_is_not_kept(paper: Paper) -> None:
    user = a_reader()
    signed_in(user).post(reverse("account_erase"), {"secret": "beinahe-mein-Passwort"})
    sign_in(browser(), user.email, "fast-mein-Passwort")

    kept = "".join(f"{row.post_data}{row.get_data}" for row in AccessAttempt.objects.all())

    assert AccessAttempt.objects.count() > 0
    assert "mein-Passwort" not in kept


@pytest.mark.parametrize("proxies", [0, 1, 2])
def test_forms_answer_whatever_proxies_are_said_to_stand_before_them(
    paper: Paper, settings: Any, proxies: int
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    client = browser(**{"x-forwarded-for": "203.0.113.9"})

    asked = client.post(reverse("account_request_login_code"), {"email": "wer@post.example"})

    assert asked.status_code == 302


def test_codes_are_not_sent_without_end(paper: Paper) -> None:
    user = a_reader()
    answers = [
        browser().post(reverse("account_request_login_code"), {"email": user.email}).status_code
        for _time in range(5)
    ]

    assert answers[:3] == [302, 302, 302]
    assert answers[3:] != [302, 302]


def test_limits_are_kept_where_every_process_sees_them(paper: Paper) -> None:
    browser().post(reverse("account_request_login_code"), {"email": "leserin@post.example"})

    assert ratelimit.cache._alias == "limits"
    assert type(caches["limits"]).__name__ == "DatabaseCache"
    assert Limit.objects.count() > 0


@pytest.mark.parametrize("later", [0, 29, 31, 59], ids="after {} seconds".format)
def test_a_code_of_an_app_opens_once_whichever_process_is_asked(paper: Paper, later: int) -> None:
    user = a_reader()
    app = Authenticator.objects.create(user=user, type="totp", data={"secret": APP_SECRET})
    early = datetime(2026, 11, 23, 10, tzinfo=UTC)  # the beginning of a period
    code = totp.format_hotp_value(totp.hotp_value(APP_SECRET, int(early.timestamp()) // 30))
    with time_machine.travel(early, tick=False):
        first = app.wrap().validate_code(code)
    caches["default"].clear()  # another process has its own

    with time_machine.travel(early + timedelta(seconds=later), tick=False):
        again = app.wrap().validate_code(code)

    assert (first, again) == (True, False)


@pytest.mark.parametrize(
    ("sent", "proxies", "counted"),
    [
        ("", 0, "192.0.2.1"),
        ("203.0.113.9", 0, "192.0.2.1"),  # nobody in front: the reader may claim what they like
        ("203.0.113.9", 1, "203.0.113.9"),
        ("6.6.6.6, 203.0.113.9", 1, "203.0.113.9"),
        ("203.0.113.9", 2, "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::"),
    ],
)
def test_the_address_that_counts(settings: Any, sent: str, proxies: int, counted: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=sent)

    assert counted_address(request) == counted


@pytest.mark.parametrize("claimed", ["", "unsinn", "1.2.3.4:99", "\x00", "9" * 5000])
def test_a_claimed_address_that_is_none_does_no_harm(
    paper: Paper, settings: Any, claimed: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    a_reader()

    answer = sign_in(browser(**{"x-forwarded-for": claimed}), "leserin@post.example", "falsch")

    assert answer.status_code == 200


def test_the_editors_door_refuses_readers_and_sends_second_factors_to_the_other(
    paper: Paper,
) -> None:
    reader, chief = a_reader(), factories.a_chief()
    Authenticator.objects.create(user=chief, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    for email, password in ((reader.email, PASSWORD), (chief.email, "geheim-genug")):
        client = browser()

        answer = client.post(EDITORS_DOOR, {"username": email, "password": password})

        assert answer.status_code == 200
        assert "_auth_user_id" not in client.session
        assert answer.context["form"].non_field_errors()
