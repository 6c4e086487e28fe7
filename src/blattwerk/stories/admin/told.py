"""What the desk's pages tell: articles as far as a person may see them, evidence, decisions."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.permissions import branches_of
from blattwerk.stories.admin.doors import may_come
from blattwerk.stories.models import Decision, Deed, Membership, Story
from blattwerk.stories.reasons import reason

NUMBERS = {
    "words": gettext_lazy("Shared words"),
    "pieces": gettext_lazy("Shared parts of words"),
    "title": gettext_lazy("Words of the headline"),
    "names": gettext_lazy("Names"),
    "much": gettext_lazy("Number of rare words"),
    "days": gettext_lazy("Days in between"),
    "size": gettext_lazy("Size of the story"),
    "places": gettext_lazy("Other places"),
    "figures": gettext_lazy("Other figures"),
    "format": gettext_lazy("A form that recurs"),
    "meaning": gettext_lazy("Meaning"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """An article in a list."""

    number: int
    headline: str
    kicker: str
    lead: str
    section: str
    published_at: datetime | None
    live: bool
    may_place: bool  # whether the person may say where it belongs, and edit it


@dataclass(frozen=True)
class Word:
    """A shared word and its share of all that is shared."""

    word: str
    percent: int


@dataclass(frozen=True, kw_only=True)
class Told:
    """A row of evidence as people read it; percents from 0 to 100, None where it says nothing."""

    sentence: str
    words: list[Word]
    sure: int | None
    margin: float | None
    runner_up: int | None
    time: float | None
    parts: list[tuple[str, float]]
    model: str


@dataclass(frozen=True, kw_only=True)
class Member:
    """An article of a story, why it is there and who put it there."""

    line: Line
    chapter: int | None
    why: str
    by: str
    copy_of: str


class Eyes:
    """Sees articles as one person may: no headline of what another desk has not published."""

    def __init__(self, user: Any) -> None:
        self.comes = may_come(user)
        self.seen = branches_of(user)
        self.edited = branches_of(user, "change")

    def line(self, article: Article) -> Line:
        """The article as a line."""
        shown = article.live or article.path.startswith(self.seen)
        return Line(
            number=article.pk,
            headline=article.title if shown else _("(not published)"),
            kicker=article.kicker if shown else "",
            lead=article.lead if shown else "",
            section=article.section.title if article.section else "",
            published_at=article.published_at,
            live=article.live,
            may_place=self.comes and article.path.startswith(self.edited),
        )

    def lines(self, articles: Iterable[Article]) -> list[Line]:
        """Several, in their order."""
        return [self.line(article) for article in articles]

    def member(self, membership: Membership) -> Member:
        """An article in its story."""
        original = membership.copy_of
        return Member(
            line=self.line(membership.article),
            chapter=membership.chapter.number if membership.chapter else None,
            why=why_here(membership),
            by=placed_by(membership.decision),
            copy_of=self.line(original).headline if original else "",
        )


def why_here(membership: Membership) -> str:
    """The reason in a sentence, whoever placed the article."""
    if membership.decision is not None:
        return membership.decision.why
    if membership.copy_of_id:
        return _("It is a copy of an article of this story.")
    return reason(membership.evidence) or _("The story began with it, or it stood alone.")


def placed_by(decision: Decision | None) -> str:
    """Who put an article where it is."""
    if decision is None:
        return _("by the system")
    return _("by %(name)s (%(deed)s)") % {
        "name": who(decision),
        "deed": decision.get_deed_display(),
    }


def who(decision: Decision) -> str:
    """The person's name; decisions outlive people."""
    return str(decision.by) if decision.by else _("somebody who is no longer here")


def told(evidence: dict[str, Any]) -> Told:
    """Evidence as people read it."""
    score = evidence.get("score")
    return Told(
        sentence=reason(evidence),
        words=[
            Word(str(found["word"]), percent(found["share"]))
            for found in evidence.get("words") or []
        ],
        sure=None if score is None else percent(1 / (1 + math.exp(-score))),
        margin=evidence.get("margin"),
        runner_up=evidence.get("runner_up"),
        time=evidence.get("time"),
        parts=_parts(evidence),
        model=str(evidence.get("model") or ""),
    )


def _parts(evidence: dict[str, Any]) -> list[tuple[str, float]]:
    """What the score is the sum of, the weightiest first."""
    parts = sorted((evidence.get("parts") or {}).items(), key=lambda part: -abs(part[1]))
    named = [(str(NUMBERS.get(name, name)), float(value)) for name, value in parts]
    constant = evidence.get("constant")
    return named if constant is None else [*named, (_("Constant"), float(constant))]


def percent(share: float) -> int:
    """0.314 is 31."""
    return round(100 * share)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A decision in the history."""

    number: int
    at: datetime
    by: str
    deed: str
    about: str
    why: str
    other: Story | None
    undone: str
    can_be_undone: bool


def entry(decision: Decision, story: Story, headlines: dict[int, str], *, free: bool) -> Entry:
    """A decision as the page of `story` tells it; `headlines` by article number.

    It is `free` where no later decision rests on it.
    """
    undone: Decision | None = getattr(decision, "undone_by", None)
    other = decision.other if decision.story_id == story.pk else decision.story
    return Entry(
        number=decision.pk,
        at=decision.at,
        by=who(decision),
        deed=str(decision.get_deed_display()),
        about=_about(decision, headlines),
        why=decision.why,
        other=other if other and other.pk != story.pk else None,
        undone=_("undone by %(name)s") % {"name": who(undone)} if undone else "",
        can_be_undone=free and undone is None and decision.deed != Deed.UNDO,
    )


def articles_in(decision: Decision) -> list[int]:
    """The numbers of the articles a decision names."""
    alone = [decision.article_id] if decision.article_id else []
    return [*alone, *decision.articles]


def _about(decision: Decision, headlines: dict[int, str]) -> str:
    if decision.undoes:
        return str(decision.undoes.get_deed_display())
    named = [headlines.get(number) or f"#{number}" for number in articles_in(decision)]
    return " · ".join(named)
