"""What an address names: a page that is discussed, a comment that can be read."""

from wagtail.models import Page

from blattwerk.discussion.errors import NoSuchComment, NoSuchThread
from blattwerk.discussion.models import Comment
from blattwerk.discussion.recent import for_a_second
from blattwerk.newsroom.models import Article


@for_a_second
def discussed(number: int) -> Page:
    """The article of that number, or another page with a thread, which readers can read.

    Others are given the same page for a second: it is to be read only. Raises NoSuchThread.
    """
    article = Article.objects.filter(pk=number, live=True).defer("body").first()
    page = article or Page.objects.filter(pk=number, live=True, thread__isnull=False).first()
    if page is None:
        raise NoSuchThread
    return page


def found(number: int) -> Comment:
    """The comment of that number, whatever became of it. Raises NoSuchComment."""
    rows = Comment.objects.select_related("thread__page", "writer", "parent__writer")
    comment = rows.filter(pk=number).first()
    if comment is None:
        raise NoSuchComment
    return comment


def readable(number: int) -> Comment:
    """The comment of that number, which readers can read. Raises NoSuchComment."""
    comment = found(number)
    if not comment.is_public or not (comment.thread.page and comment.thread.page.live):
        raise NoSuchComment
    return comment
