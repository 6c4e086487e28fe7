"""Who may open what: every address of the forum, asked by everybody, in one table."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.sanctions import sanction_reader
from blattwerk.accounts.terms import agree_to_terms
from blattwerk.discussion.admin.urgent import token_of
from blattwerk.discussion.decide import refuse
from blattwerk.discussion.law.complaints import complain_about_statement
from blattwerk.discussion.law.danger import note_danger
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.models import Case, Entry, Phrase, Reason, Statement
from blattwerk.discussion.writing.unsubscribe import Subscription
from blattwerk.newsroom.desks import chiefs_name
from blattwerk.newsroom.models import Section
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    an_article_to_discuss,
    browser,
    ruled,
    sent,
)
from tests.factories import a_chief, an_editor
from tests.printed_paper import plate

pytestmark = pytest.mark.django_db

PERSONS = (
    *("nobody", "reader", "writer", "banned"),
    *("other desk", "desk", "team", "lead", "chief", "admin"),
)
# o let in, s sent to sign in, x forbidden, n not found, - no such method
ALL = "oooo oooooo"
NEVER = "---- ------"
READERS = "sooo oooooo"
ITS_WRITER = "sxox xxxxxx"
OTHERS = "soxo oooooo"  # than its writer
NOT_BANNED = "soox oooooo"
TEAM = "ssss xxoooo"
LEAD = "ssss xxxooo"
ITS_DESK = "ssss xoxooo"

# By name of the address: what it takes, who may look, who may do.
PUBLIC = {
    "thread": ("page", ALL, NEVER),
    "thread_frame": ("page", ALL, NEVER),
    "thread_newer": ("page", ALL, NEVER),
    "comment": ("comment", ALL, NEVER),
    "forum_rules": ("", ALL, NEVER),
    "forum_contact": ("", ALL, NEVER),
    "forum_numbers": ("", ALL, NEVER),
    "forum_numbers_csv": ("year", ALL, NEVER),
    "forum_numbers_json": ("year", ALL, NEVER),
}
WITH_A_KEY = {  # the address is the permission
    "unsubscribe": ("unsubscribe", ALL, ALL),
    "notice": ("", ALL, ALL),
    "notice_state": ("notice", ALL, ALL),
    "statement": ("statement", ALL, NEVER),
    "complain": ("statement", ALL, ALL),
    "complaint_state": ("complaint", ALL, NEVER),
    "moderation_link": ("moderation", ALL, ALL),
}
OF_READERS = {
    "thread_form": ("page", ALL, NEVER),
    "thread_own": ("page", ALL, NEVER),
    "comment_write": ("page", NEVER, NOT_BANNED),
    "thread_follow": ("page", READERS, READERS),
    "comment_edit": ("comment", ITS_WRITER, ITS_WRITER),
    "comment_delete": ("comment", ITS_WRITER, ITS_WRITER),
    "comment_recommend": ("comment", OTHERS, OTHERS),
    "writer_mute": ("comment", OTHERS, OTHERS),
    "own_comments": ("", READERS, "s--- ------"),
    "own_replies": ("", READERS, "s--- ------"),
    "own_decisions": ("", READERS, "s--- ------"),
    "own_notifications": ("", READERS, READERS),
    "own_unfollow": ("page", NEVER, READERS),
    "own_unmute": ("reader", NEVER, READERS),
}


def pages(right: str, **taking: str) -> dict[str, tuple[str, str, str]]:
    """Pages to be looked at, by name; each value names what the address takes."""
    return {name: (took, right, no_method(right)) for name, took in taking.items()}


def deeds(right: str, **taking: str) -> dict[str, tuple[str, str, str]]:
    """Deeds, which have no page of their own."""
    return {name: (took, no_method(right), right) for name, took in taking.items()}


def forms(right: str, **taking: str) -> dict[str, tuple[str, str, str]]:
    """Pages that do something too."""
    return {name: (took, right, right) for name, took in taking.items()}


def no_method(right: str) -> str:
    """Whoever may come is told that there is nothing of the kind."""
    return right.replace("o", "-")


DESK = {
    **pages(TEAM, index="", comment="comment", batch="", reader="reader", export_words=""),
    **pages(TEAM, readers="", reasons="", log="", figures=""),
    **deeds(TEAM, next="", hand_over="", renew="comment", skip="comment", approve="comment"),
    **deeds(TEAM, refuse="comment", cut="comment", hold="comment", pick="comment"),
    **deeds(TEAM, acknowledge="comment"),
    **deeds(TEAM, unpick="comment", jot="comment", undo="entry", close="page", reopen="page"),
    **deeds(TEAM, approve_all="", refuse_all="", undo_batch="", warn="reader", pause="reader"),
    **deeds(TEAM, lift="reader", trust="reader", distrust="reader", jot_reader="reader"),
    **deeds(TEAM, check_seals=""),
    **deeds(LEAD, turn_help="", ban="reader", unlist="phrase"),
    **forms(TEAM, words=""),
    **forms(LEAD, new_word="", import_words="", word="phrase", new_reason="", reason="reason"),
}
OF_A_PAGE = ("close", "reopen", "off", "on", "keep_open", "let_age")
EDITORS_SEE_NONE = "ssss ------"
RULING = {
    **pages(LEAD, index="", wordings=""),
    **deeds(LEAD, preview="rules"),
    **forms(LEAD, lengths="", wording="wording", rules="rules"),
    "leads": ("page", ITS_DESK, ITS_DESK),
    **dict.fromkeys(OF_A_PAGE, ("page", EDITORS_SEE_NONE, ITS_DESK)),
}
LAW = {
    **pages(TEAM, law_desk="", law_complaint="complaint number", law_notice="notice number"),
    **pages(TEAM, law_dangers="", law_letters=""),
    **deeds(TEAM, law_uphold="complaint number", law_overturn="complaint number"),
    **deeds(TEAM, law_note_danger="", law_tell_authority="danger"),
    **pages(LEAD, law_orders=""),
    **deeds(LEAD, law_enter_order=""),
}
SENT = {  # where an empty form is refused before it is asked who sends it
    "comment_write": {"text": "Ein Wort zur Sache.", "key": str(uuid4())},
}
TABLE = {
    **PUBLIC,
    **WITH_A_KEY,
    **OF_READERS,
    **{f"forumdesk:{name}": row for name, row in DESK.items()},
    **{f"forumrules:{name}": row for name, row in RULING.items()},
    **LAW,
}


@dataclass(frozen=True)
class Forum:
    """Somebody of each kind at a browser, and something that each address takes."""

    browsers: dict[str, Client]
    takes: dict[str, list[object]]

    def address(self, name: str) -> str:
        return reverse(name, args=self.takes[TABLE[name][0]])


@pytest.fixture(scope="module")
def forum(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Forum]:
    """Made once for all; gone after them. The clock stands at noon."""
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        time_machine.travel(NOW, tick=False),
    ):
        plate().print()
        persons = somebody_of_each_kind()
        yield Forum({name: browser(user) for name, user in persons.items()}, things(persons))
        transaction.set_rollback(True)


def somebody_of_each_kind() -> dict[str, User | None]:
    chief = a_reader()
    chief.groups.add(Group.objects.get(name=chiefs_name()))
    people = {
        **{name: a_reader() for name in ("reader", "writer", "banned")},
        "other desk": an_editor(Section.objects.get(slug="politik")),
        "desk": an_editor(Section.objects.get(slug="ausland")),
        "team": a_moderator(),
        "lead": a_moderator(lead=True),
        "chief": User.objects.get(pk=chief.pk),
        "admin": a_chief(),
    }
    for name, user in people.items():
        agree_to_terms(user=user, now=NOW)
        user.public_name = user.public_name or f"{name.title()} Zaun"
        user.save()
    sanction_reader(
        user=people["banned"], kind=Sanction.Kind.BAN, reason="Grob.", by=people["lead"], now=NOW
    )
    return {"nobody": None, **people}


def things(persons: dict[str, User | None]) -> dict[str, list[object]]:
    """All under an article of the desk's, all written by the writer; decided by somebody else."""
    ruled(AT_ONCE)
    writer, reader, team = persons["writer"], persons["reader"], a_moderator()
    assert writer
    assert reader
    article = an_article_to_discuss(Section.objects.get(slug="ausland"))
    comment = sent(article, writer=writer, now=NOW - 2 * MINUTE)
    notice = give_notice(comment_ids=[comment.pk], said=Said("rules"), now=NOW, reader=reader)
    second = sent(article, writer=writer, now=NOW - MINUTE)
    refuse(comment_id=second.pk, by=team, now=NOW, reason=a_reason())
    statement = Statement.objects.get()
    complaint = complain_about_statement(token=statement.token, text="Doch.", now=NOW)
    case = Case.objects.get(comment=comment, closed_at=None)
    return {
        "": [],
        "page": [article.pk],
        "comment": [comment.pk],
        "reader": [reader.pk],
        "year": [NOW.year],
        "unsubscribe": [Subscription(reader.pk).address.rstrip("/").split("/")[-1]],
        "notice": [notice.token],
        "statement": [statement.token],
        "complaint": [complaint.token],
        "moderation": [token_of(case, team)],
        "entry": [Entry.objects.filter(comment=second).latest("pk").pk],
        "phrase": [Phrase.objects.create(text="Trottel", changed_at=NOW).pk],
        "reason": [Reason.objects.first().pk],  # type: ignore[union-attr]
        "rules": ["section", Section.objects.get(slug="ausland").pk],
        "wording": ["rules", "de"],
        "complaint number": [complaint.pk],
        "notice number": [notice.pk],
        "danger": [note_danger(comment_id=comment.pk, facts="Droht.", by=team, now=NOW).pk],
    }


def answer(client: Client, method: str, address: str, fields: dict[str, str]) -> str:
    """What somebody gets, in a letter; what it did is undone."""
    headers = {"accept": "application/json"} if fields else {}
    with transaction.atomic():
        if method == "POST":
            found = client.post(address, fields, headers=headers)
        else:
            found = client.get(address)
        transaction.set_rollback(True)
    onward = found.headers.get("Location", "").split("?")[0]
    if onward in (reverse("account_login"), reverse("wagtailadmin_login")):
        return "s"
    if onward == reverse("wagtailadmin_home"):  # with a message: Wagtail's way to forbid
        return "x"
    if found.status_code in (200, 302, 303, 409, 422):
        return "o"
    return {401: "s", 403: "x", 404: "n", 405: "-"}.get(found.status_code, f"[{found.status_code}]")


def names() -> set[str]:
    """The name of every address that this room answers."""

    def walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                within = f"{pattern.namespace}:" if pattern.namespace else ""
                yield from walk(pattern.url_patterns, space + within)
            elif _of_this_room(pattern):
                yield f"{space}{pattern.name}"

    return set(walk(get_resolver().url_patterns, ""))


def _of_this_room(pattern: URLPattern) -> bool:
    view = getattr(pattern.callback, "view_class", pattern.callback)
    return str(view.__module__).startswith("blattwerk.discussion.")


def test_every_address_stands_in_the_table() -> None:
    assert names() == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_who_may_look_and_who_may_do(forum: Forum, name: str) -> None:
    address, (_takes, look, do) = forum.address(name), TABLE[name]

    told = {
        method: "".join(
            answer(forum.browsers[person], method, address, SENT.get(name, {}))
            for person in PERSONS
        )
        for method in ("GET", "POST")
    }

    assert told == {"GET": look.replace(" ", ""), "POST": do.replace(" ", "")}


FITS = 10**17


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row[0]])
def test_numbers_that_no_database_holds_break_nothing(forum: Forum, name: str) -> None:
    takes = forum.takes[TABLE[name][0]]
    written = reverse(name, args=[FITS if isinstance(each, int) else each for each in takes])
    address = written.replace(str(FITS), str(10**30))  # one that no link of ours could carry

    assert answer(forum.browsers["admin"], "GET", address, {}) in "on-"
    assert answer(forum.browsers["admin"], "POST", address, SENT.get(name, {})) in "on-"


@pytest.mark.parametrize("name", [name for name, row in WITH_A_KEY.items() if row[0]])
def test_a_wrong_key_opens_nothing(forum: Forum, name: str) -> None:
    key = str(forum.takes[TABLE[name][0]][0])
    posted = "-" if TABLE[name][2] == NEVER else "n"

    for wrong in (key[:-1], key[:-1] + ("A" if key[-1] != "A" else "B"), "x"):
        address = reverse(name, args=[wrong])
        assert answer(forum.browsers["admin"], "GET", address, {}) == "n"
        assert answer(forum.browsers["admin"], "POST", address, {}) == posted
