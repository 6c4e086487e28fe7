"""Which decisions rest on which: what was decided on top of one is undone before it.

Whoever begins a story by hand names none of the stories that its articles come from. But those
articles stand by that word, and once they no longer do, what moved them on is the newer decision.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from blattwerk.stories.decided import in_force
from blattwerk.stories.models import Decision, Deed, Membership, Story

# What a deed changes of a story itself; two deeds on one story get in each other's way only here.
FIELDS: dict[str, tuple[str, ...]] = {
    Deed.RENAME: ("title", "standfirst", "titled_by_hand"),
    Deed.LOCK: ("locked",),
    Deed.UNLOCK: ("locked",),
    Deed.PIN: ("pinned",),
    Deed.UNPIN: ("pinned",),
    Deed.PUBLISH: ("public_by_hand",),
    Deed.HIDE: ("public_by_hand",),
    Deed.MERGE: ("merged_into_id",),
}


@dataclass(frozen=True)
class _Ground:
    """What a decision stands on: the stories and articles it changed."""

    stories: frozenset[int]
    articles: frozenset[int]

    def is_touched_by(self, later: Decision, placed: dict[int, int | None]) -> bool:
        """Whether `later` may rest on it; `placed` says whose word the articles stand by."""
        return (
            bool(self.stories & {later.story_id, later.other_id})
            or later.article_id in self.articles
            or any(placed.get(number) == later.pk for number in self.articles)
        )


def decided_on_top(decision: Decision) -> Decision | None:
    """The newest decision in force that rests on this one, which must be undone first."""
    return decided_on_top_of([decision])[decision.pk]


def decided_on_top_of(decisions: Sequence[Decision]) -> dict[int, Decision | None]:
    """The same for several by number, in as many queries as for one."""
    grounds = {each.pk: _ground(each) for each in decisions}
    articles = {number for ground in grounds.values() for number in ground.articles}
    stories = {number for ground in grounds.values() for number in ground.stories}
    placed = _placed_by(articles)
    later = _later(min(grounds, default=0), stories, articles, {*placed.values()} - {None})
    inside = _inside_of({each.story_id for each in decisions if each.deed == Deed.SPLIT})
    went_into = _went_into(stories)
    found: dict[int, Decision | None] = {}
    for decision in decisions:
        own = _aspects(decision) | _taken_in_since(decision, inside)
        own |= _comes_back(decision, went_into)
        found[decision.pk] = next(
            (
                each
                for each in later
                if each.pk > decision.pk
                and own & _aspects(each)
                and grounds[decision.pk].is_touched_by(each, placed)
            ),
            None,
        )
    return found


def _ground(decision: Decision) -> _Ground:
    before = decision.before.get("memberships", [])
    named = {decision.story_id, decision.other_id, *(each["story"] for each in before)}
    return _Ground(
        stories=frozenset(number for number in named if number is not None),
        articles=frozenset(each["article"] for each in before),
    )


def _placed_by(articles: Collection[int]) -> dict[int, int | None]:
    standing = Membership.objects.filter(article__in=articles)
    return dict(standing.values_list("article_id", "decision_id"))


def _later(
    oldest: int,
    stories: Collection[int],
    articles: Collection[int],
    placings: Collection[int | None],
) -> list[Decision]:
    about = (
        Q(story_id__in=stories)
        | Q(other_id__in=stories)
        | Q(article_id__in=articles)
        | Q(pk__in=placings)
    )
    return list(in_force().filter(about, pk__gt=oldest))


def _inside_of(stories: Collection[int | None]) -> dict[int, set[int]]:
    inside: dict[int, set[int]] = {}
    rows = Membership.objects.filter(story__in=stories).values_list("story_id", "article_id")
    for story, article in rows:
        inside.setdefault(story, set()).add(article)
    return inside


def _went_into(stories: Collection[int]) -> dict[int, int | None]:
    merged = Story.objects.filter(pk__in=stories, merged_into__isnull=False)
    return dict(merged.values_list("pk", "merged_into_id"))


def _aspects(decision: Decision) -> set[str]:
    articles = {f"article {each['article']}" for each in decision.before.get("memberships", [])}
    stories = {
        f"{name} {each['story']}"
        for each in decision.before.get("stories", [])
        for name in FIELDS.get(decision.deed, ())
    }
    return articles | stories | _wholes(decision) | _kept_out(decision)


def _kept_out(decision: Decision) -> set[str]:
    if decision.deed != Deed.FORBID:
        return set()
    return {_way(decision.article_id, decision.story_id)}


def _comes_back(decision: Decision, went_into: dict[int, int | None]) -> set[str]:
    """The ways that articles go back: none may lead to where one was kept out since."""
    ways = [(each["article"], each["story"]) for each in decision.before.get("memberships", [])]
    return {
        _way(article, there) for article, story in ways for there in (story, went_into.get(story))
    }


def _way(article: int | None, story: int | None) -> str:
    return f"article {article} into {story}"


def _wholes(decision: Decision) -> set[str]:
    """What a merge has ended, and what a split leads back to: the later one is undone first."""
    if decision.deed == Deed.MERGE:
        return {f"whole {decision.other_id}"}
    if decision.deed == Deed.SPLIT:
        return {f"whole {decision.story_id}", f"whole {decision.other_id}"}
    return set()


def _taken_in_since(decision: Decision, inside: dict[int, set[int]]) -> set[str]:
    """What came to a story that was split off goes back with it, unless a person placed it."""
    if decision.deed != Deed.SPLIT or decision.story_id is None:
        return set()
    return {f"article {number}" for number in inside.get(decision.story_id, ())}
