"""Which topics a text suggests, how surely, and why."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max

from blattwerk.topics.find.gazetteer import Gazetteer, Name
from blattwerk.topics.find.words import read, weigh
from blattwerk.topics.models import Alias, Lesson, Topic
from blattwerk.topics.text import ArticleText

LEAST_SCORE = 0.45
MOST = 8  # suggestions for one article; nobody reads more
SHOWN_WORDS = 5
_PLACES = {"headline": 0.9, "lead": 0.75, "text": 0.35}
_EACH_MORE = {"headline": 0.02, "lead": 0.03, "text": 0.1}
_MORE_AT_MOST = 3


@dataclass(frozen=True)
class Thought:
    """A topic that a text suggests; `evidence` as `models.Suggestion` keeps it."""

    topic_id: int
    score: float
    evidence: dict[str, Any]


def thoughts_on(text: ArticleText) -> list[Thought]:
    """What the text suggests, the surest first, at most eight."""
    named = _named(text)
    learnt = _learnt(text)
    thoughts = []
    for topic_id in sorted(named.keys() | learnt.keys()):
        by_name, found = named.get(topic_id, (0.0, {}))
        by_words, shares = learnt.get(topic_id, (0.0, {}))
        score = round(1 - (1 - by_name) * (1 - by_words), 4)
        if score >= LEAST_SCORE:
            thoughts.append(Thought(topic_id, score, {**found, **shares}))
    return sorted(thoughts, key=lambda one: (-one.score, one.topic_id))[:MOST]


def _named(text: ArticleText) -> dict[int, tuple[float, dict[str, Any]]]:
    """By names in the text: each topic's score and {"found": […]}."""
    names = all_names()
    rows: dict[int, dict[str, dict[str, Any]]] = {}
    shared: Counter[tuple[int, str]] = Counter()
    for where, part in (("headline", text.headline), ("lead", text.lead), ("text", text.body)):
        for mention in names.mentions(part):
            for topic_id in mention.topic_ids:
                row = rows.setdefault(topic_id, {}).setdefault(
                    mention.text, {"text": mention.text, "times": 0, "where": where}
                )
                row["times"] += 1
                shared[topic_id, mention.text] = len(mention.topic_ids)
    return {
        topic_id: (
            max(_sureness(row, shared[topic_id, form]) for form, row in found.items()),
            {"found": sorted(found.values(), key=_rank)},
        )
        for topic_id, found in rows.items()
    }


def _sureness(row: dict[str, Any], sharing: int) -> float:
    """One name's part; where topics share it, none of them can be sure of it."""
    more = min(row["times"] - 1, _MORE_AT_MOST)
    return (_PLACES[row["where"]] + more * _EACH_MORE[row["where"]]) / sharing


def _rank(row: dict[str, Any]) -> tuple[float, int, str]:
    return -_PLACES[row["where"]], -row["times"], row["text"]


def _learnt(text: ArticleText) -> dict[int, tuple[float, dict[str, Any]]]:
    """By words: each topic's score and {"words": […], "articles": n}."""
    lessons = all_lessons()
    if not lessons:
        return {}
    vector = read(text.headline, text.rest)
    found = {}
    for lesson in lessons:
        weight, shares = weigh(vector, lesson.words)
        if weight >= lesson.threshold:
            words = [{"word": word, "share": round(part, 3)} for word, part in shares[:SHOWN_WORDS]]
            evidence = {"words": words, "articles": lesson.articles}
            found[lesson.topic_id] = (lesson.precision, evidence)
    return found


def all_names() -> Gazetteer:
    """The names of all topics as they are now; read anew only when one has changed."""
    topics = Topic.objects.aggregate(many=Count("pk"), last=Max("pk"), at=Max("changed_at"))
    aliases = Alias.objects.aggregate(many=Count("pk"), last=Max("pk"))
    return _names_as_of((*topics.values(), *aliases.values()))


@lru_cache(maxsize=1)
def _names_as_of(_stamp: tuple[Any, ...]) -> Gazetteer:
    own = Topic.objects.order_by("pk").values_list("name", "pk", "kind")
    others = Alias.objects.order_by("pk").values_list("text", "topic_id", "topic__kind")
    return Gazetteer([Name(*row) for row in (*own, *others)])


def all_lessons() -> tuple[Lesson, ...]:
    """What was learnt last; read anew only when something was."""
    told = Lesson.objects.aggregate(many=Count("pk"), at=Max("made_at"))
    return _lessons_as_of(told["many"], told["at"]) if told["many"] else ()


@lru_cache(maxsize=1)
def _lessons_as_of(_many: int, _at: datetime) -> tuple[Lesson, ...]:
    return tuple(Lesson.objects.order_by("pk"))
