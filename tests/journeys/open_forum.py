"""A discussion of the running sample paper, open at whatever hour the tests run."""

import json
from dataclasses import dataclass
from uuid import uuid4

from tests.household import Household
from tests.journeys.by_hand import by_hand

OPEN = {
    "months": "never",
    "week": {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
    "exceptions": [],
}
SAID = "Das steht schon lange hier."


@dataclass(frozen=True)
class Forum:
    """The newest article's discussion, and a comment in it that says `SAID`."""

    number: int
    comment: int

    @property
    def address(self) -> str:
        return f"/diskussion/{self.number}/"

    @property
    def form(self) -> str:
        return f"{self.address}formular/"

    @property
    def permalink(self) -> str:
        return f"/diskussion/kommentar/{self.comment}/"


def somebody_writes(house: Household) -> Forum:
    """The discussion, opened, with one comment more."""
    told = by_hand(house, "from tests.journeys.open_forum import write; write()")
    return Forum(**json.loads(told))


def write() -> None:
    """Open it, say something in it; for a process beside the paper."""
    from django.utils import timezone

    from blattwerk.accounts.models import User
    from blattwerk.discussion.models import Comment, RuleSet
    from blattwerk.discussion.placing import set_state
    from blattwerk.discussion.threads import thread_of
    from blattwerk.newsroom.models import Article

    now = timezone.now()
    article = Article.objects.filter(live=True).order_by("-published_at").first()
    assert article
    RuleSet.objects.update_or_create(
        scope="page", key=article.pk, defaults={"plain": OPEN, "changed_at": now}
    )
    somebody = User.objects.create_user(f"{uuid4()}@post.example", public_name=f"Vor {uuid4()}")
    comment = Comment(
        thread=thread_of(article),
        writer=somebody,
        text=SAID,
        policy="post",
        sent_at=now,
        key=uuid4(),
    )
    set_state(comment, Comment.State.PUBLIC, now)
    print(json.dumps({"number": article.pk, "comment": comment.pk}))
