"""A reader wants mail when something new is public under a page, or no longer."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Follow
from blattwerk.discussion.threads import thread_of


@transaction.atomic
def follow(*, page: Page, reader: User, now: datetime, wanted: bool | None = None) -> bool:
    """Follow (`wanted`), stop following (False), or the other of what is (None); what is now."""
    User.objects.select_for_update().get(pk=reader.pk)  # two clicks of one reader take turns
    present = Follow.objects.filter(reader=reader, thread_id=page.pk)
    was = present.exists()
    wished = not was if wanted is None else wanted
    if wished and not was:
        Follow.objects.create(reader=reader, thread=thread_of(page), since=now)
    elif was and not wished:
        present.delete()
    return wished
