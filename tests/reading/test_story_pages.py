"""Stories as readers meet them: their page, the box at an article, the list, the panel."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from blattwerk.common.made_of import noted
from blattwerk.newsroom.models import Article, Paper, Section
from blattwerk.reading.queues import of_story, of_topic
from blattwerk.reading.timeline import PER_PAGE, course
from blattwerk.stories.models import Chapter, Membership, Story
from blattwerk.stories.place import place
from blattwerk.stories.queries import ChapterLine
from blattwerk.stories.show import hide
from tests import factories
from tests.reading.pages import all_words, opened, shown, words
from tests.stories.household import NOW, placed, story_of


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    """The day on which the affair's articles are five days old and younger."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def dam(section: Section) -> list[Article]:
    """An affair in two chapters: two articles, and one after a pause of more than two days."""
    return [
        placed(section, "dam"),
        placed(section, "later", hours=20),
        placed(section, "last", hours=80),
    ]


@pytest.fixture
def story(dam: list[Article]) -> Story:
    """Their story, titled by an editor."""
    found = story_of(dam[0])
    Story.objects.filter(pk=found.pk).update(
        title="Der Grünsee", standfirst="Was an der Mauer geschah.", titled_by_hand=True
    )
    return Story.objects.get(pk=found.pk)


def parts_of(page: BeautifulSoup) -> list[int]:
    return [int(str(part["data-part"])) for part in page.select("[data-part]")]


def test_a_story_tells_where_we_stand_and_how_it_came_to_that(
    client: Client, story: Story, dam: list[Article]
) -> None:
    page = opened(client, story.get_absolute_url())
    assert all_words(page, "h1, .page_head__standfirst") == [
        "Der Grünsee",
        "Was an der Mauer geschah.",
    ]
    assert all_words(page, ".stand h3 a") == [dam[2].title]
    assert all_words(page, ".stand .card__lead") == [dam[2].lead]
    assert all_words(page, ".chapter__title") == [dam[2].title, dam[0].title]
    assert parts_of(page) == [dam[2].pk, dam[1].pk, dam[0].pk]


def test_only_the_newest_chapter_stands_open(
    client: Client, story: Story, section: Section
) -> None:
    placed(section, "last", hours=81, headline="Grünsee: Landeskraftwerke melden Staumauer dicht")
    chapters = opened(client, story.get_absolute_url()).select("details")
    assert [chapter.has_attr("open") for chapter in chapters] == [True, False]


@pytest.mark.parametrize("slug", ["der-gruensee-alt", "x", "gruensee-2"])
def test_any_other_address_with_its_number_leads_there_for_good(
    client: Client, story: Story, slug: str
) -> None:
    answer = client.get(f"/story/{slug}-{story.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, story.get_absolute_url())


def test_a_merged_story_leads_to_the_one_it_went_into(client: Client, story: Story) -> None:
    other = Story.objects.create(title="Die Mauer", made_at=NOW, merged_into=story)
    answer = client.get(other.get_absolute_url())
    assert (answer.status_code, answer.headers["Location"]) == (301, story.get_absolute_url())


@pytest.mark.parametrize("number", ["99999999", "9" * 18, "9" * 19])
def test_a_story_that_is_not_there_is_not_found(client: Client, paper: Paper, number: str) -> None:
    assert client.get(f"/story/irgendwas-{number}/").status_code == 404


def test_a_hidden_story_stands_nowhere(client: Client, story: Story, dam: list[Article]) -> None:
    hide(story_id=story.pk, by=factories.a_chief(), now=NOW)
    assert client.get(story.get_absolute_url()).status_code == 404
    assert client.get(f"/hoeren/liste/story/{story.pk}.json").status_code == 404
    assert opened(client, "/stories/").select(".affair") == []
    assert shown(client, dam[0]).select(".story_box, .story_line") == []


@pytest.mark.parametrize("placed_anew", [False, True], ids=["before its job", "after its job"])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_withdrawn_article_leaves_no_trace(
    client: Client, story: Story, dam: list[Article], which: int, placed_anew: bool
) -> None:
    topic = factories.a_topic("Wasserkraft")
    for article in dam:
        topic.assignments.create(article=article)
    dam[which].unpublish()
    if placed_anew:
        place(dam[which].pk, now=NOW)
    others = [article for article in dam if article != dam[which]]
    addresses = [
        "/",
        "/stories/",
        "/stories/entdecken/",
        "/themen/",
        topic.get_absolute_url(),
        story.get_absolute_url(),
        f"/rss/story/{story.pk}/",
        f"/rss/thema/{topic.slug}/",
        f"/hoeren/liste/story/{story.pk}.json",
        f"/hoeren/liste/thema/{topic.slug}.json",
        *(article.get_url() for article in others),
    ]
    answers = {address: client.get(address) for address in addresses}
    assert {answer.status_code for answer in answers.values()} == {200}
    traces = [
        address
        for address, answer in answers.items()
        for trace in (f">{dam[which].title}", dam[which].lead, f"-{dam[which].pk}/")
        if trace in answer.content.decode()
    ]
    assert traces == []


def test_a_story_without_a_readable_article_is_not_found(
    client: Client, story: Story, dam: list[Article]
) -> None:
    for article in dam:
        article.unpublish()
    assert client.get(story.get_absolute_url()).status_code == 404


def test_a_copy_is_no_part_but_knows_its_originals_place(
    client: Client, story: Story, section: Section, dam: list[Article]
) -> None:
    copy = placed(section, "later", hours=21)
    assert Membership.objects.get(article=copy).copy_of == dam[1]
    page = opened(client, story.get_absolute_url())
    assert copy.pk not in parts_of(page)
    boxes = [shown(client, one).select_one(".story_box__place") for one in (dam[1], copy)]
    assert words(boxes[0]) == words(boxes[1])


def test_an_article_tells_its_part_and_leads_back_and_forth(
    client: Client, story: Story, dam: list[Article]
) -> None:
    page = shown(client, dam[1])
    place_words = words(page.select_one(".story_box__place"))
    assert [word for word in place_words.split() if word.isdigit()] == ["2", "3"]
    assert [link["href"] for link in page.select(".story_box a, .story_line a")] == [
        story.get_absolute_url(),
        story.get_absolute_url(),
        dam[0].get_url(),
        dam[2].get_url(),
    ]


def test_an_article_alone_has_no_box(client: Client, section: Section) -> None:
    page = shown(client, placed(section, "choir"))
    assert page.select(".story_box, .story_line") == []
    assert page.select_one("story-discovery[data-without]") is None


def test_the_panel_is_a_plain_link_until_scripts_fetch_it(
    client: Client, story: Story, dam: list[Article]
) -> None:
    panel = shown(client, dam[0]).select_one("story-discovery")
    assert panel
    assert (panel["data-from"], panel["data-without"]) == ("/stories/entdecken/", str(story.pk))
    assert [link["href"] for link in shown(client, dam[0]).select(".discovery a")] == ["/stories/"]


def test_what_the_panel_fetches_is_one_list_for_all(client: Client, story: Story) -> None:
    answer = client.get("/stories/entdecken/")
    items = BeautifulSoup(answer.content, "html.parser").select("li[data-story]")
    assert [(item["data-story"], words(item.h3)) for item in items] == [
        (str(story.pk), "Der Grünsee")
    ]
    assert "public" in answer.headers["Cache-Control"]
    assert noted(answer.wsgi_request).tags == {"stories", "articles"}


def test_the_list_of_stories_says_when_there_are_none(client: Client, paper: Paper) -> None:
    assert len(opened(client, "/stories/").select(".notice")) == 1


def test_a_page_is_made_of_its_story_and_its_topics(client: Client, story: Story) -> None:
    article = story.memberships.first().article
    topic = factories.a_topic("Wasserkraft")
    topic.assignments.create(article=article)
    of_article = noted(client.get(article.get_url()).wsgi_request).tags
    assert {f"story-{story.pk}", f"topic-{topic.pk}", f"article-{article.pk}"} <= of_article
    of_page = noted(client.get(story.get_absolute_url()).wsgi_request).tags
    assert of_page == {f"story-{story.pk}", "articles", "narrations"}


def test_a_story_is_heard_from_its_beginning(
    client: Client, story: Story, dam: list[Article]
) -> None:
    assert of_story(str(story.pk)).articles == dam
    page = opened(client, story.get_absolute_url())
    heard = [int(str(line["data-number"])) for line in page.select("[data-queue] [data-number]")]
    assert heard == [article.pk for article in dam]
    address = reverse("listening_queue", args=["story", story.pk])
    assert [item["id"] for item in client.get(address).json()["items"]] == heard


def test_a_topic_is_heard_from_its_newest(dam: list[Article]) -> None:
    topic = factories.a_topic("Wasserkraft")
    for article in dam:
        topic.assignments.create(article=article)
    assert of_topic("wasserkraft").articles == dam[::-1]


@pytest.mark.parametrize("address", ["story/0", "story/mauer", "story/" + "9" * 30, "thema/nichts"])
def test_a_queue_that_is_not_there_is_not_found(client: Client, paper: Paper, address: str) -> None:
    assert client.get(f"/hoeren/liste/{address}.json").status_code == 404


def lines(*sizes: int) -> list[ChapterLine]:
    """Chapters of so many articles, newest first; the articles count down from 1,000."""
    numbers = iter(range(1_000, 0, -1))
    made = []
    for size in sizes:
        articles = [
            Article(pk=number, title=f"Teil {number}")
            for number in (next(numbers) for _ in range(size))
        ]
        chapter = Chapter(
            first_at=NOW - timedelta(days=1),
            last_at=NOW,
            key_line="Kern",
            key_article_id=articles[0].pk,
        )
        made.append(ChapterLine(chapter, articles))
    return made


@pytest.mark.django_db  # a page asks for its kind
def test_a_long_course_is_cut_into_pages_without_losing_an_article() -> None:
    told = lines(3, PER_PAGE, 1, PER_PAGE * 2)
    pages = []
    for number in range(1, 10):
        page = course(told, number)
        pages.append([article.pk for chapter in page.chapters for article in chapter.articles])
        if not page.has_next:
            break
    assert [len(page) for page in pages] == [60, 60, 60, 4]
    assert [number for page in pages for number in page] == list(range(1_000, 816, -1))
    assert course(told, 5).chapters == []


@pytest.mark.django_db  # a page asks for its kind
def test_a_key_line_goes_with_its_article() -> None:
    chapter, *_rest = lines(2)
    chapter.chapter.key_article_id = 7
    assert [told.key_line for told in course([chapter], 1).chapters] == ["Teil 1000"]
