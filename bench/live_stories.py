"""One measurement among N live stories, in a process of its own: prints its figures as JSON.

    python -m bench.live_stories fill --stories 1000
    python -m bench.live_stories ours --stories 1000 --articles 600
    python -m bench.live_stories reference --stories 1000 --articles 60

`bench.stories` calls it, on one core, with a database that stands ready in the environment.
"""

import argparse
import json
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

BATCH = 250
FILLED_AT_ONCE = 1_000

Figures = dict[str, float]


def main() -> None:
    """Do what is asked, print its figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("deed", choices=("fill", "ours", "reference"))
    options.add_argument("--stories", type=int, required=True)
    options.add_argument("--articles", type=int, default=600)
    asked = options.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    import django

    django.setup()
    before = _peak()
    deeds: dict[str, Callable[[int, int], Figures]] = {
        "fill": _fill, "ours": _ours, "reference": _reference
    }  # fmt: skip
    figures = deeds[asked.deed](asked.stories, asked.articles)
    print(json.dumps({**figures, "mb": _peak(), "mb_before": before}))


def _peak() -> float:
    """Of this program alone; getrusage would count what ran before it in the same process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _fill(stories: int, _articles: int) -> Figures:
    """Add live stories until there are as many."""
    from django.db import connection, transaction

    from bench.story_words import FIRST_ARTICLE, StoryWords
    from blattwerk.stories.detect.features import features_of
    from blattwerk.stories.detect.shelf import Shelf
    from blattwerk.stories.models import Profile

    words = StoryWords(stories)
    standing = Profile.objects.filter(story__lt=FIRST_ARTICLE).count()
    began = time.perf_counter()
    for first in range(standing, stories, FILLED_AT_ONCE):
        with transaction.atomic():
            shelf = Shelf(connection)
            for number in range(first, min(first + FILLED_AT_ONCE, stories)):
                piece = words.story(number)
                features = features_of(piece)
                shelf.count(features, piece.moment)
                shelf.keep(piece.number, features, piece.moment)
                shelf.put(piece.number, features, piece.moment)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {"seconds": time.perf_counter() - began}


def _ours(stories: int, articles: int) -> Figures:
    """First in batches, then one by one with a commit each."""
    from bench.story_words import StoryWords

    words = StoryWords(stories)
    asked = [words.article(number) for number in range(2 * articles)]
    batched, singly = asked[:articles], asked[articles:]
    began, worked = time.perf_counter(), time.process_time()
    right = sum(sum(_take_in(batch)) for batch in _pieces(batched))
    taken, worked = time.perf_counter() - began, time.process_time() - worked
    times = []
    for one in singly:
        started = time.perf_counter()
        right += sum(_take_in([one]))
        times.append(1000 * (time.perf_counter() - started))
    return {
        "rate": articles / taken,
        "rate_by_cpu": articles / worked,
        "median_ms": statistics.median(times),
        "p99_ms": statistics.quantiles(times, n=100)[98],
        "right": right / len(asked),
    }


def _take_in(batch: Iterable[tuple[Any, int | None]]) -> list[bool]:
    """Place articles in one transaction; for each, whether it went where it belongs."""
    from django.db import connection, transaction

    from blattwerk.stories.detect.features import features_of
    from blattwerk.stories.detect.find import find_story
    from blattwerk.stories.detect.shapes import Choice
    from blattwerk.stories.detect.shelf import Shelf

    right = []
    with transaction.atomic():
        shelf = Shelf(connection)
        for piece, followed in batch:
            features = features_of(piece)
            shelf.find_copy(features, piece.moment)
            shelf.count(features, piece.moment)
            found = find_story(shelf, features, piece.moment)
            story = found.story if found.choice is Choice.JOIN else None
            shelf.keep(piece.number, features, piece.moment)
            shelf.put(story or piece.number, features, piece.moment)
            right.append((found.story if found.choice is not Choice.NEW else None) == followed)
    return right


def _reference(stories: int, articles: int) -> Figures:
    """Every live story in a Python dict; each article is compared with all of them."""
    from bench.story_words import StoryWords
    from blattwerk.stories.detect.features import features_of
    from blattwerk.stories.detect.weigh import dot, weigh

    live = dict(_live_stories(stories))
    counts = Counter(term for words in live.values() for term in words)
    drawn = StoryWords(stories)
    times, right = [], 0
    for piece, followed in map(drawn.article, range(articles)):
        started = time.perf_counter()
        features = features_of(piece)
        words = weigh(features, counts, len(live)).words
        best = max(live, key=lambda story, words=words: dot(words, live[story]))  # type: ignore[misc]
        times.append(1000 * (time.perf_counter() - started))
        right += followed in (best, None)
    return {
        "rate": 1000 * articles / sum(times),
        "median_ms": statistics.median(times),
        "p99_ms": statistics.quantiles(times, n=100)[98],
        "right": right / articles,
    }


def _live_stories(stories: int) -> Iterator[tuple[int, dict[int, float]]]:
    """The stories that ours has, as they were filled in."""
    from blattwerk.stories.detect.profile import Profile as Vectors
    from blattwerk.stories.detect.weigh import unit
    from blattwerk.stories.models import Profile

    rows = Profile.objects.filter(story__lt=stories).values_list("story", "terms")
    for story, raw in rows.iterator(chunk_size=FILLED_AT_ONCE):
        yield story, unit(dict(Vectors.from_bytes(bytes(raw)).words))


def _pieces(asked: list[Any]) -> Iterator[list[Any]]:
    return (asked[first : first + BATCH] for first in range(0, len(asked), BATCH))


if __name__ == "__main__":
    main()
