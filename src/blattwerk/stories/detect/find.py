"""The best story for an article, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from math import exp
from typing import Any

from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.model import SEMANTIC, Model, shipped, sure_of
from blattwerk.stories.detect.numbers import apart, numbers_of
from blattwerk.stories.detect.profile import Profile
from blattwerk.stories.detect.shapes import Choice, Found
from blattwerk.stories.detect.shelf import Shelf, hour_of
from blattwerk.stories.detect.weigh import Weighed

TOP_WORDS = 8
_TIME_FADES = 10 * 24  # hours; as told to people


@dataclass(frozen=True, kw_only=True)
class _Candidate:
    story: int
    score: float
    numbers: dict[str, float]
    parts: dict[str, float]
    model: Model

    @classmethod
    def of(cls, story: int, numbers: dict[str, float], model: Model) -> "_Candidate":
        parts = model.parts(numbers)
        score = model.score(parts)
        return cls(story=story, score=score, numbers=numbers, parts=parts, model=model)


def find_story(
    shelf: Shelf,
    features: Features,
    moment: datetime,
    *,
    also: Collection[int] = (),
    linked: Collection[int] = (),
    never: Collection[int] = (),
    model: Model | None = None,
) -> Found:
    """`also` and `linked` are candidates whatever the index says, `never` those a human forbade.

    `linked` are stories the text itself links to: whoever links to an affair says that it goes on,
    so its rest does not count against it. Words still decide.
    """
    with_meaning = model or shipped(SEMANTIC)
    lexical = model or shipped()
    weighed = shelf.weighed(features, moment)
    asked = [*shelf.candidates(weighed, moment), *sorted(also), *sorted(linked)]
    profiles = shelf.profiles([each for each in dict.fromkeys(asked) if each not in set(never)])
    hour = hour_of(moment)
    mean = shelf.mean(features.language) if features.vector else b""
    candidates = []
    for story, profile in profiles.items():
        numbers = numbers_of(features, weighed, hour, profile, mean)
        if story in linked:
            numbers["days"] = 0.0
        chosen = with_meaning if "meaning" in numbers else lexical
        candidates.append(_Candidate.of(story, numbers, chosen))
    if not candidates:
        return Found(choice=Choice.NEW)
    best, *others = sorted(candidates, key=lambda each: (-each.score, each.story))
    told = _told(features, weighed, hour, profiles[best.story])
    if best.story in linked:
        told["linked"] = True
    return _found(best, others[0] if others else None, told)


def _found(best: _Candidate, runner_up: _Candidate | None, told: dict[str, Any]) -> Found:
    sure = sure_of(best.score)
    margin = round(sure - sure_of(runner_up.score), 4) if runner_up else 1.0
    choice = choice_of(sure, margin, best.model)
    return Found(
        choice=choice,
        story=best.story if choice is not Choice.NEW else None,
        score=best.score,
        sure=sure,
        margin=margin,
        runner_up=runner_up.story if runner_up else None,
        evidence={
            **told,
            "numbers": {name: round(value, 4) for name, value in best.numbers.items()},
            "parts": best.parts,
            "constant": best.model.constant,
            "score": best.score,
            "margin": margin,
            "runner_up": runner_up.story if runner_up else None,
            "model": best.model.version,
        },
    )


def choice_of(sure: float, margin: float, model: Model) -> Choice:
    if sure >= model.join and margin >= model.clear:
        return Choice.JOIN
    return Choice.GREY if sure >= model.grey else Choice.NEW


def _told(features: Features, weighed: Weighed, hour: int, profile: Profile) -> dict[str, Any]:
    """The shared words as they are written in the article, with their share of what is shared."""
    says = {
        key: weight * profile.words[key]
        for key, weight in weighed.words.items()
        if key in profile.words
    }
    whole = sum(says.values()) or 1.0
    top = sorted(says, key=lambda key: (-says[key], key))[:TOP_WORDS]
    terms = features.wording.terms
    return {
        "words": [
            {"word": terms[key].surface, "share": round(says[key] / whole, 4)} for key in top
        ],
        "time": round(exp(-apart(hour, profile) / _TIME_FADES), 4),
    }
