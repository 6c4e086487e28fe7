"""Who must not come to the community desk, and what a moderator must not do."""

import pytest
from django.test import Client

from blattwerk.accounts.models import Sanction
from blattwerk.discussion.models import Comment, Entry, Note, Phrase, Reason, Switch
from tests.discussion.admin.conftest import at, browser_of
from tests.discussion.forum import NOW, a_moderator, a_reader, a_reason, fresh
from tests.newsroom.roles import ROLES, browser

PAGES = ("index", "batch", "readers", "words", "export_words", "reasons", "log", "figures")
LEAD_PAGES = ("new_word", "import_words", "new_reason")
COMMENT_DEEDS = (*("renew", "skip", "approve", "refuse", "cut", "hold", "pick", "unpick", "jot"),)
READER_DEEDS = ("warn", "pause", "ban", "lift", "trust", "distrust", "jot_reader")
DEEDS = ("next", "hand_over", "turn_help", "approve_all", "refuse_all", "undo_batch", "check_seals")
TEAM = {"chief", "admin"}


def gets_in(client: Client, address: str) -> bool:
    return client.get(address).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_through_its_doors_and_no_others(role: str, comment: Comment) -> None:
    client = browser(role)
    addresses = [at(name) for name in (*PAGES, *LEAD_PAGES)]
    addresses += [at("comment", comment.pk), at("reader", comment.writer_id or 0)]

    found = [gets_in(client, address) for address in addresses]

    assert found == [role in TEAM] * len(addresses)


def everything_posted(client: Client, comment: Comment, reason: Reason, phrase: Phrase) -> None:
    """Every deed there is, with all it could want."""
    form = {
        "reason": reason.pk,
        "text": "Der Minister ist […]",
        "until": "2027-01-01",
        "comment": comment.pk,
        "reason_told": "Zu laut.",
        "help_on": "0",
        "title": "Neu",
        "clause": "x",
        "ground": "rules",
        "order": 1,
    }
    for name in DEEDS:
        client.post(at(name), form)
    for name in COMMENT_DEEDS:
        client.post(at(name, comment.pk), form)
    for name in READER_DEEDS:
        client.post(at(name, comment.writer_id or 0), form)
    client.post(at("close", comment.thread_id), form)
    client.post(at("reopen", comment.thread_id), form)
    client.post(at("unlist", phrase.pk), form)
    client.post(at("word", phrase.pk), form)
    client.post(at("new_word"), form)
    client.post(at("import_words"), form)
    client.post(at("new_reason"), form)
    client.post(at("reason", reason.pk), form)


@pytest.mark.parametrize("role", ["anonymous", "foreign", "politics", "reader"])
def test_nobody_else_changes_anything(role: str, comment: Comment) -> None:
    client = browser_of(a_reader()) if role == "reader" else browser(role)
    phrase, reason = Phrase.objects.create(text="Trottel", changed_at=NOW), a_reason()
    reasons = Reason.objects.count()

    everything_posted(client, comment, reason, phrase)

    assert fresh(comment).turn == comment.turn
    assert (Entry.objects.count(), Note.objects.count(), Sanction.objects.count()) == (0, 0, 0)
    assert (Phrase.objects.count(), Reason.objects.count()) == (1, reasons)
    assert not Switch.objects.exists()


def test_a_moderator_does_not_do_what_is_the_leads(desk: Client, comment: Comment) -> None:
    phrase, reason = Phrase.objects.create(text="Trottel", changed_at=NOW), a_reason()
    form = {"text": "neu", "title": "Neu", "help_on": "0", "reason": reason.pk}

    for name in ("new_word", "import_words", "new_reason", "turn_help"):
        desk.post(at(name), form)
    for name, number in (("word", phrase.pk), ("unlist", phrase.pk), ("reason", reason.pk)):
        desk.post(at(name, number), form)
    desk.post(at("ban", comment.writer_id or 0), form)

    assert list(Phrase.objects.values_list("text", flat=True)) == ["Trottel"]
    assert (Entry.objects.count(), Sanction.objects.count()) == (0, 0)
    assert Reason.objects.get(pk=reason.pk).title == reason.title


def test_who_left_the_team_is_out_at_once(comment: Comment) -> None:
    moderator = a_moderator()
    client = browser_of(moderator)
    moderator.user_permissions.clear()

    client.post(at("approve", comment.pk))

    assert fresh(comment).turn == comment.turn


@pytest.mark.parametrize("deed", [*COMMENT_DEEDS])
def test_looking_at_a_deeds_address_does_nothing(desk: Client, comment: Comment, deed: str) -> None:
    assert desk.get(at(deed, comment.pk)).status_code == 405
