"""Somebody whom the paper does not know yet, and how they join."""

import re
import secrets
from pathlib import Path

from playwright.sync_api import Page

from tests.household import Household
from tests.journeys.mailbox import found_in_mail

PASSWORD = "Langes-Geheimnis-7"
_CODE = re.compile(r"^([A-Z0-9]{3,5}-?[A-Z0-9]{3,5})$", re.MULTILINE)


def a_word() -> str:
    """One that stands nowhere else."""
    return "".join(secrets.choice("acdefghkmpruwxyz") for _letter in range(8))


def somebody() -> tuple[str, str]:
    """An address and a name that nobody else has."""
    word = a_word()
    return f"{word}@post.example", f"Leserin {word}"


def newest_code(folder: Path, email: str) -> str:
    """The code in the newest mail to that address."""
    return found_in_mail(folder, email, _CODE)


def register(page: Page, house: Household, email: str, name: str, *, onward: str = "") -> None:
    """Sign up by password and confirm by the mailed code."""
    page.goto(f"/konto/registrieren/{f'?next={onward}' if onward else ''}")
    _sign_up(page, house, email, name)


def join_from_the_door(page: Page, house: Household, email: str, name: str) -> None:
    """Register, coming from the page that asks to sign in."""
    page.locator("main a[href^='/konto/registrieren/']").first.click()
    _sign_up(page, house, email, name)


def _sign_up(page: Page, house: Household, email: str, name: str) -> None:
    page.locator("[name=email]").fill(email)
    page.locator("[name=public_name]").fill(name)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=terms]").check()
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/konto/e-mail/code/**")
    page.locator("[name=code]").fill(newest_code(house.data / "mail", email))
    page.locator("main form [type=submit]").first.click()
