"""The sample paper's forum: its readers and team, the rules of its discussions, a filled queue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import F
from django.utils.text import slugify

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.invite import renew_password
from blattwerk.accounts.models import User
from blattwerk.discussion.models import Letter, Note, Phrase, Reason, RuleSet
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.set_rules import set_rules
from blattwerk.discussion.team import LEAD, TEAM
from blattwerk.discussion.trust import trust
from blattwerk.newsroom.models import Article, Section
from blattwerk.sample.fates import Cast
from blattwerk.sample.fill import fill
from blattwerk.sample.remarks import Remark, remarks
from blattwerk.topics.models import Topic

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
PLEASANT = ("Irmgard Lechner", "Bergfex", "Oma Hilde")  # the team trusts them
WORDS = ("Vollpfosten", "*trottel", "Falott")


@dataclass(frozen=True)
class Login:
    """Somebody of the team, as the first start names them."""

    role: str
    email: str
    first_name: str
    last_name: str
    group: str


MODERATOR = Login("A moderator", "community@blattwerk.example", "Vera", "Innerhofer", TEAM)
HEAD = Login("Their lead", "community-leitung@blattwerk.example", "Jonas", "Krall", LEAD)


def open_forum(written: Mapping[str, Article], now: datetime) -> None:
    """Readers have discussed for as long as the paper has been there; the queue is full."""
    threads = [(written[slug], said) for slug, said in remarks().items() if slug in written]
    moderator, lead = _hired(MODERATOR, now), _hired(HEAD, now)
    _rule(written, lead, now)
    readers = _readers(threads, now)
    for name in PLEASANT:
        trust(reader=readers[name], by=lead, now=now - 30 * DAY)
    _list_words(lead, now)
    cast = Cast(readers, moderator, lead, _reasons())
    fill(threads, at_once=[written[slug].pk for slug in AT_ONCE], cast=cast, now=now)
    _leave_a_note(lead, now)
    # What was decided in the sample's past was told in its past.
    Letter.objects.filter(sent_at=None).update(sent_at=F("made_at"))


def team_logins() -> list[tuple[str, str, str]]:
    """Role, address and a password made at random, for each of the team."""
    return [
        (login.role, login.email, renew_password(email=login.email)) for login in (MODERATOR, HEAD)
    ]


def _hired(login: Login, now: datetime) -> User:
    user = User.objects.create_user(
        login.email,
        first_name=login.first_name,
        last_name=login.last_name,
        date_joined=now - 400 * DAY,
    )
    user.groups.add(Group.objects.get(name=login.group))
    return user


def _readers(threads: list[tuple[Article, list[Remark]]], now: datetime) -> dict[str, User]:
    """All who wrote something; nobody can sign in as one of them."""
    names = sorted({remark.by for _article, said in threads for remark in said})
    return {name: _reader(name, now) for name in names}


def _reader(name: str, now: datetime) -> User:
    address = f"{slugify(name)}@leserschaft.example"
    reader = User.objects.create_user(address, date_joined=now - 900 * DAY)
    choose_name(user=reader, text=name, now=now - 900 * DAY)
    reader.refresh_from_db()
    return reader


def _list_words(lead: User, now: datetime) -> None:
    for text in WORDS:
        Phrase.objects.get_or_create(
            text=text, defaults={"changed_at": now - 60 * DAY, "changed_by": lead}
        )


def _reasons() -> dict[str, Reason]:
    """By what became of the remark; the house has them from its founding."""
    insult = Reason.objects.get(title="Beleidigung")
    private = Reason.objects.get(title="Persönliche Daten")
    return {"removed": insult, "cut": insult, "appealed": insult, "confirmed": private}


def _leave_a_note(lead: User, now: datetime) -> None:
    Note.objects.create(
        text="Übergabe: Bei der Irnabrücke bitte auf Namen achten, dort wird gemutmaßt. Die "
        "Hirtin bleibt zu, der Radfahrer ist ein Privatmann.",
        by=lead,
        at=now - 3 * HOUR,
    )


def _rule(written: Mapping[str, Article], lead: User, now: datetime) -> None:
    """As a lead would have set it: the paper's as delivered, others for a section, a topic, an
    article."""
    began = now - 60 * DAY
    for section in Section.objects.filter(slug__in=OF_SECTIONS).order_by("slug"):
        _set(RuleSet.Scope.SECTION, section.pk, OF_SECTIONS[section.slug], lead, began)
    wolves = Topic.objects.filter(name="Wölfe").first()
    if wolves is not None:
        _set(RuleSet.Scope.TOPIC, wolves.pk, {"moderation": {"policy": "pre"}}, lead, began)
    for slug, plain in _of_articles(now).items():
        article = written[slug]
        set_at = max(article.published_at or now, now - 20 * HOUR)
        _set(RuleSet.Scope.PAGE, article.pk, plain, lead, set_at)


def _set(scope: str, key: int, plain: dict[str, Any], lead: User, at: datetime) -> None:
    set_rules(scope=scope, key=key, layer=from_plain(plain), by=lead, now=at)


def _daily(*windows: str) -> dict[str, list[str]]:
    return {day: [*windows] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


OF_SECTIONS: dict[str, dict[str, Any]] = {
    "chronik": {"months": 6},
    "kultur": {"moderation": {"policy": "trusted"}},
    "sport": {"moderation": {"policy": "first-3"}},
}
ROUND_THE_CLOCK: dict[str, Any] = {"week": _daily("00:00-24:00")}
AT_ONCE = ("irnabruecke-leck-in-der-fernwaerme", "ennach-tauerau-rueckkehr-anger")


def _of_articles(now: datetime) -> dict[str, dict[str, Any]]:
    """One of each state; they show at every hour, but for half of one in the small hours."""
    at_once = {"moderation": {"policy": "post"}}
    closed = {
        "since": (now - 20 * HOUR).isoformat(),
        "reason": "Es ging nur noch um eine einzelne Person. Über die Hunde ist alles gesagt.",
    }
    return {
        "irnabruecke-leck-in-der-fernwaerme": {**ROUND_THE_CLOCK, **at_once},
        "windpark-neuer-plan-fuenf-raeder": ROUND_THE_CLOCK,
        "kaeserei-genossenschaft-legt-erste-zahlen-vor": {"week": _daily("03:00-03:30")},
        "ennach-tauerau-rueckkehr-anger": {"week": _daily(), "outside": "slow", **at_once},
        "geburtenstation-das-erste-kind": {
            **ROUND_THE_CLOCK,
            "queue": {"limit": 10, "then": "closed"},
        },
        "wolf-hueterin-herdenschutzhunde": {"closed": closed},
        "brand-kfz-werkstatt-auhof": {"on": False},
    }
