"""How fast readers find words in a large archive: our index against a plain scan of the texts.

    python -m bench.search --articles 20000

The archive's words are drawn from the sample newspaper. Both are asked in turns in one run; the
figure is the ratio of the medians. SQLite, or a real PostgreSQL server with `--postgresql`.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bench.article_list import archive, scratch

ROUNDS = 7
WORDS_EACH = 120
BATCH = 1_000
QUERIES = ("Brücke", "Bürgermeisterin Wasser", '"am Rauhkogel"', "Wolf -Schafe", "Özdemir")


def main() -> None:
    """Make the archive, index it, ask, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--postgresql", action="store_true")
    asked = options.parse_args()
    with scratch(postgresql=asked.postgresql):
        measure(asked.articles)


def measure(articles: int) -> None:
    """Print how long indexing took, and each query's median with its ratio to a scan."""
    from django.db import connection

    from blattwerk.search.index import catch_up

    archive(articles)
    _tell_stories(random.Random(7))
    began = time.perf_counter()
    while catch_up():
        pass
    taken = time.perf_counter() - began
    print(f"{articles} articles on {connection.vendor}; indexed {articles / taken:,.0f} a second\n")
    print("| query | ranked ms | by date ms | scan ms | scan ÷ ranked |")
    print("| --- | --- | --- | --- | --- |")
    for words in QUERIES:
        ranked, dated, scan = _in_turns(_ask(words, "rang"), _ask(words, "datum"), _scan(words))
        print(f"| {words} | {ranked:.1f} | {dated:.1f} | {scan:.1f} | {scan / ranked:.1f} |")


def _tell_stories(chance: random.Random) -> None:
    """Give every article words of its own, as often used as in the sample newspaper."""
    from django.utils import timezone

    from blattwerk.newsroom.models import Article
    from blattwerk.sample.manuscripts import sample_articles

    known = sample_articles(timezone.localtime())
    words = [word for told in known for word in f"{told.headline} {told.lead}".split()]
    numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(numbers), BATCH):
        batch = [
            Article(page_ptr_id=number, lead=" ".join(chance.choices(words, k=WORDS_EACH)))
            for number in numbers[first : first + BATCH]
        ]
        for article in batch:
            Article.objects.filter(pk=article.page_ptr_id).update(lead=article.lead)


def _ask(words: str, order: Any) -> Callable[[], Any]:
    from blattwerk.search.answer import answer
    from blattwerk.search.lookup import Limits
    from blattwerk.search.query import read_query

    query, today = read_query(words), datetime.now(UTC).date()
    return lambda: answer(query, limits=Limits(), order=order, today=today, number=1)


def _scan(words: str) -> Callable[[], Any]:
    from blattwerk.newsroom.models import Article

    first = words.strip('"').split()[0]
    return lambda: list(
        Article.objects.live().filter(lead__icontains=first).order_by("-published_at")[:20]
    )


def _in_turns(*asked: Callable[[], Any]) -> list[float]:
    times: list[list[float]] = [[] for _one in asked]
    for question in asked:
        question()
    for _round in range(ROUNDS):
        for question, taken in zip(asked, times, strict=True):
            began = time.perf_counter()
            question()
            taken.append(1000 * (time.perf_counter() - began))
    return [statistics.median(taken) for taken in times]


if __name__ == "__main__":
    main()
