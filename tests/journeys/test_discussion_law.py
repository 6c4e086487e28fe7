"""A notice, its receipt, the decision, the appeal, a second person, and all is as before."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.household import Household
from tests.journeys.by_hand import by_hand
from tests.journeys.conftest import NewContext, sign_in
from tests.journeys.mailbox import found_in_mail
from tests.journeys.newcomer import PASSWORD, a_word
from tests.journeys.open_forum import Forum

_LINK = re.compile(r"https?://[^/\s]+(/diskussion/(?:meldung|entscheidung|beschwerde)/\S+)")
# What other rooms set up is done by a shell of the paper's own: for each word two people of the
# team and a comment that is public, and a reason for all.
STAGES = """
from uuid import uuid4
from django.contrib.auth.models import Permission
from django.utils import timezone
from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.models import User
from blattwerk.discussion.decide import approve
from blattwerk.discussion.models import Reason
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article

now = timezone.now()
rights = Permission.objects.filter(codename__in=("access_admin", "moderate"))
Reason.objects.create(title="{reason}", ground="rules", clause="Regeln, 2", text="So nicht.")
for word in {words}:
    writer = User.objects.create_user(f"{{word}}@post.example")
    choose_name(user=writer, text=f"Leserin {{word}}", now=now)
    writer.refresh_from_db()
    team = [User.objects.create_user(f"{{word}}-{{n}}@post.example", "{password}") for n in (1, 2)]
    for each in team:
        each.user_permissions.add(*rights)
    comment = write_comment(
        page=Article.objects.get(pk={number}),
        writer=writer,
        text=f"Woher weiss man das, {{word}}?",
        key=uuid4(),
        now=now,
    )
    approve(comment_id=comment.pk, by=team[1], now=now)
    print(word, comment.pk)
"""
REASON = "Beleidigung, sagt das Gesetz"


@dataclass(frozen=True)
class Stage:
    """A public comment; the word is in it, and in the names of its writer and the team."""

    word: str
    comment: int

    @property
    def permalink(self) -> str:
        return f"/diskussion/kommentar/{self.comment}/"


@pytest.fixture(scope="module")
def stages(paper_house: Household, forum: Forum) -> list[Stage]:
    """One for each reader; the discussion is open at any hour."""
    told = by_hand(
        paper_house,
        STAGES.format(
            words=[a_word(), a_word()], password=PASSWORD, number=forum.number, reason=REASON
        ),
    )
    return [
        Stage(word, int(comment)) for word, comment in map(str.split, told.strip().splitlines())
    ]


@pytest.fixture
def stage(stages: list[Stage], javascript: bool) -> Stage:
    return stages[javascript]


def give_notice(page: Page, stage: Stage) -> str:
    """A stranger gives notice; returns the secret address of its state."""
    page.goto(f"/diskussion/melden/?kommentar={stage.comment}")
    page.locator("[name=kind]").select_option("law")
    page.locator("[name=why]").fill("Das ist eine Beleidigung.")
    page.locator("[name=good_faith]").check()
    page.locator("[name=name]").fill("Berta Bauer")
    page.locator("[name=mail]").fill(f"berta-{stage.word}@post.example")
    page.locator("main form [type=submit]").click()
    page.wait_for_url("**/diskussion/meldung/**")
    return page.url


def remove(desk: Page, stage: Stage) -> None:
    """One of the team takes the comment away."""
    desk.goto(f"/redaktion/kommentare/kommentar/{stage.comment}/")
    removal = desk.locator("details:has(form[action*=ablehnung])")
    removal.locator("summary").click()
    removal.locator("label", has_text=REASON).click()
    removal.locator("button[type=submit]").click()
    expect(desk.locator(".bw-forum-done")).to_contain_text(REASON)


def expect_words(page: Page, stage: Stage, *, there: bool) -> None:
    page.goto(stage.permalink)
    said = page.locator("main").get_by_text(f"Woher weiss man das, {stage.word}?")
    expect(said).to_have_count(1 if there else 0)


def test_a_notice_a_decision_an_appeal_and_a_second_person(
    visit: NewContext, reader: Page, paper_house: Household, stage: Stage
) -> None:
    word, mails = stage.word, paper_house.data / "mail"
    first, second = (visit(quiet=False).new_page() for _ in range(2))
    sign_in(first, f"{word}-1@post.example", PASSWORD)
    sign_in(second, f"{word}-2@post.example", PASSWORD)
    receipt = give_notice(reader, stage)
    assert receipt.endswith(found_in_mail(mails, f"berta-{word}@post.example", _LINK))
    expect_words(reader, stage, there=True)

    remove(first, stage)
    expect_words(reader, stage, there=False)
    reader.goto(found_in_mail(mails, f"{word}@post.example", _LINK))
    expect(reader.locator("main")).to_contain_text("Regeln, 2")
    reader.locator("main a[href$='/beschwerde/']").click()
    reader.locator("[name=text]").fill("Das war eine Frage.")
    reader.locator("main form [type=submit]").click()
    reader.wait_for_url("**/diskussion/beschwerde/**")

    for desk in (first, second):
        desk.goto("/redaktion/beschwerden/")
        desk.locator("tr", has_text=f"{word}-1@").locator("a").first.click()
    expect(first.locator("[name=reasons]")).to_have_count(0)
    second.locator("[name=reasons]").fill("Eine Frage ist erlaubt.")
    second.locator("button[formaction$='/aufheben/']").click()
    second.wait_for_url("**/redaktion/beschwerden/")

    reader.reload()
    expect(reader.locator("main")).to_contain_text("Eine Frage ist erlaubt.")
    expect_words(reader, stage, there=True)
    reader.goto(receipt)
    expect(reader.locator("main")).to_contain_text("Eine Frage ist erlaubt.")
