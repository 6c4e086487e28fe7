"""A newcomer signs up, is somebody, goes, and comes back; with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.conftest import NewContext, in_both_looks
from tests.journeys.newcomer import PASSWORD, newest_code, register, somebody
from tests.journeys.test_accessibility import faults


def test_a_newcomer_signs_up_leaves_and_comes_back_by_code(
    reader: Page, paper_house: Household
) -> None:
    email, name = somebody()
    register(reader, paper_house, email, name, onward="/politik/")
    expect(reader).to_have_url(re.compile(r"/politik/$"))

    reader.locator(".masthead__account").click()
    expect(reader.locator("main")).to_contain_text(name)
    reader.locator("form[action='/konto/abmelden/'] button").click()
    reader.goto("/konto/")
    expect(reader).to_have_url(re.compile(r"/konto/anmelden/"))
    reader.locator("a[href^='/konto/anmelden/code/']").click()
    reader.locator("[name=email]").fill(email)
    reader.locator("main form [type=submit]").first.click()
    reader.locator("[name=code]").fill(newest_code(paper_house.data / "mail", email))
    reader.locator("main form [type=submit]").first.click()

    expect(reader).to_have_url(re.compile(r"/konto/$"))
    expect(reader.locator("main")).to_contain_text(email)


def test_a_refused_name_is_explained_beside_its_field(reader: Page) -> None:
    email, _name = somebody()
    reader.goto("/konto/registrieren/")
    reader.locator("[name=email]").fill(email)
    reader.locator("[name=public_name]").fill("Die Redaktion")
    reader.locator("[name=terms]").check()

    reader.locator("main form [type=submit]").first.click()

    expect(reader.locator("#id_public_name_error")).to_be_visible()
    expect(reader.locator("[name=email]")).to_have_value(email)


def test_a_passkey_is_made_and_opens_the_account(visit: NewContext, paper_house: Household) -> None:
    # passkeys belong to a name, not to a number such as 127.0.0.1
    house = paper_house.address.replace("127.0.0.1", "localhost")
    context = visit(quiet=False, base_url=house)
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    email, name = somebody()
    register(page, paper_house, email, name)

    page.goto("/konto/passkeys/neu/")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form [type=submit]").first.click()
    page.locator("passkey-door button").click()
    expect(page).to_have_url(re.compile(r"/konto/notfallcodes/$"))
    page.goto("/konto/")
    page.locator("form[action='/konto/abmelden/'] button").click()
    page.goto("/konto/anmelden/?next=/kultur/")
    page.locator("passkey-door button").click()

    expect(page).to_have_url(re.compile(r"//[^/]+/kultur/$"))
    assert heard == []


def test_a_device_without_a_passkey_says_so(visit: NewContext, paper_house: Household) -> None:
    page = visit().new_page()  # by its number, where browsers refuse passkeys
    page.goto("/konto/anmelden/")

    page.locator("passkey-door button").click()

    expect(page.locator("[data-passkey-trouble]")).to_be_visible()


def test_a_reader_at_the_editors_door_is_sent_nowhere(
    visit: NewContext, paper_house: Household
) -> None:
    page = visit(quiet=False).new_page()
    register(page, paper_house, *somebody())

    answer = page.goto("/redaktion/")

    assert answer
    assert answer.status == 200
    expect(page).to_have_url(re.compile(r"/redaktion/login/"))


def test_the_operator_finds_the_mail_in_the_admin(
    visit: NewContext, editor: Page, paper_house: Household
) -> None:
    email, name = somebody()
    register(visit(quiet=False).new_page(), paper_house, email, name)

    editor.goto("/redaktion/mails/")
    editor.locator("tr", has_text=email).first.locator("a").click()

    expect(editor.locator(".bw-mail")).to_be_visible()
    expect(editor.frame_locator("iframe").locator("body")).to_contain_text("Tagblatt")


OUTSIDE = (
    *("/konto/anmelden/", "/konto/registrieren/", "/konto/registrieren/passkey/"),
    *("/konto/anmelden/code/", "/konto/passwort/vergessen/", "/konto/bedingungen/"),
)
INSIDE = (
    *("/konto/", "/konto/name/", "/konto/e-mail/", "/konto/passwort/", "/konto/sitzungen/"),
    *("/konto/zweiter-faktor/", "/konto/passkeys/", "/konto/pruefen/", "/konto/loeschen/"),
)


@pytest.mark.any_database
@in_both_looks
def test_axe_finds_nothing_on_account_pages(
    visit: NewContext, paper_house: Household, scheme: str, viewport: dict[str, int]
) -> None:
    # axe is put in from outside, past the paper's own policy
    context = visit(quiet=False, color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page = context.new_page()
    found = {}

    def look(address: str) -> None:
        page.goto(address)
        if lines := faults(page):
            found[address] = lines

    for address in OUTSIDE:
        look(address)
    register(page, paper_house, *somebody())
    for address in INSIDE:
        look(address)

    assert found == {}


@pytest.mark.parametrize("width", [320, 390, 640])
def test_no_account_page_scrolls_sideways(
    visit: NewContext, paper_house: Household, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 700}).new_page()
    wide = []
    for address in OUTSIDE:
        page.goto(address)
        wide.append(page.evaluate("document.documentElement.scrollWidth"))
    register(page, paper_house, *somebody())
    for address in INSIDE:
        page.goto(address)
        wide.append(page.evaluate("document.documentElement.scrollWidth"))

    assert max(wide) <= width
