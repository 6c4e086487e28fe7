"""A page's thread, made when it is first needed."""

from wagtail.models import Page

from blattwerk.discussion.models import Thread
from blattwerk.discussion.recent import for_a_second


def thread_of(page: Page) -> Thread:
    """The thread under a page; there is one for each page that was ever asked."""
    thread, _made = Thread.objects.get_or_create(
        number=page.pk, defaults={"page_id": page.pk, "title": page.title[:255]}
    )
    return thread


def thread_to_change(page: Page) -> Thread:
    """The thread under a page, its row locked until the transaction is over."""
    return Thread.objects.select_for_update().get(pk=thread_of(page).pk)


def number_of_thread(page: Page) -> int:
    """The number of the thread under a page, which is there from now on."""
    return _number(page)


@for_a_second
def _number(page: Page) -> int:
    return thread_of(page).pk
