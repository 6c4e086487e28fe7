"""What an article's foot offers besides: on the same matter, of other stories, of each one."""

from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.search.index import catch_up
from blattwerk.stories.models import Membership, Story
from tests import factories
from tests.reading.pages import all_words, opened

LEAD = "Der Bartgeier brütet im Krummtal, sagt Ornithologe Falk Wieser."


def bird(section: Section, headline: str) -> Article:
    return factories.an_article(section, headline=headline, kicker="", lead=LEAD)


def shown(client: Client, article: Article) -> BeautifulSoup:
    """The article's page, when the index knows all that was written."""
    catch_up()
    return opened(client, article.get_url())


def together(*articles: Article) -> None:
    """These articles in one story, whatever the system had thought."""
    story = Story.objects.create(title="Geier", made_at=timezone.now())
    for article in articles:
        Membership.objects.update_or_create(
            article=article, defaults={"story": story, "at": timezone.now()}
        )


def others(section: Section) -> None:
    for number in range(20):
        lead = f"Der Gemeinderat {number} tagte."
        factories.an_article(section, headline=f"Sitzung {number}", kicker="", lead=lead)


def test_similar_articles_stand_below_one_of_each_story(client: Client, section: Section) -> None:
    others(section)
    own = bird(section, "Bartgeier im Krummtal gesichtet")
    told = bird(section, "Bartgeier: Krummtal freut sich")
    one = bird(section, "Krummtal zählt Bartgeier")
    same = bird(section, "Bartgeier Krummtal Nachzählung")
    alone = bird(section, "Falk Wieser erklärt den Bartgeier")
    together(own, told)
    together(one, same)

    found = set(all_words(shown(client, own), ".more__related h3 a"))

    assert alone.title in found
    assert told.title not in found
    assert len(found & {one.title, same.title}) == 1
    assert len(found) == 2


def test_what_stands_there_is_not_named_again_beside_it(client: Client, section: Section) -> None:
    others(section)
    first, second = bird(section, "Bartgeier eins"), bird(section, "Bartgeier zwei")
    page = shown(client, first)
    assert all_words(page, ".more__related h3 a") == [second.title]
    assert second.title not in all_words(page, ".more--two .line a")


def test_an_article_like_no_other_is_followed_by_its_section(
    client: Client, section: Section
) -> None:
    others(section)
    page = shown(client, bird(section, "Bartgeier im Krummtal"))
    assert page.select(".more__related") == []
    assert len(page.select(".more h3 a")) == 4
