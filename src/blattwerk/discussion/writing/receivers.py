"""Comments that come out are told in the background, where anybody wants to be told."""

from typing import Any

from django.dispatch import receiver

from blattwerk.discussion.models import Letter
from blattwerk.discussion.signals import comment_published, comment_removed
from blattwerk.discussion.wish import is_followed, waits_for_answers
from blattwerk.discussion.writing.mails import REPLY
from blattwerk.discussion.writing.tasks import tell_of


@receiver(comment_published)
def tell(comment_id: int, number: int, parent_id: int | None, **_: Any) -> None:
    if is_followed(number) or (parent_id is not None and waits_for_answers(parent_id)):
        tell_of.enqueue(comment_id, number)


@receiver(comment_removed)
def forget(comment_id: int, **_: Any) -> None:
    """What waits to be mailed of it is not mailed any more."""
    waiting = Letter.objects.filter(sent_at=None, given_up_at=None)  # as the index has them
    waiting.filter(template=REPLY, context__comment=comment_id).delete()
