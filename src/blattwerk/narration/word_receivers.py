"""A change of the pronunciation list is heard in the articles it concerns."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from blattwerk.narration.models import Pronunciation


@receiver(pre_save, sender=Pronunciation)
def unlearn(instance: Pronunciation, **_: Any) -> None:
    """An entry that is rewritten concerns the articles with its former word, too."""
    before = Pronunciation.objects.filter(pk=instance.pk).first()
    if before and (before.word, before.language) != (instance.word, instance.language):
        _speak_anew(before)


@receiver([post_save, post_delete], sender=Pronunciation)
def learn(instance: Pronunciation, **_: Any) -> None:
    _speak_anew(instance)


def _speak_anew(entry: Pronunciation) -> None:
    from blattwerk.narration.tasks import respeak_word

    transaction.on_commit(partial(respeak_word.enqueue, entry.word, entry.language))
