"""Deeds of the forum."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.erase import erase_reader
from blattwerk.discussion import change, decide
from blattwerk.discussion.close import close_thread, reopen_thread
from blattwerk.discussion.models import Entry, RuleSet
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.of_page import pin_lead, switch_discussion
from blattwerk.discussion.ruling.set_rules import set_rules
from blattwerk.discussion.ruling.set_wording import set_wording
from blattwerk.discussion.set_switch import set_lengths, turn_help
from blattwerk.discussion.undo import undo as undo_in_forum
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article
from tests.discussion import forum
from tests.discussion.forum import NOW
from tests.edge.deeds.done import deed
from tests.edge.whole_paper import WholePaper


def _remove(paper: WholePaper) -> Entry:
    return decide.refuse(comment_id=paper.reply.pk, by=paper.lead, now=NOW, reason=paper.reason)


@deed
def publish_a_comment(paper: WholePaper) -> None:
    decide.approve(comment_id=paper.waiting.pk, by=paper.lead, now=NOW)


@deed
def write_a_comment_that_appears_at_once(paper: WholePaper) -> None:
    set_rules(
        scope=RuleSet.Scope.PAGE, key=paper.budget.pk, layer=from_plain(forum.AT_ONCE),
        by=paper.lead, now=NOW,
    )  # fmt: skip
    write_comment(
        page=paper.budget, writer=forum.a_reader(), text="Noch etwas dazu.", key=uuid4(), now=NOW
    )


@deed
def remove_a_comment(paper: WholePaper) -> None:
    _remove(paper)


@deed
def remove_a_comment_and_undo_it(paper: WholePaper) -> None:
    entry = _remove(paper)
    undo_in_forum(entry_id=entry.pk, by=paper.lead, now=NOW)


@deed
def hold_a_comment(paper: WholePaper) -> None:
    decide.hold(comment_id=paper.comment.pk, by=paper.lead, now=NOW)


@deed
def cut_a_comment(paper: WholePaper) -> None:
    decide.cut(
        comment_id=paper.comment.pk, by=paper.lead, now=NOW, text="Das Eis […].",
        reason=paper.reason,
    )  # fmt: skip


@deed
def pick_a_comment(paper: WholePaper) -> None:
    decide.pick(comment_id=paper.comment.pk, by=paper.lead, now=NOW)


@deed
def delete_an_own_comment(paper: WholePaper) -> None:
    change.delete_comment(comment_id=paper.comment.pk, by=paper.reader, now=NOW)


@deed
def edit_an_own_comment(paper: WholePaper) -> None:
    change.edit_comment(
        comment_id=paper.comment.pk, by=paper.reader, text="Ich meinte etwas anderes.", now=NOW
    )


@deed
def choose_another_name(paper: WholePaper) -> None:
    choose_name(user=paper.reader, text="Birke Blau", now=NOW + timedelta(days=90))


@deed
def erase_a_reader(paper: WholePaper) -> None:
    erase_reader(user=paper.reader)


@deed
def close_a_discussion(paper: WholePaper) -> None:
    close_thread(number=paper.glacier.pk, by=paper.lead, now=NOW, reason="Es ist genug.")


@deed
def reopen_a_discussion(paper: WholePaper) -> None:
    reopen_thread(number=paper.dam.pk, by=paper.lead, now=NOW)


@deed
def switch_a_discussion_off(paper: WholePaper) -> None:
    page = Article.objects.get(pk=paper.glacier.pk)
    switch_discussion(page=page, on=False, by=paper.lead, now=NOW)


@deed
def pin_where_it_leads(paper: WholePaper) -> None:
    pin_lead(page=paper.dam, to=paper.lake, by=paper.lead, now=NOW)


@deed
def change_the_rules_of_the_paper(paper: WholePaper) -> None:
    _rule(paper, RuleSet.Scope.SITE, 0, {"on": False})


@deed
def change_the_rules_of_a_section(paper: WholePaper) -> None:
    _rule(paper, RuleSet.Scope.SECTION, paper.abroad.pk, {"on": False})


@deed
def change_the_rules_of_a_topic(paper: WholePaper) -> None:
    _rule(paper, RuleSet.Scope.TOPIC, paper.ice.pk, {"on": False})


@deed
def change_a_wording(paper: WholePaper) -> None:
    set_wording(name="rules", language="de", text="Seid nett.", by=paper.lead, now=NOW)
    set_wording(name="desk", language="de", text="Schluss.", by=paper.lead, now=NOW)


@deed
def change_lengths(paper: WholePaper) -> None:
    set_lengths(longest=500, months_kept=24, alarm_after=10, by=paper.lead, now=NOW)


@deed
def turn_the_help_off(paper: WholePaper) -> None:
    turn_help(on=False, by=paper.lead, now=NOW)


def _rule(paper: WholePaper, scope: str, key: int, plain: dict[str, Any]) -> None:
    set_rules(scope=scope, key=key, layer=from_plain(plain), by=paper.lead, now=NOW)
