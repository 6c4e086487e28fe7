"""Nobody decides about themselves, and nothing that somebody asked a decision about gets lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from blattwerk.accounts.erase import erase_reader
from blattwerk.accounts.models import User
from blattwerk.accounts.sanctions import sanction_reader
from blattwerk.discussion.change import delete_comment, edit_comment
from blattwerk.discussion.decide import approve, cut, hold, pick, refuse
from blattwerk.discussion.errors import (
    NotUndone,
    OnlyForTheLead,
    OwnAccount,
    OwnComment,
    SamePerson,
    Sanctioned,
    TooLateToEdit,
    TooManyLinks,
)
from blattwerk.discussion.law.complaints import (
    complain_about_item,
    complain_about_statement,
    decide_complaint,
)
from blattwerk.discussion.law.notices import acknowledge, settle_gone
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.models import (
    Case,
    Comment,
    Complaint,
    Danger,
    Entry,
    Letter,
    Notice,
    NoticeItem,
    Statement,
)
from blattwerk.discussion.sanction import ban, lift, pause, warn
from blattwerk.discussion.trust import trust
from blattwerk.discussion.undo import undo
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    AT_ONCE,
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    fresh,
    open_cases,
    published,
    ruled,
    sent,
)

pytestmark = pytest.mark.django_db
State = Comment.State
Outcome = NoticeItem.Outcome
DAY = timedelta(days=1)


def noticed(comment: Comment, kind: str, *, reader: User | None = None) -> Notice:
    said = Said(kind=kind, why="Weil es so nicht geht.", category="hate", law="§ 283 StGB",
                name="Nora Nachbar", mail="nora@example.org", good_faith=True)  # fmt: skip
    return give_notice(comment_ids=[comment.pk], said=said, now=NOW, reader=reader)


def complained(comment: Comment) -> Complaint:
    """Its writer, against the newest decision."""
    statement = Statement.objects.filter(comment=comment).latest("pk")
    return complain_about_statement(token=statement.token, text="Bitte noch einmal.", now=NOW)


@pytest.mark.parametrize("deed", [approve, hold, pick, refuse, cut])
def test_a_moderator_does_not_decide_about_an_own_comment(
    article: Article, deed: Callable[..., Entry]
) -> None:
    comment = published(article)
    more: dict[Any, dict[str, Any]] = {
        refuse: {"reason": a_reason()},
        cut: {"reason": a_reason(), "text": "[…] Wort"},
    }

    with pytest.raises(OwnComment):
        deed(comment_id=comment.pk, by=comment.writer, now=NOW, **more.get(deed, {}))


def test_a_moderator_neither_frees_nor_trusts_themselves(article: Article) -> None:
    moderator, lead = a_moderator(), a_moderator(lead=True)
    ban(reader=moderator, by=lead, now=NOW, reason=a_reason())

    with pytest.raises(OwnAccount):
        lift(reader=moderator, by=moderator, now=NOW)
    with pytest.raises(OwnAccount):
        trust(reader=moderator, by=moderator, now=NOW)


def test_whoever_complains_does_not_decide_and_a_ban_is_the_leads(article: Article) -> None:
    moderator, lead = a_moderator(), a_moderator(lead=True)
    entry = ban(reader=moderator, by=lead, now=NOW, reason=a_reason())
    token = Statement.objects.get(entry=entry).token
    complaint = complain_about_statement(token=token, text="Zu Unrecht.", now=NOW)
    known: dict[str, Any] = {"overturned": True, "reasons": "Doch.", "now": NOW + DAY}

    with pytest.raises(SamePerson):
        decide_complaint(complaint_id=complaint.pk, by=moderator, **known)
    with pytest.raises(OnlyForTheLead):
        decide_complaint(complaint_id=complaint.pk, by=a_moderator(), **known)
    decide_complaint(complaint_id=complaint.pk, by=a_moderator(lead=True), **known)


def test_who_reported_can_still_say_that_a_life_is_in_danger(article: Article) -> None:
    comment, reader = published(article), a_reader()
    noticed(comment, "rules", reader=reader)

    grave = noticed(comment, "danger", reader=reader)

    assert grave.kind == Notice.Kind.DANGER
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.DANGER]
    assert noticed(comment, "danger", reader=reader) == grave  # twice is once


@pytest.mark.parametrize("kind", ["law", "danger"])
def test_what_is_called_illegal_is_read_by_a_person_though_its_writer_deleted_it(
    article: Article, kind: str
) -> None:
    comment = published(article)
    assert comment.writer
    item = noticed(comment, kind).items.get()

    delete_comment(comment_id=comment.pk, by=comment.writer, now=NOW + MINUTE)
    settle_gone(NOW + DAY)
    item.refresh_from_db()
    before = item.outcome
    acknowledge(comment_id=comment.pk, by=a_moderator(), now=NOW + DAY)
    item.refresh_from_db()

    assert (before, item.outcome, open_cases(comment)) == (Outcome.OPEN, Outcome.GONE, [])


def test_a_mere_report_ends_when_the_comment_is_gone(article: Article) -> None:
    comment = published(article)
    assert comment.writer
    item = noticed(comment, "rules").items.get()

    delete_comment(comment_id=comment.pk, by=comment.writer, now=NOW + MINUTE)
    settle_gone(NOW + DAY)

    item.refresh_from_db()
    assert (item.outcome, open_cases(comment)) == (Outcome.GONE, [])


def test_erasing_the_account_keeps_a_threat_until_an_authority_was_told(article: Article) -> None:
    comment = published(article, "Ich weiß, wo du wohnst.")
    assert comment.writer
    Danger.objects.create(comment=comment, facts="Drohung.", noted_at=NOW)

    erase_reader(user=comment.writer)

    assert fresh(comment).text == "Ich weiß, wo du wohnst."


def test_an_overturned_cut_does_not_bring_back_what_was_removed_later(article: Article) -> None:
    comment, reason = published(article, "Der Depp droht."), a_reason()
    cut(comment_id=comment.pk, by=a_moderator(), now=NOW, text="Der […] droht.", reason=reason)
    complaint = complained(comment)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE, reason=a_reason())

    decide_complaint(
        complaint_id=complaint.pk, by=a_moderator(), overturned=True, reasons="Doch.", now=NOW + DAY
    )

    assert fresh(comment).state == State.REMOVED
    removal = Statement.objects.get(comment=comment, restriction=Statement.Restriction.REMOVED)
    assert removal.withdrawn_at is None


def test_a_notice_opened_again_by_an_overturned_cut_has_somebody_to_decide_it(
    article: Article,
) -> None:
    comment = published(article, "Der Depp droht.")
    item = noticed(comment, "law").items.get()
    cut(comment_id=comment.pk, by=a_moderator(), now=NOW, text="Der […] droht.", reason=a_reason())
    complaint = complained(comment)

    decide_complaint(
        complaint_id=complaint.pk, by=a_moderator(), overturned=True, reasons="Doch.", now=NOW + DAY
    )

    item.refresh_from_db()
    assert (fresh(comment).text, item.outcome) == ("Der Depp droht.", Outcome.OPEN)
    assert [case.cause for case in open_cases(comment)] == [Case.Cause.NOTICE]


def test_an_overturned_refusal_is_not_refused_again_by_the_same_person(article: Article) -> None:
    comment, first = published(article), a_moderator()
    notice = noticed(comment, "law")
    item = notice.items.get()
    approve(comment_id=comment.pk, by=first, now=NOW + MINUTE)
    complaint = complain_about_item(
        token=notice.token, item_id=item.pk, text="Bitte noch einmal.", now=NOW + DAY
    )
    decide_complaint(
        complaint_id=complaint.pk, by=a_moderator(), overturned=True, reasons="Ja.", now=NOW + DAY
    )

    with pytest.raises(SamePerson):
        approve(comment_id=comment.pk, by=first, now=NOW + 2 * DAY)
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW + 2 * DAY)
    item.refresh_from_db()
    assert item.outcome == Outcome.DECLINED


def test_a_notice_opened_again_about_what_is_removed_meanwhile_is_answered_at_once(
    article: Article,
) -> None:
    comment = published(article)
    notice = noticed(comment, "law")
    item = notice.items.get()
    approve(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE)
    complaint = complain_about_item(
        token=notice.token, item_id=item.pk, text="Bitte noch einmal.", now=NOW + DAY
    )
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW + DAY, reason=a_reason())

    decide_complaint(
        complaint_id=complaint.pk, by=a_moderator(), overturned=True, reasons="Ja.", now=NOW + DAY
    )

    item.refresh_from_db()
    assert item.outcome == Outcome.UPHELD


def test_a_restoring_is_not_undone_behind_the_writers_back(article: Article) -> None:
    comment = published(article)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())
    restored = approve(comment_id=comment.pk, by=a_moderator(), now=NOW + MINUTE)

    with pytest.raises(NotUndone):
        undo(entry_id=restored.pk, by=a_moderator(), now=NOW + MINUTE)


def test_an_undo_does_not_publish_what_the_writer_has_changed_since(article: Article) -> None:
    comment = published(article)
    assert comment.writer
    left = approve(comment_id=comment.pk, by=a_moderator(), now=NOW)
    edit_comment(comment_id=comment.pk, by=comment.writer, text="Ganz anders.", now=NOW + MINUTE)

    with pytest.raises(NotUndone):
        undo(entry_id=left.pk, by=a_moderator(), now=NOW + 2 * MINUTE)

    assert fresh(comment).state == State.HELD


def test_words_the_team_edited_out_do_not_come_back_by_editing(article: Article) -> None:
    ruled(AT_ONCE)
    comment = sent(article, "Der Depp hat recht.")
    assert comment.writer
    cut(comment_id=comment.pk, by=a_moderator(), now=NOW, text="Der […] hat recht.",
        reason=a_reason())  # fmt: skip

    with pytest.raises(TooLateToEdit):
        edit_comment(comment_id=comment.pk, by=comment.writer, text="Der Depp!", now=NOW + MINUTE)


def test_a_banned_reader_does_not_edit_either(article: Article) -> None:
    comment = sent(article)
    assert comment.writer
    sanction_reader(user=comment.writer, kind="ban", reason="Genug.", by=None, now=NOW)

    with pytest.raises(Sanctioned):
        edit_comment(comment_id=comment.pk, by=comment.writer, text="Noch was.", now=NOW + MINUTE)


def test_lifting_a_pause_says_nothing_about_one_that_was_served(article: Article) -> None:
    reader, team = a_reader(), a_moderator()
    for start in (NOW, NOW + 90 * DAY):
        pause(reader=reader, by=team, now=start, until=start + 7 * DAY, reason=a_reason())

    lift(reader=reader, by=team, now=NOW + 91 * DAY)

    withdrawn = Statement.objects.order_by("pk").values_list("withdrawn_at", flat=True)
    assert list(withdrawn) == [None, NOW + 91 * DAY]


def test_the_log_keeps_no_words_about_a_person(article: Article) -> None:
    comment = sent(article)
    refuse(
        comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason(), facts="Hier steht es."
    )
    assert comment.writer
    warn(
        reader=comment.writer, by=a_moderator(), now=NOW, reason=a_reason(), facts="Hier steht es."
    )

    assert "Hier steht es." not in str(list(Entry.objects.values_list("details", flat=True)))
    assert Statement.objects.get(comment=comment).facts == "Hier steht es."


def test_what_waits_to_be_mailed_of_a_comment_goes_with_it(
    article: Article, django_capture_on_commit_callbacks: Any
) -> None:
    comment = published(article)
    letter = Letter.objects.create(
        reader=a_reader(), template="reply", subject="Antwort", context={"comment": comment.pk},
        made_at=NOW, next_at=NOW,
    )  # fmt: skip

    with django_capture_on_commit_callbacks(execute=True):
        refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())

    assert not Letter.objects.filter(pk=letter.pk).exists()


def test_invisible_signs_between_links_hide_none(article: Article) -> None:
    with pytest.raises(TooManyLinks):
        write_comment(
            page=article, writer=a_reader(), text="\u200b".join(["http://a.at"] * 20),
            key=uuid4(), now=NOW,
        )  # fmt: skip
