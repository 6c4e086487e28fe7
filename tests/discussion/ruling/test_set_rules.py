"""Setting rules: one row, one entry of the log, one signal."""

from typing import Any

import pytest
from django.db import connection
from django.dispatch import Signal

from blattwerk.accounts.models import User
from blattwerk.discussion.current import state_now
from blattwerk.discussion.list_word import Word, list_word, list_words, unlist_word
from blattwerk.discussion.models import Deed, Entry, Phrase, RuleSet, Wording
from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.layers import Layer
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.state import Kind
from blattwerk.discussion.ruling.errors import LeadsToItself, RulesChanged, TooManyLeads
from blattwerk.discussion.ruling.of_page import (
    close_page,
    keep_open,
    layer_of,
    let_age,
    pin_lead,
    switch_discussion,
    unpin_lead,
)
from blattwerk.discussion.ruling.set_rules import edition, rules_set, set_rules
from blattwerk.discussion.ruling.set_wording import set_wording
from blattwerk.discussion.set_switch import set_lengths, turn_help
from blattwerk.discussion.signals import thread_changed
from blattwerk.discussion.switches import switches
from blattwerk.discussion.threads import thread_of
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import NOW, an_article_to_discuss

SLOW: dict[str, Any] = {"outside": "slow", "pace": 60}


@pytest.fixture
def heard(django_capture_on_commit_callbacks: Any) -> Any:
    """Runs a deed and returns the numbers of the threads that have changed."""

    def listen(deed: Any, **said: Any) -> list[int | None]:
        numbers: list[int | None] = []

        def hear(sender: object, number: int | None, signal: Signal, **_rest: object) -> None:
            numbers.append(number)

        thread_changed.connect(hear)
        try:
            with django_capture_on_commit_callbacks(execute=True):
                deed(**said)
        finally:
            thread_changed.disconnect(hear)
        return numbers

    return listen


def of_the_paper(plain: dict[str, Any]) -> dict[str, Any]:
    return {"scope": RuleSet.Scope.SITE, "key": 0, "layer": from_plain(plain), "now": NOW}


def test_it_is_kept_logged_before_and_after_and_told_to_all(lead: User, heard: Any) -> None:
    set_rules(**of_the_paper({"months": 6}), by=lead)
    assert heard(set_rules, **of_the_paper(SLOW), by=lead) == [None]

    row = RuleSet.objects.get()
    assert (row.scope, row.key, row.plain, row.changed_by) == ("site", 0, SLOW, lead)
    entry = Entry.objects.first()
    assert entry
    assert (entry.deed, entry.by, entry.thread) == (Deed.RULES, lead, None)
    assert (entry.details["before"], entry.details["after"]) == ({"months": 6}, SLOW)


def test_what_the_terms_say_of_help_lengths_and_words_is_told_too(lead: User, heard: Any) -> None:
    signed: dict[str, Any] = {"by": lead, "now": NOW}
    lengths = {"longest": 400, "months_kept": 12, "alarm_after": 60}
    phrase = Phrase(text="Schmarrn")

    assert heard(turn_help, on=False, **signed) == [None]
    assert heard(set_lengths, **lengths, **signed) == [None]
    assert heard(set_lengths, **lengths, **signed) == []
    assert heard(list_word, phrase=phrase, **signed) == [None]
    assert heard(list_words, wanted=[Word("Unfug")], **signed) == [None]
    assert heard(list_words, wanted=[Word("Unfug")], **signed) == []
    assert heard(unlist_word, phrase=phrase, **signed) == [None]


def test_a_page_is_told_by_its_number_and_its_state_is_another(
    article: Article, lead: User, heard: Any
) -> None:
    layer = Layer(on=False)
    assert heard(set_rules, scope="page", key=article.pk, layer=layer, by=lead, now=NOW) == [
        article.pk
    ]
    assert state_now(article, NOW).kind is Kind.OFF
    entry = Entry.objects.get()
    assert entry.thread_id == article.pk


def test_what_changes_nothing_leaves_no_trace(lead: User, heard: Any) -> None:
    set_rules(**of_the_paper(SLOW), by=lead)
    assert heard(set_rules, **of_the_paper(SLOW), by=lead) == []
    assert Entry.objects.count() == 1


def test_only_the_paper_has_a_clock(lead: User, section: Section) -> None:
    with pytest.raises(BadRule, match="zone"):
        set_rules(
            scope="section",
            key=section.pk,
            layer=from_plain({"zone": "Europe/Vienna"}),
            by=lead,
            now=NOW,
        )
    assert RuleSet.objects.count() == 0


def test_nobody_overwrites_what_they_have_not_seen(lead: User) -> None:
    seen = edition(rules_set("site", 0))
    set_rules(**of_the_paper(SLOW), by=lead)
    with pytest.raises(RulesChanged):
        set_rules(**of_the_paper({"months": 3}), by=lead, seen=seen)
    assert rules_set("site", 0) == SLOW


class TestOfAPage:
    """What a section's editors set."""

    def test_off_and_on_again_leaves_the_other_rules(self, article: Article, lead: User) -> None:
        signed = {"page": article, "by": lead, "now": NOW}
        set_rules(scope="page", key=article.pk, layer=from_plain(SLOW), by=lead, now=NOW)
        switch_discussion(**signed, on=False)
        assert rules_set("page", article.pk) == {**SLOW, "on": False}
        switch_discussion(**signed, on=True)
        assert rules_set("page", article.pk) == SLOW

    def test_what_somebody_else_sets_just_before_stays(self, article: Article, lead: User) -> None:
        thread_of(article)
        done: list[Entry | None] = []

        def meanwhile(execute: Any, sql: str, *rest: Any) -> Any:
            """Where the deed begins its transaction, a colleague has just ended theirs."""
            if sql.startswith("SAVEPOINT") and not done:
                done.append(None)
                done.append(close_page(page=article, reason="Aus.", until=None, by=lead, now=NOW))
            return execute(sql, *rest)

        with connection.execute_wrapper(meanwhile):
            switch_discussion(page=article, on=False, by=lead, now=NOW)

        assert len(done) == 2
        assert set(rules_set("page", article.pk)) == {"on", "closed"}

    def test_an_old_page_kept_open_is_open_until_it_is_let_age(
        self, section: Section, lead: User
    ) -> None:
        old = an_article_to_discuss(section, published_at=NOW.replace(year=2021))
        assert state_now(old, NOW).kind is Kind.AGED
        keep_open(page=old, until=None, by=lead, now=NOW)
        assert state_now(old, NOW).kind is Kind.PRE_MODERATED
        let_age(page=old, by=lead, now=NOW)
        assert state_now(old, NOW).kind is Kind.AGED

    def test_an_end_before_now_is_refused(self, article: Article, lead: User) -> None:
        with pytest.raises(BadRule, match="The end comes before the beginning"):
            keep_open(page=article, until=NOW.replace(year=2020), by=lead, now=NOW)

    def test_a_page_without_a_thread_is_closed_all_the_same(
        self, article: Article, lead: User
    ) -> None:
        close_page(page=article, reason="Alles gesagt.", until=None, by=lead, now=NOW)
        assert state_now(article, NOW).reason == "Alles gesagt."
        assert layer_of(article).closed is not None


class TestLeads:
    """Where a closed discussion leads first."""

    def test_it_is_pinned_once_and_taken_away(
        self, article: Article, section: Section, lead: User
    ) -> None:
        to = an_article_to_discuss(section)
        signed = {"page": article, "to": to, "by": lead, "now": NOW}
        assert pin_lead(**signed)
        assert pin_lead(**signed) is None
        assert [pin.page_id for pin in article.thread.pinned_leads.all()] == [to.pk]
        assert unpin_lead(**signed)
        assert unpin_lead(**signed) is None
        assert Entry.objects.count() == 2

    def test_not_to_itself(self, article: Article, lead: User) -> None:
        with pytest.raises(LeadsToItself):
            pin_lead(page=article, to=article, by=lead, now=NOW)

    def test_four_at_most(self, article: Article, section: Section, lead: User) -> None:
        for _number in range(4):
            to = an_article_to_discuss(section)
            pin_lead(page=article, to=to, by=lead, now=NOW)
        with pytest.raises(TooManyLeads):
            pin_lead(page=article, to=an_article_to_discuss(section), by=lead, now=NOW)


def test_a_wording_is_kept_logged_and_taken_back(lead: User, heard: Any) -> None:
    told = {"name": "closed-at-night", "language": "de", "by": lead, "now": NOW}
    assert heard(set_wording, **told, text="Gute Nacht!") == [None]
    assert Wording.objects.get().text == "Gute Nacht!"
    assert heard(set_wording, **told, text="Gute Nacht!") == []
    assert heard(set_wording, **told, text="") == [None]
    assert Wording.objects.count() == 0
    assert [entry.details["after"] for entry in Entry.objects.order_by("pk")] == ["Gute Nacht!", ""]


def test_lengths_leave_the_other_switches(lead: User) -> None:
    set_lengths(longest=900, months_kept=6, alarm_after=30, by=lead, now=NOW)
    row = switches()
    assert (row.longest, row.months_kept, row.help_on) == (900, 6, True)
    assert set_lengths(longest=900, months_kept=6, alarm_after=30, by=lead, now=NOW) is None
