"""Who must not come to the community desk, and what a moderator must not do."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.accounts.models import Sanction
from blattwerk.discussion.models import Comment, Deed, Entry, Note, Phrase, Reason, Switch
from tests.discussion.admin.conftest import at
from tests.discussion.forum import NOW, a_moderator, a_reader, a_reason, browser, fresh
from tests.newsroom.roles import browser as browser_of

COMMENT_DEEDS = ("renew", "skip", "cut", "hold", "approve", "pick", "unpick", "refuse", "jot")
READER_DEEDS = ("warn", "pause", "ban", "lift", "trust", "distrust", "jot_reader")
DONE = {  # what the log tells when all of it was done
    *(Deed.APPROVE, Deed.REMOVE, Deed.CUT, Deed.HOLD, Deed.PICK, Deed.UNPICK),
    *(Deed.WARN, Deed.PAUSE, Deed.BAN, Deed.LIFT, Deed.TRUST, Deed.DISTRUST, Deed.UNDO),
    *(Deed.CLOSE, Deed.REOPEN, Deed.RULES, Deed.WORDS, Deed.REASONS),
}
DEEDS = ("next", "hand_over", "turn_help", "approve_all", "refuse_all", "undo_batch", "check_seals")


def everything_posted(client: Client, comment: Comment, reason: Reason, phrase: Phrase) -> None:
    """Every deed there is, with all it could want."""
    form = {
        "reason": reason.pk,
        "text": "Der Minister ist […]",
        "until": (timezone.localdate() + timedelta(days=3)).isoformat(),
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


def test_the_lead_may_do_all_of_it(lead_desk: Client, comment: Comment) -> None:
    phrase, reason = Phrase.objects.create(text="Trottel", changed_at=NOW), a_reason()
    reasons = Reason.objects.count()

    everything_posted(lead_desk, comment, reason, phrase)

    assert fresh(comment).turn != comment.turn
    assert set(Entry.objects.values_list("deed", flat=True)) == DONE
    assert (Note.objects.count(), Sanction.objects.count()) == (3, 2)
    assert list(Phrase.objects.values_list("text", flat=True)) == ["Der Minister ist […]"]
    assert Reason.objects.count() == reasons + 1
    assert Switch.objects.get().help_on is False


@pytest.mark.parametrize("role", ["anonymous", "foreign", "politics", "reader"])
def test_nobody_else_changes_anything(role: str, comment: Comment) -> None:
    client = browser(a_reader()) if role == "reader" else browser_of(role)
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
    client = browser(moderator)
    moderator.user_permissions.clear()

    client.post(at("approve", comment.pk))

    assert fresh(comment).turn == comment.turn
