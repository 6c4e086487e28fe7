"""A notice, its receipt, the decision, the appeal, a second person, and all is as before."""

import json
import re
import secrets
import subprocess
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.conftest import DESKTOP, PHONE, NewContext, sign_in
from tests.journeys.test_accessibility import faults

PASSWORD = "Langes-Geheimnis-7"
_RULE = b"\n" + b"-" * 79 + b"\n"
_LINK = re.compile(r"https?://[^/\s]+(/diskussion/(?:meldung|entscheidung|beschwerde)/\S+)")
# What other rooms set up is done by a shell of the paper's own: a comment that is public, and two
# people of the team.
STAGE = """
import json
from uuid import uuid4
from django.contrib.auth.models import Permission
from django.utils import timezone
from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.models import User
from blattwerk.discussion.decide import approve
from blattwerk.discussion.models import Reason, RuleSet
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article

now = timezone.now()
days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
plain = {{"week": {{day: ["00:00-24:00"] for day in days}}, "months": "never"}}
article = Article.objects.filter(live=True, published_at__lt=now).order_by("-published_at").first()
RuleSet.objects.update_or_create(
    scope="page", key=article.pk, defaults={{"plain": plain, "changed_at": now}}
)
writer = User.objects.create_user("{word}@post.example", "{password}")
choose_name(user=writer, text="Leserin {word}", now=now)
writer.refresh_from_db()
team = [User.objects.create_user(f"{word}-{{n}}@post.example", "{password}") for n in (1, 2)]
for each in team:
    each.user_permissions.add(*Permission.objects.filter(codename__in=("access_admin", "moderate")))
comment = write_comment(
    page=article, writer=writer, text="Woher weiss man das, {word}?", key=uuid4(), now=now
)
approve(comment_id=comment.pk, by=team[1], now=now)
reason = Reason.objects.create(
    title="Beleidigung {word}", ground="rules", clause="Regeln, 2", text="So nicht."
)
print(json.dumps({{"comment": comment.pk, "reason": reason.pk}}))
"""
REFUSED = """
from django.utils import timezone
from blattwerk.accounts.models import User
from blattwerk.discussion.decide import refuse
from blattwerk.discussion.models import Reason

refuse(
    comment_id={comment},
    by=User.objects.get(email="{word}-1@post.example"),
    now=timezone.now(),
    reason=Reason.objects.get(pk={reason}),
)
"""


def by_hand(house: Household, code: str) -> str:
    """What a person at the server does."""
    words = [sys.executable, "-m", "django", "shell", "--no-imports", "-c", code]
    environment = {**house.environment, "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def newest_link(folder: Path, email: str, *, patience: float = 20) -> str:
    """The forum's address in the newest mail to somebody."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime)
        for part in [part for file in reversed(files) for part in file.read_bytes().split(_RULE)]:
            mail = message_from_bytes(part.lstrip(), policy=policy.default)
            text = mail.get_body(("plain",)).get_content() if mail["to"] == email else ""  # type: ignore[union-attr]
            if found := _LINK.search(text):
                return found[1]
        time.sleep(0.2)
    raise AssertionError(f"No letter went to {email}.")


@pytest.fixture
def stage(paper_house: Household) -> dict[str, str]:
    """A public comment, its writer, and two people of the team."""
    word = "".join(secrets.choice("acdefghkmpruwxyz") for _letter in range(8))
    made = json.loads(by_hand(paper_house, STAGE.format(word=word, password=PASSWORD)))
    return {"word": word, **{key: str(value) for key, value in made.items()}}


def give_notice(page: Page, stage: dict[str, str]) -> str:
    """A stranger gives notice; returns the secret address of its state."""
    page.goto(f"/diskussion/melden/?kommentar={stage['comment']}")
    page.locator("[name=kind]").select_option("law")
    page.locator("[name=why]").fill("Das ist eine Beleidigung.")
    page.locator("[name=good_faith]").check()
    page.locator("[name=name]").fill("Berta Bauer")
    page.locator("[name=mail]").fill(f"berta-{stage['word']}@post.example")
    page.locator("main form [type=submit]").click()
    page.wait_for_url("**/diskussion/meldung/**")
    return page.url


def test_a_notice_a_decision_an_appeal_and_a_second_person(
    visit: NewContext, reader: Page, paper_house: Household, stage: dict[str, str]
) -> None:
    word, mails = stage["word"], paper_house.data / "mail"
    receipt = give_notice(reader, stage)
    assert receipt.endswith(newest_link(mails, f"berta-{word}@post.example"))
    public = f"/diskussion/kommentar/{stage['comment']}/"
    expect_words(reader, public, word, there=True)

    by_hand(paper_house, REFUSED.format(**stage))
    expect_words(reader, public, word, there=False)
    reader.goto(newest_link(mails, f"{word}@post.example"))
    expect(reader.locator("main")).to_contain_text("Regeln, 2")
    reader.locator("main a[href$='/beschwerde/']").click()
    reader.locator("[name=text]").fill("Das war eine Frage.")
    reader.locator("main form [type=submit]").click()
    reader.wait_for_url("**/diskussion/beschwerde/**")

    first, second = (visit(quiet=False).new_page() for _ in range(2))
    sign_in(first, f"{word}-1@post.example", PASSWORD)
    sign_in(second, f"{word}-2@post.example", PASSWORD)
    for desk in (first, second):
        desk.goto("/redaktion/beschwerden/")
        desk.locator("tr", has_text=f"{word}-1@").locator("a").first.click()
    expect(first.locator("[name=reasons]")).to_have_count(0)
    second.locator("[name=reasons]").fill("Eine Frage ist erlaubt.")
    second.locator("button[formaction$='/aufheben/']").click()
    second.wait_for_url("**/redaktion/beschwerden/")

    reader.reload()
    expect(reader.locator("main")).to_contain_text("Eine Frage ist erlaubt.")
    expect_words(reader, public, word, there=True)
    reader.goto(receipt)
    expect(reader.locator("main")).to_contain_text("Eine Frage ist erlaubt.")


def expect_words(page: Page, address: str, word: str, *, there: bool) -> None:
    page.goto(address)
    said = page.locator("main").get_by_text(f"Woher weiss man das, {word}?")
    expect(said).to_have_count(1 if there else 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["390", "1280"])
def test_axe_finds_nothing_on_the_pages_of_the_law(
    visit: NewContext, stage: dict[str, str], scheme: str, viewport: dict[str, int]
) -> None:
    # axe is put in from outside, past the paper's own policy
    page = visit(quiet=False, color_scheme=scheme, viewport=viewport, bypass_csp=True).new_page()
    found = {}
    names = ("regeln", "kontakt", "zahlen", f"melden/?kommentar={stage['comment']}")
    for name in names:
        page.goto(f"/diskussion/{name}")
        page.wait_for_load_state()
        if lines := faults(page):
            found[name] = lines

    assert found == {}
