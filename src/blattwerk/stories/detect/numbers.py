"""How an article and a story compare, as a few named numbers between 0 and 1."""

from collections.abc import Collection, Mapping
from math import exp, log

from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.forms import MATCH
from blattwerk.stories.detect.meaning import nearness
from blattwerk.stories.detect.profile import Profile, form_keys
from blattwerk.stories.detect.weigh import Weighed, dot
from blattwerk.stories.detect.wording import Term

LONG = 14 * 24  # hours
MUCH = 4.0  # rare words
FEW = 2.0  # names
OTHERS = 30.0  # articles that are assumed before any is counted
HARDLY = 0.002  # of all articles; rarer is not told apart
MUCH_LIKELIER = 6.0  # as a logarithm


def numbers_of(
    features: Features, weighed: Weighed, hour: int, story: Profile, mean: bytes = b""
) -> dict[str, float]:
    """`mean` is that of the language's vectors; with it, where both have one, "meaning"."""
    meaning = nearness(features.vector, story.vector, mean)
    terms = features.wording.terms
    shared = [key for key in terms if key in story.words]
    words = dot(weighed.words, story.words) / (story.length or 1.0)
    pieces = dot(weighed.grams, story.grams) / (story.gram_length or 1.0)
    return {
        "words": words,
        "nearest": max((dot(weighed.words, member) for member in story.members), default=0.0),
        "pieces": pieces,
        "much": 1 - exp(-sum(weighed.rarity[key] for key in shared if not terms[key].pair) / MUCH),
        "own": 1 - exp(-_own(terms, weighed, story) / FEW),
        "days": min(apart(hour, story) / LONG, 1.0),
        "places": _elsewhere(features, story),
        "figures": _clash(features.wording.numbers, story.numbers),
        "format": _other_occasion(features, hour, story),
        **({} if meaning is None else {"meaning": meaning}),
    }


def apart(hour: int, story: Profile) -> int:
    """Hours between the article and the story's nearest end; 0 where it lies within."""
    return max(hour - story.last, story.first - hour, 0)


def _own(terms: dict[int, Term], weighed: Weighed, story: Profile) -> float:
    """How many names are shared that the story has and hardly any article outside it.

    Each counts by how much likelier it is inside than outside, so that a head of state, who is in
    many stories, says little.
    """
    found = 0.0
    for key, term in terms.items():
        if term.name and not term.pair and key in story.times:
            inside = story.times[key]
            others = max(weighed.counts[key] - inside - 1, 0.0) + 0.5
            outside = max(others / (weighed.total + OTHERS), weighed.usual.get(key, 0.0), HARDLY)
            found += min(max(log(inside / story.size / outside) / MUCH_LIKELIER, 0.0), 1.0) ** 2
    return found


def _other_occasion(features: Features, hour: int, story: Profile) -> float:
    """1 where both are of one recurring form, such as the weather, but not of one occasion."""
    wording = features.wording
    if wording.form == MATCH:
        return float(bool(wording.scores and story.scores) and not wording.scores & {*story.scores})
    form, *occasion = form_keys(wording.form, hour) or [0]
    return float(form in story.forms and not {*occasion} & {*story.forms})


def _elsewhere(features: Features, story: Profile) -> float:
    """1 where each is in places that the other does not name, and they share no full name.

    Persons, ships and storms go from place to place; two robberies are known by theirs.
    """
    ours, theirs, terms = features.wording.places, story.places, features.wording.terms
    if not ours or not theirs:
        return 0.0
    if any(key in story.words for key in ours) or any(key in terms for key in theirs):
        return 0.0
    shared = (term for key, term in terms.items() if key in story.words)
    return float(not any(term.quoted or _in_full(term, terms) for term in shared))


def _in_full(term: Term, terms: Mapping[int, Term]) -> bool:
    """Whether it is two names in a row, such as a person's."""
    return term.pair is not None and all(terms[word].name for word in term.pair)


def _clash(ours: Collection[int], theirs: Collection[int]) -> float:
    if not ours or not theirs:
        return 0.0
    return 1.0 - len(set(ours) & set(theirs)) / min(len(ours), len(set(theirs)))
