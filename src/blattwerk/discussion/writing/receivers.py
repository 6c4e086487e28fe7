"""Comments that come out are told in the background, where anybody wants to be told."""

from typing import Any

from django.dispatch import receiver

from blattwerk.discussion.models import Follow, Letter, Wishes
from blattwerk.discussion.signals import comment_published, comment_removed
from blattwerk.discussion.writing.mails import REPLY
from blattwerk.discussion.writing.tasks import tell_of


@receiver(comment_published)
def tell(comment_id: int, number: int, **_: Any) -> None:
    if _is_awaited(comment_id, number):
        tell_of.enqueue(comment_id, number)


@receiver(comment_removed)
def forget(comment_id: int, **_: Any) -> None:
    """What waits to be mailed of it is not mailed any more."""
    Letter.objects.filter(template=REPLY, sent_at=None, context__comment=comment_id).delete()


def _is_awaited(comment_id: int, number: int) -> bool:
    """Whether somebody follows the thread, or waits for answers to what this one answers."""
    waiting = Wishes.objects.filter(mail_on_reply=True, reader__comments__answers=comment_id)
    return Follow.objects.filter(thread_id=number).exists() or waiting.exists()
