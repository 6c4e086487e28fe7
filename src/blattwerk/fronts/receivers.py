"""Pages that can have a front get one when they are first published."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from blattwerk.fronts.models import Front
from blattwerk.fronts.signals import front_changed
from blattwerk.newsroom.models import Paper, Section


@receiver(page_published, sender=Paper)
@receiver(page_published, sender=Section)
def give_front(instance: Any, **_: Any) -> None:
    Front.objects.get_or_create(page_id=instance.pk)


@receiver(post_save, sender=Front)
def tell_of_change(instance: Front, raw: bool = False, **_: Any) -> None:
    if not raw:
        transaction.on_commit(partial(front_changed.send, sender=Front, front=instance))
