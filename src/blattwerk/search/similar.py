"""Articles on the same matter: those that share the rare words of a headline and its lead.

The index itself is asked, not the texts: for each word its newest articles, at most 400. How many
there are tells how rare the word is, so that one question answers all; it costs the same however
many articles there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import log

from django.db import connection

from blattwerk.common.stems import STOP_WORDS, words
from blattwerk.newsroom.models import Article
from blattwerk.search.lookup import rows_of
from blattwerk.search.models import Entry
from blattwerk.search.wording import STEM

MOST_TERMS = 20
SHORTEST_STEM = 3
READ_OF_EACH = 400  # of a word that stands in more articles nothing can be learned
COUNTED = 2_000  # a paper of more articles is as one of so many
HEADLINE, TOP = 2.0, 1.0  # what a word counts by where this article has it
IN_BODY = 0.35  # and by where the other one has it, against its headline or lead
LEAST_SHARE, LEAST_TERMS = 0.2, 3
OLD_SHARE, OLD_DAYS = 0.5, 90.0  # what long past articles keep of their score


@dataclass(frozen=True)
class Similar:
    """Another article; `score` is the share of this one's rare words that it has, aged."""

    number: int
    score: float


def similar_articles(
    article: Article, *, today: date, limit: int, without: Collection[int] = ()
) -> list[Similar]:
    """Up to `limit` articles on the same matter, the most similar first."""
    terms = _terms(article)
    if not terms:
        return []
    shared = _shared(list(terms), {article.pk, *without})
    found = _scored(terms, shared)
    days = dict(Entry.objects.filter(pk__in=found).values_list("pk", "day"))
    aged = (
        Similar(number, score * _freshness(today.toordinal() - days[number]))
        for number, score in found.items()
        if number in days
    )
    return sorted(aged, key=lambda one: (-one.score, -one.number))[:limit]


@dataclass(frozen=True)
class _Shared:
    """Where one term stands: in whose headline or lead, in whose text."""

    held: frozenset[int]
    on_top: frozenset[int]
    rarity: float


def _terms(article: Article) -> dict[str, float]:
    """The stems of the words that tell what it is about, each with its weight."""
    weights: dict[str, float] = {}
    for text, weight in ((article.title, HEADLINE), (article.kicker, TOP), (article.lead, TOP)):
        for word in words(text):
            telling = word.folded not in STOP_WORDS and len(word.stem) >= SHORTEST_STEM
            if telling and not word.folded.isdigit():
                weights.setdefault(word.stem, weight)
    return dict(list(weights.items())[:MOST_TERMS])


def _shared(terms: list[str], without: set[int]) -> dict[str, _Shared]:
    """What is known of each term that is rare enough to tell anything."""
    held, on_top = _postings(terms)
    whole = _counted()
    common = min(READ_OF_EACH, max(whole // 4, 2))
    return {
        terms[place]: _Shared(
            held=frozenset(numbers - without),
            on_top=frozenset(on_top[place] - without),
            rarity=log(whole / len(numbers)),
        )
        for place, numbers in held.items()
        if 2 <= len(numbers) <= common
    }


def _scored(terms: dict[str, float], shared: dict[str, _Shared]) -> dict[int, float]:
    """The share of the terms' whole weight that each article has, where that is enough."""
    reached: dict[int, float] = defaultdict(float)
    times: dict[int, int] = defaultdict(int)
    for term, known in shared.items():
        weight = terms[term] * known.rarity
        for number in known.held:
            reached[number] += weight * (1.0 if number in known.on_top else IN_BODY)
            times[number] += 1
    whole = sum(terms[term] * known.rarity for term, known in shared.items())
    if not whole:
        return {}  # every article has them all: a paper of a few
    seen_on_top = set(_all(known.on_top for known in shared.values()))
    return {
        number: score / whole
        for number, score in reached.items()
        if number in seen_on_top and times[number] >= LEAST_TERMS and score >= LEAST_SHARE * whole
    }


def _postings(terms: list[str]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """The newest articles that hold each term, by its place: anywhere, in headline or lead."""
    arms = " UNION ALL ".join(_arm(place) for place in range(2 * len(terms)))
    asked = [_asked(term, on_top=on_top) for on_top in (False, True) for term in terms]
    held: dict[int, set[int]] = defaultdict(set)
    on_top: dict[int, set[int]] = defaultdict(set)
    for place, number in rows_of(arms, asked):
        (held if place < len(terms) else on_top)[place % len(terms)].add(number)
    return held, on_top


def _arm(place: int) -> str:
    if connection.vendor == "postgresql":
        table, key, match = "search_entry", "article_id", "vector @@ to_tsquery('simple', %s)"
    else:
        table, key, match = "search_index", "rowid", "search_index MATCH %s"
    return f"""
        SELECT * FROM (
            SELECT {place} AS place, {key} FROM {table} WHERE {match}
            ORDER BY {key} DESC LIMIT {READ_OF_EACH + 1}
        ) arm{place}
    """  # noqa: S608  # constants and a number


def _asked(term: str, *, on_top: bool) -> str:
    """Stems are letters and digits only: nothing in them can end a quotation."""
    if connection.vendor == "postgresql":
        return f"'{STEM}{term}'{':AB' if on_top else ''}"
    return f'{{headline top}} : "{STEM}{term}"' if on_top else f'"{STEM}{term}"'


def _counted() -> int:
    return Entry.objects.order_by()[:COUNTED].count()


def _freshness(age: int) -> float:
    return OLD_SHARE + (1 - OLD_SHARE) / (1 + max(age, 0) / OLD_DAYS)


def _all(sets: Iterable[frozenset[int]]) -> Iterator[int]:
    for numbers in sets:
        yield from numbers
