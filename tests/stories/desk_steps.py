"""All that people and the system can do to stories, as steps to be taken in any order."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from hypothesis import strategies as st

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.begin import begin
from blattwerk.stories.decide import accept, refuse
from blattwerk.stories.decided import in_force
from blattwerk.stories.errors import StoryError
from blattwerk.stories.forbid import forbid
from blattwerk.stories.lock import lock, unlock
from blattwerk.stories.merge import keep_apart, merge
from blattwerk.stories.models import Membership, Proposal, ProposalState
from blattwerk.stories.move import move
from blattwerk.stories.pin import pin, unpin
from blattwerk.stories.place import place
from blattwerk.stories.rename import rename
from blattwerk.stories.repair import repair
from blattwerk.stories.show import hide, publish
from blattwerk.stories.split import split
from blattwerk.stories.undo import undo
from tests.stories.household import NOW, TEXTS, written

COUNT = 8
COPIES = {6: 0, 7: 1}  # by the same words as these
type Step = tuple[str, int, int]
type Deed = Callable[["Desk", int, int], object]


def of_the_desk(section: Section) -> list[Article]:
    """Six articles of two affairs and copies of two of them, none of them placed."""
    names = list(TEXTS)
    articles = []
    for number in range(COUNT):
        told = COPIES.get(number, number)
        what = names[told % len(names)]
        headline = f"{TEXTS[what][0]} ({told})"
        articles.append(written(section, what, hours=12 * number, headline=headline))
    return articles


@contextmanager
def forgotten() -> Iterator[None]:
    """What happens inside has never been."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@dataclass
class Desk:
    """Does the steps; what cannot be done is refused and leaves all as it was."""

    articles: list[Article]

    def do(self, what: str, one: int, other: int) -> None:
        """A step about two articles, or the stories they stand in."""
        try:
            with transaction.atomic():
                STEPS[what](self, one, other)
        except StoryError:
            return

    def number(self, place_: int) -> int:
        return self.articles[place_].pk

    def story(self, place_: int) -> int:
        """Where the article stands; 0, which is no story, before it was placed."""
        membership = Membership.objects.filter(article_id=self.number(place_)).first()
        return membership.story_id if membership else 0

    def see(self, place_: int, *, live: bool) -> None:
        """It is withdrawn, or published again; and its job is done."""
        Article.objects.filter(pk=self.number(place_)).update(live=live)
        place(self.number(place_), now=NOW)

    def take_back(self, place_: int) -> None:
        """The so many newest of the decisions in force."""
        newest = in_force()[place_ : place_ + 1]
        for decision in newest:
            undo(decision_id=decision.pk, by=None, now=NOW)

    def say(self, verdict: Callable[..., object], place_: int) -> None:
        waiting = Proposal.objects.filter(state=ProposalState.OPEN).order_by("pk")
        for proposal in waiting[place_ : place_ + 1]:
            verdict(proposal_id=proposal.pk, by=None, now=NOW)

    def divide(self, one: int, other: int) -> None:
        leaving = {
            self.number(each) for each in (one, other) if self.story(each) == self.story(one)
        }
        split(story_id=self.story(one), article_ids=leaving, by=None, now=NOW)

    def start(self, one: int, other: int) -> None:
        chosen = {self.number(one), self.number(other)}
        begin(title="Von Hand", article_ids=chosen, by=None, now=NOW)


def on_a_story(deed: Callable[..., object]) -> Deed:
    """A deed that needs nothing but the story."""
    return lambda desk, one, _other: deed(story_id=desk.story(one), by=None, now=NOW)


STEPS: dict[str, Deed] = {
    "place": lambda desk, one, other: move(
        article_id=desk.number(one), story_id=desk.story(other) or None, by=None, now=NOW
    ),
    "take out": lambda desk, one, _other: move(
        article_id=desk.number(one), story_id=None, by=None, now=NOW
    ),
    "forbid": lambda desk, one, other: forbid(
        article_id=desk.number(one), story_id=desk.story(other), by=None, now=NOW
    ),
    "merge": lambda desk, one, other: merge(
        into_id=desk.story(one), other_id=desk.story(other), by=None, now=NOW
    ),
    "keep apart": lambda desk, one, other: keep_apart(
        story_id=desk.story(one), other_id=desk.story(other), by=None, now=NOW
    ),
    "split": Desk.divide,
    "begin": Desk.start,
    "undo": lambda desk, one, _other: desk.take_back(one),
    "accept": lambda desk, one, _other: desk.say(accept, one),
    "refuse": lambda desk, one, _other: desk.say(refuse, one),
    "rename": lambda desk, one, other: rename(
        story_id=desk.story(one), title=f"Neu {other}", standfirst="", by=None, now=NOW
    ),
    "lock": on_a_story(lock),
    "unlock": on_a_story(unlock),
    "pin": on_a_story(pin),
    "unpin": on_a_story(unpin),
    "show": on_a_story(publish),
    "hide": on_a_story(hide),
    "withdraw": lambda desk, one, _other: desk.see(one, live=False),
    "publish again": lambda desk, one, _other: desk.see(one, live=True),
    "run": lambda desk, one, _other: place(desk.number(one), now=NOW),
    "repair": lambda _desk, _one, _other: repair(now=NOW),
}
places = st.integers(0, 2) | st.integers(0, COUNT - 1)  # much happens to few articles
orders = st.permutations(range(COUNT))
doings = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), places, places), max_size=12)


def run_all(desk: Desk, *orders_: Sequence[int]) -> None:
    """The system alone: each article's job in these orders, and the hourly repair."""
    for order in orders_:
        for number in order:
            place(desk.number(number), now=NOW)
    repair(now=NOW)
