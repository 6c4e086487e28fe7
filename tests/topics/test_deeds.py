"""Topics are taken up, renamed, merged, deleted; articles get them and lose them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from pytest_django import DjangoCaptureOnCommitCallbacks

from blattwerk.accounts.models import User
from blattwerk.newsroom.models import Article, Section
from blattwerk.topics.add import add_topic
from blattwerk.topics.assign import assign, unassign
from blattwerk.topics.decide import accept_suggestion, refuse_suggestion
from blattwerk.topics.delete import delete_topic
from blattwerk.topics.errors import (
    ArticleGone,
    Moved,
    NameMissing,
    NameTaken,
    SameTopic,
    SuggestionGone,
    TopicError,
    TopicGone,
)
from blattwerk.topics.merge import merge_plan, merge_topics
from blattwerk.topics.models import OldAddress, Suggestion, SuggestionState, Topic
from blattwerk.topics.queries import articles_of_topic, topic_at, topics_of
from blattwerk.topics.rename import rename_topic
from blattwerk.topics.signals import topic_changed, topics_assigned
from tests.factories import a_chief, a_topic, an_article


@pytest.fixture
def article(section: Section) -> Article:
    return an_article(section)


@pytest.fixture
def editor(db: None) -> User:
    return a_chief()


@pytest.fixture
def heard(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Callable[[Callable[[], Any]], list[dict[str, Any]]]:
    """What the rooms above are told by a deed."""

    def listen(deed: Callable[[], Any]) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []

        def hear(signal: Any, sender: Any, **said: Any) -> None:
            told.append(said)

        for signal in (topics_assigned, topic_changed):
            signal.connect(hear)
        try:
            with django_capture_on_commit_callbacks(execute=True):
                deed()
        finally:
            for signal in (topics_assigned, topic_changed):
                signal.disconnect(hear)
        return told

    return listen


def give(article: Article, topic: Topic, by: User | None = None) -> None:
    assign(article_id=article.pk, topic_id=topic.pk, by=by, now=timezone.now())


def a_suggestion(article: Article, topic: Topic, **fields: Any) -> Suggestion:
    given = {"score": 0.9, "made_at": timezone.now(), **fields}
    return Suggestion.objects.create(article=article, topic=topic, **given)


def where_leads(slug: str) -> str:
    """The name of the topic that an address leads to."""
    try:
        return topic_at(slug).name
    except Moved as moved:
        return f"→ {moved.topic.name}"


def names(topic: Topic) -> list[str]:
    return [topic.name, *topic.aliases.values_list("text", flat=True)]


# Taken up


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Öffentlicher Verkehr", "oeffentlicher-verkehr"), ("🎉🎉", "thema"), ("東京", "thema")],
)
def test_a_topic_stands_at_an_address_of_its_name(db: None, name: str, slug: str) -> None:
    assert a_topic(name).slug == slug


def test_topics_whose_names_leave_nothing_for_an_address_have_different_ones(db: None) -> None:
    assert [a_topic(name).slug for name in ("🎉", "🎈")] == ["thema", "thema-2"]


def test_a_topic_without_a_name_is_refused(db: None) -> None:
    with pytest.raises(NameMissing):
        a_topic(" \t ")


def test_two_topics_of_one_name_are_refused_however_it_is_spelled(db: None) -> None:
    a_topic("Öffi-Verkehr")

    with translation.override("en"), pytest.raises(NameTaken) as refusal:
        a_topic("oeffi verkehr")

    assert str(refusal.value) == (
        "“oeffi verkehr” is a name of the topic “Öffi-Verkehr”; choose another, or merge the two."
    )


def test_an_alias_that_is_another_topics_name_is_refused_and_nothing_is_stored(db: None) -> None:
    a_topic("Wien")

    with pytest.raises(NameTaken):
        a_topic("Bundeshauptstadt", "wien")

    assert Topic.objects.count() == 1


def test_a_name_that_is_another_topics_alias_is_refused(db: None) -> None:
    a_topic("Sebastian Kurz", "Kurz")

    with pytest.raises(NameTaken):
        a_topic("Kurz")


def test_topics_may_share_an_alias_and_an_alias_stands_once(db: None) -> None:
    one = a_topic("Bachmann-Preis", "Bachmann", "Bachmann", "Bachmann-Preis", " ")
    two = a_topic("Ingeborg Bachmann", "Bachmann")

    assert (names(one), names(two)) == (
        ["Bachmann-Preis", "Bachmann"],
        ["Ingeborg Bachmann", "Bachmann"],
    )


@pytest.mark.parametrize(
    "details", [{"media_topic": "99999999"}, {"wikidata": "41254"}, {"kind": "thing"}]
)
def test_details_that_cannot_be_are_refused(db: None, details: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        add_topic(name="Wirtschaft", **details)


# Given to articles


def test_an_article_gets_a_topic_once(article: Article, heard: Any) -> None:
    topic = a_topic()

    told = heard(lambda: [give(article, topic), give(article, topic)])

    assert topics_of(article.pk) == [topic]
    assert list(articles_of_topic(topic)) == [article]
    assert told == [{"article_id": article.pk, "topic_ids": [topic.pk], "changed_ids": [topic.pk]}]


def test_a_topic_taken_away_is_not_suggested_again(
    article: Article, editor: User, heard: Any
) -> None:
    topic = a_topic()
    give(article, topic)

    told = heard(
        lambda: unassign(article_id=article.pk, topic_id=topic.pk, by=editor, now=timezone.now())
    )

    assert topics_of(article.pk) == []
    assert Suggestion.objects.get().state == SuggestionState.REFUSED
    assert told == [{"article_id": article.pk, "topic_ids": [], "changed_ids": [topic.pk]}]


def test_nothing_is_said_of_a_topic_that_was_not_assigned(article: Article) -> None:
    topic = a_topic()

    unassign(article_id=article.pk, topic_id=topic.pk, by=None, now=timezone.now())

    assert not Suggestion.objects.exists()


def test_what_is_gone_cannot_be_assigned(article: Article) -> None:
    topic, now = a_topic(), timezone.now()

    with pytest.raises(TopicGone):
        assign(article_id=article.pk, topic_id=topic.pk + 1, by=None, now=now)
    with pytest.raises(ArticleGone):
        assign(article_id=article.pk + 1, topic_id=topic.pk, by=None, now=now)


def test_an_accepted_suggestion_is_an_assignment(article: Article, editor: User) -> None:
    topic = a_topic()
    suggestion = a_suggestion(article, topic)

    accept_suggestion(suggestion_id=suggestion.pk, by=editor, now=timezone.now())

    suggestion.refresh_from_db()
    assert topics_of(article.pk) == [topic]
    assert (suggestion.state, suggestion.decided_by) == (SuggestionState.ACCEPTED, editor)


def test_the_last_word_about_a_suggestion_stands(article: Article, editor: User) -> None:
    topic = a_topic()
    suggestion = a_suggestion(article, topic)
    accept_suggestion(suggestion_id=suggestion.pk, by=editor, now=timezone.now())

    refuse_suggestion(suggestion_id=suggestion.pk, by=editor, now=timezone.now())

    assert topics_of(article.pk) == []


def test_a_suggestion_that_is_gone_cannot_be_decided(db: None) -> None:
    with pytest.raises(SuggestionGone):
        accept_suggestion(suggestion_id=1, by=None, now=timezone.now())


# Renamed


def test_a_renamed_topic_stays_at_its_old_addresses(editor: User, heard: Any) -> None:
    topic = a_topic("Twitter")

    told = heard(
        lambda: [
            rename_topic(topic_id=topic.pk, name=name, by=editor, now=timezone.now())
            for name in ("X (Netzwerk)", "X")
        ]
    )

    assert [where_leads(slug) for slug in ("twitter", "x-netzwerk", "x")] == ["→ X", "→ X", "X"]
    assert names(Topic.objects.get()) == ["X", "Twitter", "X (Netzwerk)"]
    assert told == [{"topic_ids": [topic.pk]}] * 2


def test_a_topic_may_go_back_to_its_old_name_and_address(editor: User) -> None:
    topic = a_topic("Twitter")

    for name in ("X", "Twitter"):
        rename_topic(topic_id=topic.pk, name=name, by=editor, now=timezone.now())

    assert [where_leads(slug) for slug in ("twitter", "x")] == ["Twitter", "→ Twitter"]
    assert names(Topic.objects.get()) == ["Twitter", "X"]


def test_an_old_address_is_never_given_to_another_topic(editor: User) -> None:
    topic = a_topic("Twitter", "Tweet")
    rename_topic(topic_id=topic.pk, name="X", by=editor, now=timezone.now())
    topic.aliases.all().delete()

    other = a_topic("Twitter")

    assert (other.slug, where_leads("twitter")) == ("twitter-2", "→ X")


def test_a_name_in_other_capitals_moves_nothing(editor: User) -> None:
    topic = a_topic("bundesheer")

    rename_topic(topic_id=topic.pk, name="Bundesheer", by=editor, now=timezone.now())

    assert (names(Topic.objects.get()), OldAddress.objects.count()) == (["Bundesheer"], 0)


@pytest.mark.parametrize("name", ["", "Wien", "Bundeshauptstadt"])
def test_a_name_that_cannot_be_is_refused(editor: User, name: str) -> None:
    a_topic("Wien", "Bundeshauptstadt")
    topic = a_topic("Graz")

    with pytest.raises(TopicError):
        rename_topic(topic_id=topic.pk, name=name, by=editor, now=timezone.now())

    assert where_leads("graz") == "Graz"


# Merged


def test_a_merged_topic_gives_all_it_has(article: Article, editor: User, heard: Any) -> None:
    into, other = a_topic("Klimawandel", "Klima"), a_topic("Klimakrise", "Klima", "Erderhitzung")
    both = an_article(article.section)
    for one, topic in ((article, other), (both, other), (both, into)):
        give(one, topic)
    plan = merge_plan(into_id=into.pk, other_id=other.pk)

    told = heard(
        lambda: merge_topics(into_id=into.pk, other_id=other.pk, by=editor, now=timezone.now())
    )

    into.refresh_from_db()
    assert (plan.articles, plan.names) == (1, ["Klimakrise", "Erderhitzung"])
    assert [topics_of(one.pk) for one in (article, both)] == [[into], [into]]
    assert names(into) == ["Klimawandel", "Erderhitzung", "Klima", "Klimakrise"]
    assert where_leads("klimakrise") == "→ Klimawandel"
    assert told == [{"topic_ids": sorted([into.pk, other.pk])}]


def test_addresses_lead_on_through_many_merges(editor: User) -> None:
    first, second, third = a_topic("Eins"), a_topic("Zwei"), a_topic("Drei")
    rename_topic(topic_id=first.pk, name="Alpha", by=editor, now=timezone.now())

    merge_topics(into_id=second.pk, other_id=first.pk, by=editor, now=timezone.now())
    merge_topics(into_id=third.pk, other_id=second.pk, by=editor, now=timezone.now())

    assert {where_leads(slug) for slug in ("eins", "alpha", "zwei")} == {"→ Drei"}


OPEN, YES, NO = SuggestionState.OPEN, SuggestionState.ACCEPTED, SuggestionState.REFUSED
# What was said of the one that goes, of the one that stays, and what is said afterwards.
WORDS = (
    (NO, None, NO),
    (NO, OPEN, NO),
    (OPEN, NO, NO),
    (OPEN, None, OPEN),
    (YES, NO, YES),
    (NO, YES, YES),
    (YES, OPEN, YES),
)


def test_the_strongest_word_about_an_article_outlives_a_merge(
    section: Section, editor: User
) -> None:
    into, other = a_topic("Klimawandel"), a_topic("Klimakrise")
    articles = [an_article(section) for _ in WORDS]
    for article, (of_other, of_into, _after) in zip(articles, WORDS, strict=True):
        for topic, state in ((other, of_other), (into, of_into)):
            if state is not None:
                a_suggestion(article, topic, state=state)
            if state == YES:
                give(article, topic)

    merge_topics(into_id=into.pk, other_id=other.pk, by=editor, now=timezone.now())

    rows = Suggestion.objects.order_by("article__pk").values_list("article", "topic", "state")
    assert list(rows) == [
        (article.pk, into.pk, after) for article, (_, _, after) in zip(articles, WORDS, strict=True)
    ]
    assert [topics_of(article.pk) for article in articles] == [
        [into] * (after == YES) for _, _, after in WORDS
    ]


def test_a_topic_is_not_merged_into_itself_nor_with_one_that_is_gone(editor: User) -> None:
    topic = a_topic()

    with pytest.raises(SameTopic):
        merge_topics(into_id=topic.pk, other_id=topic.pk, by=editor, now=timezone.now())
    with pytest.raises(TopicGone):
        merge_topics(into_id=topic.pk, other_id=topic.pk + 1, by=editor, now=timezone.now())


# Deleted


def test_a_deleted_topic_is_gone_from_articles_and_addresses(article: Article, heard: Any) -> None:
    topic = a_topic()
    give(article, topic)

    told = heard(lambda: [delete_topic(topic_id=topic.pk), delete_topic(topic_id=topic.pk)])

    assert topics_of(article.pk) == []
    assert told == [{"topic_ids": [topic.pk]}]
    with pytest.raises(Topic.DoesNotExist):
        topic_at("gletscher")
