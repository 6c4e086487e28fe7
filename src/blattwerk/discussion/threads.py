"""A page's thread, made when it is first needed."""

from wagtail.models import Page

from blattwerk.discussion.models import Thread


def thread_of(page: Page) -> Thread:
    """The thread under a page; there is one for each page that was ever asked."""
    thread, _made = Thread.objects.get_or_create(
        number=page.pk, defaults={"page_id": page.pk, "title": page.title[:255]}
    )
    return thread
