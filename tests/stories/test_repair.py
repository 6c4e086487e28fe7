"""The hourly look: it acts alone only where nobody has acted and nobody has seen it."""

from collections.abc import Callable

import pytest
from django.db import connection, reset_queries, transaction
from django.test.utils import CaptureQueriesContext

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.decide import refuse
from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.shelf import Shelf
from blattwerk.stories.forbid import forbid
from blattwerk.stories.merge import keep_apart
from blattwerk.stories.models import Membership, Proposal, Story
from blattwerk.stories.place import place
from blattwerk.stories.repair import Done, repair
from blattwerk.stories.settle import settle
from blattwerk.stories.show import publish
from tests.stories.household import NOW, TEXTS, placed, story_of, written

pytestmark = pytest.mark.django_db


def torn_apart(*articles: Article) -> None:
    """Each in a story of its own, as if the system had not seen that they belong together."""
    for article in articles:
        own = Story.objects.create(title=article.title[:160], made_at=NOW, language="de")
        old = story_of(article).pk
        Membership.objects.filter(article=article).update(story=own, chapter=None, evidence={})
        settle({own.pk, old}, now=NOW)
    Proposal.objects.all().delete()


@pytest.fixture
def torn(section: Section) -> list[Article]:
    """Two articles of one affair in two stories that nobody has seen."""
    articles = [placed(section, "dam"), placed(section, "later", hours=20)]
    torn_apart(*articles)
    return articles


def test_unseen_twins_become_one(torn: list[Article]) -> None:
    assert repair(now=NOW).merged == 1
    assert story_of(torn[0]) == story_of(torn[1])
    assert repair(now=NOW) == Done()


def test_what_readers_have_seen_is_only_proposed(torn: list[Article]) -> None:
    Story.objects.filter(pk=story_of(torn[0]).pk).update(public_at=NOW)

    assert repair(now=NOW).proposed >= 1
    assert story_of(torn[0]) != story_of(torn[1])
    assert Proposal.objects.filter(kind="merge", state="open").count() == 1


def test_what_a_person_has_touched_is_only_proposed_and_refused_for_good(
    torn: list[Article],
) -> None:
    publish(story_id=story_of(torn[0]).pk, by=None, now=NOW)
    repair(now=NOW)
    refuse(proposal_id=Proposal.objects.get().pk, by=None, now=NOW)

    assert repair(now=NOW) == Done()
    assert story_of(torn[0]) != story_of(torn[1])


def test_what_a_person_kept_apart_is_left_alone(torn: list[Article]) -> None:
    first, second = story_of(torn[0]), story_of(torn[1])
    keep_apart(story_id=first.pk, other_id=second.pk, by=None, now=NOW)
    assert repair(now=NOW) == Done()


def test_an_article_kept_out_does_not_come_in_with_its_story(torn: list[Article]) -> None:
    forbid(article_id=torn[1].pk, story_id=story_of(torn[0]).pk, by=None, now=NOW)
    assert repair(now=NOW) == Done()


def test_different_affairs_stay_apart(section: Section) -> None:
    placed(section, "dam")
    placed(section, "choir", hours=3)
    assert repair(now=NOW) == Done()


def asked_by(work: Callable[[], object]) -> int:
    """How often the database was asked."""
    reset_queries()  # the log is of limited length, and counts no more once it is full
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)


def grown(section: Section, count: int) -> Story:
    """The affair of the dam, told within a day in so many articles."""
    names = ("dam", "later", "last")
    story = Story.objects.create(title="Grünsee", made_at=NOW, language="de")
    for number in range(count):
        headline = f"{TEXTS[names[number % 3]][0]} ({number})"
        article = placed(section, names[number % 3], hours=number, headline=headline)
        Membership.objects.filter(article=article).update(story=story, copy_of=None, chapter=None)
    Story.objects.exclude(pk=story.pk).delete()
    settle({story.pk}, now=NOW)
    return story


def test_a_story_of_25_articles_is_repaired_with_as_many_queries_as_one_of_5(
    section: Section,
) -> None:
    asked = []
    for count in (5, 25):
        with transaction.atomic():
            story = grown(section, count)
            assert Story.objects.get(pk=story.pk).parts == count
            asked.append(asked_by(lambda: repair(now=NOW)))
            transaction.set_rollback(True)

    assert asked[0] == asked[1] > 0


def test_the_signatures_of_25_articles_are_read_with_one_query(section: Section) -> None:
    articles = [written(section, "dam", hours=hour) for hour in range(25)]
    for article in articles[1:]:
        place(article.pk, now=NOW)
    numbers = [each.pk for each in articles]

    found: list[dict[int, Features]] = []
    asked = asked_by(lambda: found.append(Shelf(connection).known_of(numbers)))

    assert asked == 1
    shelf = Shelf(connection)
    assert found == [{number: shelf.known(number) for number in numbers[1:]}]
