"""Who sets what, seen from the side of the one who must not."""

import pytest
from django.test import Client
from django.urls import reverse

from blattwerk.discussion.models import Entry, PinnedLead, RuleSet, Switch, Wording
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import a_moderator, a_reader, an_article_to_discuss
from tests.newsroom.roles import browser

DEEDS = ("off", "on", "keep_open", "let_age", "close", "reopen")


def at(name: str, *parts: object) -> str:
    return reverse(f"forumrules:{name}", args=parts)


def browser_of(role: str) -> Client:
    """A browser in which somebody of that role is signed in."""
    client = Client(headers={"host": "localhost"})
    if role == "reader":
        client.force_login(a_reader())
    elif role in ("moderator", "lead"):
        client.force_login(a_moderator(lead=role == "lead"))
    else:
        return browser(role)
    return client


def everything_posted(client: Client, article: Article, other: Article) -> None:
    """All that could be set, with all it could want."""
    client.post(at("rules", "site", 0), {"pace": "60"})
    client.post(at("rules", "page", article.pk), {"on": "no"})
    client.post(at("preview", "page", article.pk), {"on": "no"})
    client.post(at("lengths"), {"longest": "800", "months_kept": "24", "alarm_after": "120"})
    client.post(at("wording", "rules", "de"), {"text": "Anders."})
    client.post(at("leads", article.pk), {"pin": other.pk})
    for name in DEEDS:
        client.post(at(name, article.pk), {"reason": "Aus.", "until": ""})


@pytest.mark.parametrize("role", ["anonymous", "reader", "moderator", "politics"])
def test_who_must_not_changes_nothing(role: str, article: Article, section: Section) -> None:
    other = an_article_to_discuss(section)
    everything_posted(browser_of(role), article, other)
    changed = (RuleSet, Entry, Wording, Switch, PinnedLead)
    assert [model.objects.count() for model in changed] == [0, 0, 0, 0, 0]  # type: ignore[attr-defined]


def test_the_lead_changes_all_of_it(article: Article, section: Section) -> None:
    everything_posted(browser_of("lead"), article, an_article_to_discuss(section))
    changed = (RuleSet, Wording, Switch, PinnedLead)
    assert [model.objects.count() for model in changed] == [2, 1, 1, 1]  # type: ignore[attr-defined]


def test_a_sections_editor_rules_its_pages_and_nothing_else(
    article: Article, section: Section
) -> None:
    other = an_article_to_discuss(section)
    everything_posted(browser_of("foreign"), article, other)
    assert set(RuleSet.objects.values_list("scope", "key")) == {("page", article.pk)}
    assert PinnedLead.objects.get().page_id == other.pk
    assert (Wording.objects.count(), Switch.objects.count()) == (0, 0)


def test_the_editors_page_shows_the_panel_to_the_desk(article: Article) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    page = browser_of("foreign").get(address).content.decode()
    assert f'data-rule-deed="{at("close", article.pk)}"' in page
    assert at("leads", article.pk) in page
    assert at("rules", "page", article.pk) not in page
