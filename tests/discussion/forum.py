"""A forum at noon on a Tuesday: readers, comments, a team, in a sentence each."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.models import User
from blattwerk.discussion.decide import approve
from blattwerk.discussion.models import Case, Comment, Reason, RuleSet
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article

VIENNA = ZoneInfo("Europe/Vienna")
NOW = datetime(2026, 2, 3, 12, 0, tzinfo=VIENNA)  # open, as nothing is set
MINUTE = timedelta(minutes=1)
PASSWORD = "ein-langes-Passwort-7"
AT_ONCE = {"moderation": {"policy": "post"}}
ALL_DAY = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
ALWAYS = {"week": ALL_DAY, "months": "never"}  # open, whatever the clock says
_numbers = count(1)
NAMES = ("Amsel", "Birke", "Distel", "Eiche", "Fichte", "Ginster", "Hasel", "Iltis", "Kiebitz")


def an_article_to_discuss(section: Section, **changes: Any) -> Article:
    """Published at eight this morning."""
    return an_article(section, **{"published_at": NOW - timedelta(hours=4), **changes})


def a_reader(name: str = "", **fields: Any) -> User:
    """A confirmed reader with a public name."""
    number = next(_numbers)
    user = User.objects.create_user(f"leser-{number}@example.org", PASSWORD, **fields)
    text = name or f"{NAMES[number % len(NAMES)]} {_letters(number)}"
    choose_name(user=user, text=text, now=timezone.now() - timedelta(days=60))
    user.refresh_from_db()
    return user


def a_moderator(*, lead: bool = False) -> User:
    """Of the community team; with `lead` its head."""
    number = next(_numbers)
    user = User.objects.create_user(f"team-{number}@example.org", PASSWORD)
    user.first_name, user.last_name = "Vera", f"Team {_letters(number)}"
    user.save()
    rights = ["moderate", "lead"] if lead else ["moderate"]
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"),
        *Permission.objects.filter(content_type__app_label="discussion", codename__in=rights),
    )
    return User.objects.get(pk=user.pk)


def a_reason(**fields: Any) -> Reason:
    """A house rule."""
    number = next(_numbers)
    usual = {
        "title": f"Beleidigung {number}",
        "ground": Reason.Ground.RULES,
        "clause": "Hausregeln, 2",
        "text": "Wer andere herabsetzt, wird nicht veröffentlicht.",
    }
    return Reason.objects.create(**{**usual, **fields})


def sent(page: Page, text: str = "", *, now: datetime = NOW, **fields: Any) -> Comment:
    """A comment as it is sent: where nothing is set, it waits to be read."""
    writer = fields.pop("writer", None) or a_reader()
    said = text or f"Das sehe ich anders, und zwar aus Grund {_letters(next(_numbers))}."
    return write_comment(page=page, writer=writer, text=said, key=uuid4(), now=now, **fields)


def published(page: Page, text: str = "", *, now: datetime = NOW, **fields: Any) -> Comment:
    """A comment that the team has let through."""
    comment = sent(page, text, now=now, **fields)
    approve(comment_id=comment.pk, by=a_moderator(), now=now)
    return fresh(comment)


def fresh(comment: Comment) -> Comment:
    """As it stands in the database now."""
    return Comment.objects.select_related("thread", "writer").get(pk=comment.pk)


def open_cases(comment: Comment) -> list[Case]:
    return list(Case.objects.filter(comment=comment, closed_at=None))


def ruled(plain: dict[str, Any], *, scope: str = "site", key: int = 0) -> RuleSet:
    """Rules as a desk sets them."""
    row, _made = RuleSet.objects.update_or_create(
        scope=scope, key=key, defaults={"plain": plain, "changed_at": NOW}
    )
    return row


def browser(user: User | None = None, **headers: str) -> Client:
    """At the paper's own host, signed in as the user."""
    client = Client(headers={"host": "localhost", **headers})
    if user:
        client.force_login(user)
    return client


def _letters(number: int) -> str:
    """Names take no digits that look like letters: 1 is a, 27 is aa."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found
