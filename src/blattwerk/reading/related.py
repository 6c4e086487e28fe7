"""What to read besides: on the same matter, but of other stories, and of each only one."""

from collections.abc import Iterator, Sequence
from datetime import date

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.queries import published_articles
from blattwerk.search.similar import Similar, similar_articles
from blattwerk.stories.models import Membership

SHOWN = 3
SOUGHT = 40  # a long story may take many of the first places


def related_articles(
    article: Article, *, today: date, without: Sequence[int] = ()
) -> list[Article]:
    """Up to three similar articles, the most similar first, without copies of one another."""
    similar = similar_articles(article, today=today, limit=SOUGHT, without=without)
    numbers = list(_one_of_each_story(article, similar))[:SHOWN]
    found = {one.pk: one for one in published_articles().filter(pk__in=numbers).for_cards()}
    return [found[number] for number in numbers if number in found]


def _one_of_each_story(article: Article, similar: Sequence[Similar]) -> Iterator[int]:
    wanted = [article.pk, *(one.number for one in similar)]
    rows = Membership.objects.filter(article_id__in=wanted)
    places = {
        number: (story, copy_of)
        for number, story, copy_of in rows.values_list("article_id", "story_id", "copy_of_id")
    }
    told = {places[article.pk][0]} if article.pk in places else set()
    for one in similar:
        story, copy_of = places.get(one.number, (None, None))
        if copy_of is not None or story in told:
            continue
        if story is not None:
            told.add(story)
        yield one.number
