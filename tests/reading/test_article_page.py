"""An article's page: kicker, headline, section, time, lead, names, picture."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blattwerk.newsroom.models import Paper, Section
from blattwerk.stories.models import Story
from tests import factories
from tests.reading.pages import all_words, opened, shown, words

EVENING = datetime(2021, 4, 13, 18, 25, tzinfo=UTC)


def test_an_article_has_one_headline_and_its_kicker_above(client: Client, section: Section) -> None:
    article = factories.an_article(section, headline="Die Brücke hält", kicker="Neues Gutachten")
    page = shown(client, article)
    assert all_words(page, "h1") == ["Die Brücke hält"]
    assert all_words(page, "hgroup .kicker") == ["Neues Gutachten"]
    assert words(page.title) == "Die Brücke hält"


def test_an_article_without_kicker_lead_or_names_leaves_no_gap(
    client: Client, section: Section
) -> None:
    article = factories.an_article(section, kicker="", lead="")
    page = shown(client, article)
    empty = ".article hgroup .kicker, .article__lead, .byline, .figure, .article__updated"
    assert page.select(empty) == []


def test_the_time_is_printed_in_the_papers_zone(client: Client, section: Section) -> None:
    article = factories.an_article(section, published_at=EVENING)
    times = shown(client, article).select(".article__times time")
    assert [(time["datetime"], words(time)) for time in times] == [
        ("2021-04-13T20:25:00+02:00", "13. April 2021, 20.25 Uhr")
    ]


def test_a_time_of_which_only_the_day_is_known_has_no_clock(
    client: Client, section: Section
) -> None:
    article = factories.an_article(section, published_at=EVENING, day_only=True)
    times = shown(client, article).select(".article__times time")
    assert [(time["datetime"], words(time)) for time in times] == [("2021-04-13", "13. April 2021")]


def test_an_update_is_told_only_when_the_text_changed(client: Client, section: Section) -> None:
    article = factories.an_article(section, published_at=EVENING)
    article.text_changed_at = EVENING + timedelta(hours=2)
    type(article).objects.filter(pk=article.pk).update(text_changed_at=article.text_changed_at)
    updated = shown(client, article).select(".article__updated time")
    assert [words(time) for time in updated] == ["13. April 2021, 22.25 Uhr"]


def test_authors_stand_with_face_role_and_a_page_of_their_own(
    client: Client, section: Section
) -> None:
    mira = factories.an_author("Mira Feldner", portrait=factories.a_picture())
    jona = factories.an_author("Jona Berg", role="Korrespondent")
    article = factories.an_article(section, authors=[mira, jona], source="APD")
    page = shown(client, article)
    people = page.select(".byline__person")
    assert [words(person) for person in people] == [
        "Mira Feldner Redakteurin",
        "Jona Berg Korrespondent",
    ]
    assert [link["href"] for link in page.select("a[rel=author]")] == [
        "/autor/mira-feldner/",
        "/autor/jona-berg/",
    ]
    assert [len(person.select("img")) for person in people] == [1, 0]


def test_the_source_stands_where_nobody_is_named(client: Client, section: Section) -> None:
    article = factories.an_article(section, source="APD")
    assert all_words(shown(client, article), ".article .byline") == ["APD"]


def test_the_lead_picture_is_fetched_first_and_told_in_words(
    client: Client, section: Section
) -> None:
    picture = factories.a_picture(caption="Die Wiese im Mai", credit="Anna Gruber/APD")
    article = factories.an_article(section, picture=picture, caption="Die Wiese heute")
    page = shown(client, article)
    image = page.select_one(".figure--lead img")
    assert image is not None
    assert (image["alt"], image["fetchpriority"], image.get("loading")) == (
        "Eine grüne Fläche",
        "high",
        None,
    )
    assert int(str(image["width"])) / int(str(image["height"])) == pytest.approx(3 / 2, abs=0.01)
    assert all_words(page, ".figure--lead .caption__text") == ["Die Wiese heute"]
    credit = page.select_one(".figure--lead .caption__credit")
    assert credit is not None
    assert credit.contents[-1] == "Anna Gruber/APD"


def test_the_section_stands_above_and_is_marked_in_the_navigation(
    client: Client, section: Section
) -> None:
    page = shown(client, factories.an_article(section))
    assert [link["href"] for link in page.select(".breadcrumb a")] == ["/", "/ausland/"]
    assert all_words(page, ".sections [aria-current]") == ["Ausland"]


def test_below_stand_the_sections_newest_others(client: Client, section: Section) -> None:
    elsewhere = Section.objects.get(slug="politik")
    factories.an_article(elsewhere, headline="Aus der Politik")
    article = factories.an_article(section, age=timedelta(hours=9))
    for hours in (5, 4, 3, 2, 1):
        age = timedelta(hours=hours)
        factories.an_article(section, headline=f"Vor {hours} Stunden", age=age)
    factories.an_article(section, headline="Entwurf", publish=False)
    page = shown(client, article)
    assert all_words(page, ".more h3 a") == [
        "Vor 1 Stunden",
        "Vor 2 Stunden",
        "Vor 3 Stunden",
        "Vor 4 Stunden",
    ]


def test_an_outdated_address_leads_to_the_one_that_stands(client: Client, section: Section) -> None:
    article = factories.an_article(section, headline="Die Brücke hält")
    answer = client.get(f"/politik/ein-alter-titel-{article.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, article.get_url())


def test_a_time_is_never_told_relative_to_now(client: Client, section: Section) -> None:
    article = factories.an_article(section, published_at=timezone.now() - timedelta(minutes=3))
    texts = all_words(shown(client, article), "time")
    assert all(text[0].isdigit() and text[-1].isalnum() for text in texts)


def test_an_article_asks_the_database_at_most_twenty_times(
    client: Client, section: Section
) -> None:
    people = [factories.an_author(name, portrait=factories.a_picture()) for name in ("A A", "B B")]
    related = [factories.an_article(section).pk for _ in range(3)]
    article = factories.an_article(
        section,
        authors=people,
        picture=factories.a_picture(),
        body=[("related", {"articles": related})],
    )
    factories.a_topic("Wasserkraft").assignments.create(article=article)
    now = timezone.now()
    story = Story.objects.create(title="Grünsee", made_at=now, public_at=now, parts=4)
    for number in (article.pk, *related):
        story.memberships.create(article_id=number, at=now)
    shown(client, article)
    with CaptureQueriesContext(connection) as asked:
        shown(client, article)

    # PostgreSQL is told its plan besides, in a savepoint. Outside a test's transaction the forum's
    # rules and texts are read once a second, not with each page.
    asked_each_time = [each["sql"] for each in asked if "discussion_wording" not in each["sql"]]
    questions = [sql for sql in asked_each_time if sql.lstrip(" (").startswith("SELECT")]
    assert 0 < len(questions) <= 20, questions


def test_a_page_without_section_front_or_articles_still_has_the_frame(
    client: Client, paper: Paper
) -> None:
    page = opened(client, "/impressum/")
    assert all_words(page, "h1") == ["Impressum"]
    assert [link["href"] for link in page.select("footer nav:nth-of-type(2) a")] == ["/impressum/"]
