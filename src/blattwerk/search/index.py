"""Keep the index: put articles in, take them out, catch up with what was missed."""

from collections.abc import Iterable
from functools import partial
from itertools import batched

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from blattwerk.newsroom.models import Article, Author
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import published_articles
from blattwerk.search.models import Entry
from blattwerk.search.signals import index_changed
from blattwerk.search.wording import WORDS, columns_of

BATCH = 200
COLUMNS = ["section", "published_at", "day", "digest", *WORDS]


def index_articles(articles: Iterable[Article]) -> int:
    """Put these articles into the index, anew where they stand there; how many it were."""
    entries = [entry_of(article) for article in articles if article.published_at]
    Entry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["article"], update_fields=COLUMNS
    )
    if entries:
        _tell([entry.article_id for entry in entries])
    return len(entries)


def entry_of(article: Article) -> Entry:
    """The article's entry, not stored."""
    published_at = article.published_at
    if published_at is None:
        raise ValueError("An article without a time of publication cannot be found by readers.")
    return Entry(
        article_id=article.pk,
        section_id=article.section_id,
        published_at=published_at,
        day=timezone.localdate(published_at, timezone.get_default_timezone()).toordinal(),
        digest=article.text_digest,
        **columns_of(article),
    )


def drop_article(number: int) -> None:
    """Take an article out."""
    Entry.objects.filter(article_id=number).delete()
    _tell([number])


def forget_author(author: Author) -> None:
    """Have the author's articles written anew when the index catches up: a name has changed."""
    Entry.objects.filter(article__bylines__author=author).update(digest="")


def catch_up(most: int = 500) -> int:
    """Index what readers can read and the index does not know, drop what they can no longer.

    Returns how many articles were indexed, at most `most`.
    """
    lost = Entry.objects.exclude(article__live=True)
    if gone := list(lost.values_list("pk", flat=True)):
        lost.delete()
        _tell(gone)
    numbers = list(_missed().values_list("pk", flat=True)[:most])
    done = 0
    for some in batched(numbers, BATCH):
        rows = Article.objects.filter(pk__in=some).prefetch_related("bylines__author")
        done += index_articles(rows)
    return done


def _tell(numbers: list[int]) -> None:
    told = partial(index_changed.send, sender=Entry, numbers=numbers)
    transaction.on_commit(told, robust=True)


def _missed() -> ArticleQuerySet:
    same = Q(
        search_entry__digest=F("text_digest"),
        search_entry__published_at=F("published_at"),
    ) & (Q(search_entry__section=F("section")) | Q(section__isnull=True))
    found: ArticleQuerySet = published_articles().filter(published_at__isnull=False)
    return found.filter(Q(search_entry__isnull=True) | ~same)
