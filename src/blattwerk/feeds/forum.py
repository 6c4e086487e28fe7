"""A discussion in the words of schema.org: its newest comments, and how many there are."""

from collections.abc import Sequence
from typing import Any

from wagtail.models import Page

from blattwerk.common.addresses import absolute
from blattwerk.discussion.models import Comment
from blattwerk.discussion.queries import Branch, Discussion, comments_under
from blattwerk.feeds import wording
from blattwerk.feeds.things import Thing, publisher, without_blanks
from blattwerk.newsroom.models import Paper

MOST_COMMENTS = 10  # of those on the page; the page itself has all


def discussion_facts(page: Page) -> Thing:
    """What the thing that is discussed says of its discussion; nothing where nobody wrote."""
    count = comments_under(page)
    if not count:
        return {}
    return {
        "commentCount": count,
        "interactionStatistic": _counted("CommentAction", count),
        "discussionUrl": absolute(page.thread.get_absolute_url()),
    }


def discussion_graph(
    discussion: Discussion, branches: Sequence[Branch], paper: Paper
) -> list[Thing]:
    """The thread as a posting of the paper's with the comments below it."""
    page, thread = discussion.page, discussion.thread
    address = absolute(thread.get_absolute_url())
    readable = [branch.comment for branch in branches if branch.comment.is_public]
    first: Any = getattr(page, "published_at", None) or page.first_published_at
    posting = {
        "@type": "DiscussionForumPosting",
        "@id": f"{address}#discussion",
        "url": address,
        "mainEntityOfPage": address,
        "headline": page.title,
        "author": publisher(paper),
        "datePublished": wording.local(first).isoformat() if first else "",
        "inLanguage": wording.LANGUAGE,
        "sharedContent": {"@type": "WebPage", "url": absolute(page.url)},
        "commentCount": thread.comments,
        "interactionStatistic": _counted("CommentAction", thread.comments),
        "comment": [_comment(each) for each in readable[:MOST_COMMENTS]],
    }
    return [without_blanks(posting)]


def _comment(comment: Comment) -> Thing:
    writer, when, edited = comment.writer, comment.public_at, comment.edited_at
    said = {
        "@type": "Comment",
        "url": absolute(comment.get_absolute_url()),
        "text": comment.text,
        "author": {"@type": "Person", "name": writer.public_name} if writer else "",
        "datePublished": wording.local(when).isoformat() if when else "",
        "dateModified": wording.local(edited).isoformat() if edited else "",
        "interactionStatistic": _counted("LikeAction", comment.recommended),
    }
    return without_blanks(said)


def _counted(action: str, count: int) -> Thing:
    kind = f"https://schema.org/{action}"
    return {
        "@type": "InteractionCounter",
        "interactionType": kind,
        "userInteractionCount": count,
    }
