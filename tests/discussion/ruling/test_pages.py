"""The lead's pages: what is entered, refused, previewed and saved."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.discussion.models import RuleSet, Wording
from blattwerk.discussion.ruling.editor_panel import standing
from blattwerk.discussion.ruling.errors import NoPageNamed
from blattwerk.discussion.ruling.set_rules import edition, rules_set
from blattwerk.discussion.switches import switches
from blattwerk.newsroom.models import Article, Section
from blattwerk.topics.models import Assignment, Topic
from tests.discussion.forum import an_article_to_discuss, ruled

SITE = ("site", 0)


def at(name: str, *parts: Any) -> str:
    return reverse(f"forumrules:{name}", args=parts)


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_what_is_entered_holds_from_then_on(ruling: Client, article: Article) -> None:
    answer = ruling.post(at("rules", *SITE), {"age": "months", "months": "12"})
    assert (answer.status_code, answer["location"]) == (302, at("rules", *SITE))
    assert rules_set(*SITE) == {"months": 12}


def test_what_is_refused_is_told_at_its_field_and_nothing_is_lost(ruling: Client) -> None:
    ruled({"pace": 60})
    typed = {"age": "months", "months": "0", "closed": "yes", "closed-reason": "Wegen „Anger“"}
    answer = ruling.post(at("rules", *SITE), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="bw-months-error"' in page
    assert 'id="bw-closed-error"' in page
    assert 'value="Wegen „Anger“"' in page
    assert rules_set(*SITE) == {"pace": 60}


def test_what_falls_through_is_told_with_who_set_it(
    ruling: Client, section: Section, article: Article
) -> None:
    ruled({"months": 7})
    ruled({"pace": 61}, scope="section", key=section.pk)
    form = ruling.get(at("rules", "page", article.pk)).context["form"]
    assert section.title in form.boxes["pace"].below
    assert "61" in form.boxes["pace"].below
    assert "7" in form.boxes["months"].below
    assert section.title not in form.boxes["months"].below


def test_the_preview_shows_the_week_and_saves_nothing(ruling: Client, article: Article) -> None:
    typed = {"week": "own", "outside": "closed", "preview": "1"}
    answer = ruling.post(at("rules", *SITE), typed)
    assert answer.status_code == 200
    preview = answer.context["preview"]
    assert {each.state.kind for day in preview.days for each in day.stretches} == {
        "closed-at-night"
    }
    assert len(preview.days) in (7, 8)
    assert RuleSet.objects.count() == 0


def test_the_preview_follows_what_is_typed(ruling: Client, article: Article) -> None:
    good = ruling.post(at("preview", "page", article.pk), {"on": "no"})
    bad = ruling.post(at("preview", "page", article.pk), {"pace": "0"})
    assert good.context["preview"].state.kind == "off"
    assert bad.context["preview"] is None
    assert [each["name"] for each in bad.context["form"].errors] == ["pace"]


def test_who_comes_second_is_told_and_keeps_what_was_entered(ruling: Client) -> None:
    seen = edition({})
    ruled({"pace": 60})
    answer = ruling.post(at("rules", *SITE), {"pace": "90", "seen": seen})
    assert answer.status_code == 409
    assert 'name="pace" value="90"' in answer.content.decode()
    assert rules_set(*SITE) == {"pace": 60}


def test_a_section_cannot_have_a_clock_of_its_own(ruling: Client, section: Section) -> None:
    answer = ruling.post(at("rules", "section", section.pk), {"zone": "Europe/Vienna"})
    assert answer.status_code == 422
    assert RuleSet.objects.count() == 0


def test_a_topic_is_found_by_its_name_and_ruled(ruling: Client, article: Article) -> None:
    topic = Topic.objects.create(name="Wasserkraft", slug="wasserkraft")
    Assignment.objects.create(article=article, topic=topic)
    assert at("rules", "topic", topic.pk) in page_of(ruling, f"{at('index')}?q=wasser")
    ruling.post(at("rules", "topic", topic.pk), {"pace": "77"})
    form = ruling.get(at("rules", "page", article.pk)).context["form"]
    assert "Wasserkraft" in form.boxes["pace"].below


def test_a_sign_that_no_database_keeps_is_neither_looked_for_nor_kept(
    ruling: Client, article: Article
) -> None:
    rows = {"exceptions-0-first": "2026-12-24", "exceptions-0-name": "Heilig\0abend"}
    searches = (at("index"), at("leads", article.pk))
    looked = [ruling.get(address, {"q": "Was\0ser "}) for address in searches]

    ruling.post(at("rules", *SITE), rows)
    ruling.post(at("close", article.pk), {"reason": "Ge\0nug."})

    assert [answer.context["query"] for answer in looked] == ["Wasser", "Wasser"]
    assert rules_set(*SITE)["exceptions"][0]["name"] == "Heiligabend"
    assert rules_set("page", article.pk)["closed"]["reason"] == "Genug."


@pytest.mark.parametrize("address", ["/x/1/", "/site/1/", "/section/0/", "/topic/9/", "/page/1/"])
def test_what_is_not_there_is_not_found(ruling: Client, article: Article, address: str) -> None:
    assert ruling.get(at("index").rstrip("/") + address).status_code == 404


class TestTexts:
    """The forum's own words."""

    def test_every_text_is_shown_in_both_languages_as_delivered(self, ruling: Client) -> None:
        texts = ruling.get(at("wordings")).context["texts"]
        assert len(texts) == 18
        assert {text.own for text in texts} == {""}
        silent = {(text.name, text.language) for text in texts if not text.shown}
        assert silent == {("contact", "de"), ("contact", "en")}

    def test_it_is_previewed_saved_and_given_back(self, ruling: Client) -> None:
        address = at("wording", "closed-at-night", "de")
        shown = ruling.post(address, {"text": "Gute Nacht!", "preview": "1"})
        assert shown.context["preview"] == ["Gute Nacht!"]
        assert Wording.objects.count() == 0
        ruling.post(address, {"text": "Gute Nacht!\r\n"})
        assert Wording.objects.get().text == "Gute Nacht!"
        ruling.post(address, {"text": "Gute Nacht!", "reset": "1"})
        assert Wording.objects.count() == 0

    def test_one_that_is_too_long_comes_back(self, ruling: Client) -> None:
        answer = ruling.post(at("wording", "rules", "de"), {"text": "x" * 4001})
        assert answer.status_code == 422
        assert "x" * 4001 in answer.content.decode()

    def test_markup_is_shown_as_typed(self, ruling: Client) -> None:
        page = ruling.post(
            at("wording", "rules", "de"), {"text": "<script>1</script>", "preview": "1"}
        ).content.decode()
        assert "<script>1</script>" not in page
        assert "&lt;script&gt;1&lt;/script&gt;" in page

    def test_an_unknown_text_or_language_is_not_found(self, ruling: Client) -> None:
        assert ruling.get(at("wording", "off", "de")).status_code == 404
        assert ruling.get(at("wording", "rules", "fr")).status_code == 404


def test_lengths_are_saved_or_told_what_is_possible(ruling: Client) -> None:
    bad = ruling.post(at("lengths"), {"longest": "99", "months_kept": "12", "alarm_after": "0"})
    assert bad.status_code == 422
    assert list(bad.context["form"].errors) == ["longest"]
    ruling.post(at("lengths"), {"longest": "800", "months_kept": "24", "alarm_after": "45"})
    row = switches()
    assert (row.longest, row.months_kept, row.alarm_after) == (800, 24, 45)


def test_where_it_leads_is_searched_and_pinned(
    ruling: Client, article: Article, section: Section
) -> None:
    to = an_article_to_discuss(section, headline="Der Damm hält")
    address = at("leads", article.pk)
    assert [line["number"] for line in ruling.get(f"{address}?q=damm").context["found"]] == [to.pk]
    ruling.post(address, {"pin": to.pk})
    assert [line["number"] for line in ruling.get(address).context["pinned"]] == [to.pk]
    none = ruling.post(address, {"pin": "99999999"}, follow=True)
    assert [str(each) for each in none.context["messages"]] == [str(NoPageNamed())]
    ruling.post(address, {"unpin": to.pk})
    assert ruling.get(address).context["pinned"] == []


class TestPanel:
    """In the article's editor."""

    def test_it_tells_the_state_and_offers_what_can_be_set(
        self, ruling: Client, article: Article
    ) -> None:
        panel = ruling.post(at("off", article.pk)).content.decode()
        assert _("There is no discussion here.") in panel
        assert f'data-rule-deed="{at("on", article.pk)}"' in panel
        panel = ruling.post(at("on", article.pk)).content.decode()
        assert f'data-rule-deed="{at("off", article.pk)}"' in panel

    def test_closing_needs_a_reason_and_takes_an_end(
        self, ruling: Client, article: Article
    ) -> None:
        assert ruling.post(at("close", article.pk), {"reason": " "}).status_code == 409
        past = {"reason": "Genug.", "until": "2020-01-01T10:00"}
        assert ruling.post(at("close", article.pk), past).status_code == 409
        assert rules_set("page", article.pk) == {}
        until = {"reason": "Genug.", "until": "2100-01-01T10:00"}
        assert ruling.post(at("close", article.pk), until).status_code == 200
        assert rules_set("page", article.pk)["closed"]["reason"] == "Genug."
        assert ruling.post(at("reopen", article.pk)).status_code == 200
        assert ruling.post(at("reopen", article.pk)).status_code == 409
        assert rules_set("page", article.pk) == {}

    def test_an_end_is_printed_in_the_editors_language(
        self, ruling: Client, article: Article, lead: User
    ) -> None:
        ruling.post(at("close", article.pk), {"reason": "Genug.", "until": "2100-01-01T10:00"})
        printed = {}

        for language in ("de", "en"):
            with translation.override(language):
                panel = render_to_string("discussion/ruling/standing.html", standing(article, lead))
            times = BeautifulSoup(panel, "html.parser").select("time")
            printed[language] = [each.text for each in times]

        assert printed == {
            "de": ["1. Jänner 2100, 10.00 Uhr"],
            "en": ["1 January 2100, 10:00"],
        }

    def test_kept_open_until_an_end_that_is_to_come(self, ruling: Client, article: Article) -> None:
        gone = {"until": "2020-01-01T10:00"}
        assert ruling.post(at("keep_open", article.pk), gone).status_code == 409
        assert ruling.post(at("keep_open", article.pk), {"until": "bald"}).status_code == 409
        assert ruling.post(at("keep_open", article.pk), {"until": ""}).status_code == 200
        assert list(rules_set("page", article.pk)) == ["kept_open"]
        ruling.post(at("let_age", article.pk))
        assert rules_set("page", article.pk) == {}
