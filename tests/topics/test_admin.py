"""Topics in the admin: who may what, in the editor, in the queue, in the list."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.topics.assign import assign
from blattwerk.topics.models import OldAddress, Suggestion, SuggestionState, Topic
from blattwerk.topics.queries import open_suggestions, topics_of
from blattwerk.topics.suggest import suggest_for
from tests.factories import a_topic, an_article
from tests.newsroom.roles import ROLES, browser, person


@pytest.fixture
def graz(db: None) -> Topic:
    return a_topic("Graz", "Murmetropole", kind="place")


@pytest.fixture
def article(section: Section, graz: Topic) -> Article:
    """One of the foreign desk whose text suggests Graz."""
    article = an_article(section, headline="Graz wächst")
    suggest_for(article.pk)
    return article


def names(article: Article) -> list[str]:
    return [topic.name for topic in topics_of(article.pk)]


def the_deed(article: Article, deed: str, *given: int) -> str:
    return reverse(f"topic_desk:{deed}", args=[article.pk, *given])


def deeds(article: Article, topic: Topic) -> dict[str, str]:
    """The addresses of all that can be done to an article's topics."""
    suggestion = Suggestion.objects.get(article=article)
    return {
        "accept": the_deed(article, "accept", suggestion.pk),
        "refuse": the_deed(article, "refuse", suggestion.pk),
        "refuse_all": the_deed(article, "refuse_all"),
        "assign": the_deed(article, "assign", topic.pk),
        "assign_new": the_deed(article, "assign_new"),
        "unassign": the_deed(article, "unassign", topic.pk),
        "suggest": the_deed(article, "suggest"),
    }


# Who may what


@pytest.mark.parametrize("role", ["anonymous", "politics"])
def test_who_does_not_work_in_the_section_changes_nothing(
    article: Article, graz: Topic, role: str
) -> None:
    linz = a_topic("Linz")
    assign(article_id=article.pk, topic_id=linz.pk, by=None, now=timezone.now())
    client = browser(role)

    answers = [
        client.post(url, {"name": "Neu"}).status_code
        for url in [*deeds(article, graz).values(), the_deed(article, "unassign", linz.pk)]
    ]

    assert answers == [302] * 8
    assert names(article) == ["Linz"]
    assert [one.state for one in Suggestion.objects.all()] == [SuggestionState.OPEN]
    assert Topic.objects.count() == 2


@pytest.mark.parametrize("role", ["foreign", "chief"])
def test_who_works_in_the_section_assigns(article: Article, graz: Topic, role: str) -> None:
    browser(role).post(deeds(article, graz)["accept"])

    assert names(article) == ["Graz"]


def test_a_suggestion_is_decided_behind_its_own_articles_door_only(
    article: Article, graz: Topic
) -> None:
    politics = an_article(Section.objects.get(slug="politik"), headline="Graz")
    (theirs,) = suggest_for(politics.pk)

    browser("foreign").post(the_deed(article, "accept", theirs.pk))

    assert names(politics) == []


@pytest.mark.parametrize(
    ("role", "pages"),
    [
        ("anonymous", [302] * 6),
        ("foreign", [200, 200, 200, 302, 302, 200]),
        ("chief", [200] * 6),
    ],
)
def test_the_pages_open_to_those_who_may(
    article: Article, graz: Topic, role: str, pages: list[int]
) -> None:
    client = browser(role)
    addresses = [
        reverse("topics:index"),
        reverse("topics:add"),
        reverse("topics:edit", args=[graz.pk]),
        reverse("topics:delete", args=[graz.pk]),
        reverse("topics:merge", args=[graz.pk]),
        reverse("topic_desk:index"),
    ]

    assert [client.get(address).status_code for address in addresses] == pages


def test_another_desk_does_not_see_the_articles_topics(article: Article) -> None:
    address = the_deed(article, "article")

    answers = {role: browser(role).get(address).status_code for role in ROLES}

    assert answers == {
        "anonymous": 302,
        "foreign": 200,
        "politics": 302,
        "chief": 200,
        "admin": 200,
    }


def test_the_queue_holds_what_is_published_in_the_persons_sections(
    article: Article, section: Section
) -> None:
    other = an_article(Section.objects.get(slug="politik"), headline="Graz wählt")
    draft = an_article(section, headline="Graz plant", publish=False)
    for one in (other, draft):
        suggest_for(one.pk)

    page = browser("foreign").get(reverse("topic_desk:index"))

    assert [part["article"].title for part in page.context["parts"]] == ["Graz wächst"]


# One click


def test_a_click_in_the_queue_leads_back_to_it(article: Article, graz: Topic) -> None:
    back = reverse("topic_desk:index") + "?p=1"

    answer = browser("foreign").post(deeds(article, graz)["refuse"], {"next": back})

    assert (answer.status_code, answer.headers["Location"]) == (302, back)
    assert suggest_for(article.pk) == []


def test_a_click_in_the_editor_answers_with_the_part_alone(article: Article, graz: Topic) -> None:
    answer = browser("foreign").post(deeds(article, graz)["accept"] + "?mode=editor")

    text = answer.content.decode()
    assert (text.count("<html"), text.count("data-topics-body")) == (0, 1)
    assert [topic.name for topic in answer.context["assigned"]] == ["Graz"]
    assert answer.context["failed"] is False


def test_a_second_click_on_what_is_gone_is_a_sentence(article: Article, graz: Topic) -> None:
    address = deeds(article, graz)["accept"]
    Suggestion.objects.all().delete()

    answer = browser("foreign").post(address + "?mode=editor")

    assert (answer.status_code, answer.context["failed"]) == (200, True)


def test_all_that_is_left_is_refused_at_once(article: Article, graz: Topic) -> None:
    a_topic("Grazer Wachstum", "wächst")
    suggest_for(article.pk)

    browser("foreign").post(deeds_all := the_deed(article, "refuse_all"))

    assert deeds_all.endswith("/keines/")
    assert open_suggestions(article.pk) == []
    assert suggest_for(article.pk) == []


def test_topics_to_add_are_found_by_name_and_alias(article: Article) -> None:
    a_topic("Mur")
    client, asked = browser("foreign"), ("mur", "GRAZ", "Wels", " ")

    answers = [
        client.get(the_deed(article, "article"), {"q": query, "mode": "editor"}).context
        for query in asked
    ]

    assert [
        ([topic.name for topic in answer["results"]], answer["new_name"]) for answer in answers
    ] == [(["Mur", "Graz"], ""), (["Graz"], ""), ([], "Wels"), ([], "")]


def test_a_topic_that_is_not_there_is_taken_up_and_added(article: Article) -> None:
    browser("foreign").post(the_deed(article, "assign_new"), {"name": " Stadt  planung "})

    assert names(article) == ["Stadt planung"]


def test_the_editor_shows_the_panel(article: Article) -> None:
    page = browser("foreign").get(reverse("wagtailadmin_pages:edit", args=[article.pk]))

    text = page.content.decode()
    assert text.count('data-mode="editor"') == 1
    assert text.count("data-topics-deed") == 3  # accept, refuse, look again
    assert text.count('name="q"') == 0  # nothing of the panel travels with the article's form


# The list


def a_form(**changes: Any) -> dict[str, Any]:
    return {"name": "Klagenfurt", "kind": "place", "other_names": "", **changes}


def test_a_desk_takes_up_a_topic(paper: object) -> None:
    browser("foreign").post(
        reverse("topics:add"),
        a_form(other_names="Klagenfurts\n\nCelovec", media_topic="Wirtschaft und Finanzen"),
    )

    topic = Topic.objects.get()
    aliases = list(topic.aliases.values_list("text", flat=True))
    assert (topic.slug, topic.media_topic, aliases) == (
        "klagenfurt",
        "04000000",
        ["Celovec", "Klagenfurts"],
    )


REFUSED = (
    ({"name": " "}, "name"),
    ({"name": "graz"}, "name"),
    ({"other_names": "Celovec\nGraz"}, "other_names"),
    ({"other_names": "x" * 121}, "other_names"),
    ({"media_topic": "99999999"}, "media_topic"),
    ({"media_topic": "Blasmusikpop"}, "media_topic"),
    ({"wikidata": "41753"}, "wikidata"),
)


def test_a_form_that_cannot_be_is_refused_at_the_field_and_keeps_what_was_typed(
    paper: object, graz: Topic
) -> None:
    client = browser("foreign")

    forms = [
        client.post(reverse("topics:add"), a_form(description="Seen", **changes)).context["form"]
        for changes, _field in REFUSED
    ]

    assert [list(form.errors) for form in forms] == [[field] for _changes, field in REFUSED]
    assert {form["description"].value() for form in forms} == {"Seen"}
    assert Topic.objects.count() == 1


@pytest.mark.parametrize(("role", "name"), [("foreign", "Graz"), ("chief", "Graz-Stadt")])
def test_only_chiefs_rename(paper: object, graz: Topic, role: str, name: str) -> None:
    browser(role).post(
        reverse("topics:edit", args=[graz.pk]),
        a_form(name="Graz-Stadt", other_names="Murstadt", description="Steirisch"),
    )

    topic = Topic.objects.get()
    renamed = name != "Graz"
    assert (topic.name, topic.description) == (name, "Steirisch")
    assert [alias.text for alias in topic.aliases.all()] == ["Graz"] * renamed + ["Murstadt"]
    assert [old.slug for old in OldAddress.objects.all()] == ["graz"] * renamed


def test_the_list_finds_by_alias_and_counts(article: Article, graz: Topic) -> None:
    a_topic("Österreich", kind="place")
    a_topic("Zoo")
    assign(article_id=article.pk, topic_id=graz.pk, by=None, now=timezone.now())
    client = browser("chief")

    listed = [
        [(topic.name, topic.articles) for topic in client.get(url).context["object_list"]]
        for url in (
            reverse("topics:index"),
            reverse("topics:index") + "?q=murmetropole",
            reverse("topics:index") + "?kind=theme",
        )
    ]

    assert listed == [
        [("Graz", 1), ("Österreich", 0), ("Zoo", 0)],
        [("Graz", 1)],
        [("Zoo", 0)],
    ]


def test_a_chief_merges_after_seeing_what_will_happen(article: Article, graz: Topic) -> None:
    other = a_topic("Murstadt")
    assign(article_id=article.pk, topic_id=other.pk, by=None, now=timezone.now())
    client, address = browser("chief"), reverse("topics:merge", args=[other.pk])

    found = client.get(address, {"q": "graz"}).context["found"]
    plan = client.get(address, {"into": graz.pk}).context["plan"]
    before = Topic.objects.count()
    client.post(address, {"into": graz.pk})

    assert (found, plan.articles, plan.names, before) == ([graz], 1, ["Murstadt"], 2)
    assert (list(Topic.objects.all()), names(article)) == ([graz], ["Graz"])


def test_a_merge_that_cannot_be_changes_nothing(paper: object, graz: Topic) -> None:
    client, address = browser("chief"), reverse("topics:merge", args=[graz.pk])

    answers = [
        client.post(address, {"into": into}).status_code
        for into in (str(graz.pk), "99999", "", "x")
    ]

    assert answers == [302, 302, 404, 404]
    assert Topic.objects.count() == 1


def test_a_desk_does_not_merge_nor_delete(paper: object, graz: Topic) -> None:
    other = a_topic("Murstadt")
    client = browser("foreign")

    client.post(reverse("topics:merge", args=[other.pk]), {"into": graz.pk})
    client.post(reverse("topics:delete", args=[graz.pk]))

    assert Topic.objects.count() == 2


def test_a_chief_deletes(article: Article, graz: Topic) -> None:
    client, address = browser("chief"), reverse("topics:delete", args=[graz.pk])
    assert client.get(address).status_code == 200

    client.post(address)

    assert not Topic.objects.exists()


def test_the_queue_asks_a_bounded_number_of_questions(
    section: Section, graz: Topic, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        suggest_for(an_article(section, headline="Graz").pk)
    client = Client(headers={"host": "localhost"})
    user = person("foreign")
    assert user is not None
    client.force_login(user)
    client.get(reverse("topic_desk:index"))

    with django_assert_max_num_queries(45):
        client.get(reverse("topic_desk:index"))
