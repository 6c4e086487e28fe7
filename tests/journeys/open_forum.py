"""A discussion of the running sample paper, open at whatever hour the tests run.

    python -m tests.journeys.open_forum    # prints the article's number and a comment's

In a process of its own, beside the paper.
"""

from uuid import uuid4

OPEN = {
    "months": "never",
    "week": {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
    "exceptions": [],
}


def open_forum() -> tuple[int, int]:
    """Open the newest article's discussion; its number, and that of a comment to recommend."""
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
        text="Das steht schon lange hier.",
        policy="post",
        sent_at=now,
        key=uuid4(),
    )
    set_state(comment, Comment.State.PUBLIC, now)
    return article.pk, comment.pk


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
    django.setup()
    print(*open_forum())
