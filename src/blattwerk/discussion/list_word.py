"""The lead lists words and phrases that bring a comment to a person, and takes them out again."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, Phrase
from blattwerk.discussion.placing import tell
from blattwerk.discussion.signals import thread_changed

FIELDS = ("text", "inflected", "exceptions", "note", "in_use")


@dataclass(frozen=True)
class Word:
    """A phrase as it shall be listed."""

    text: str
    inflected: bool = True
    exceptions: tuple[str, ...] = ()
    note: str = ""
    in_use: bool = True

    @property
    def fields(self) -> dict[str, Any]:
        """As a row keeps them."""
        return {**asdict(self), "exceptions": list(self.exceptions)}


@transaction.atomic
def list_word(*, phrase: Phrase, by: User, now: datetime) -> Entry:
    """Keep `phrase` as it is given, new or changed."""
    phrase.changed_at, phrase.changed_by = now, by
    phrase.save()
    return _note(by, now, listed=[plain(phrase)])


@transaction.atomic
def list_words(*, wanted: Iterable[Word], by: User, now: datetime) -> tuple[int, int]:
    """List them all; how many were new, how many changed. One entry of the log tells of it."""
    standing = {phrase.text: phrase for phrase in Phrase.objects.select_for_update()}
    added, changed = [], []
    for word in wanted:
        phrase = standing.get(word.text)
        if phrase is None:
            added.append(Phrase(**word.fields, changed_at=now, changed_by=by))
        elif plain(phrase) != word.fields:
            for name, value in word.fields.items():
                setattr(phrase, name, value)
            phrase.changed_at, phrase.changed_by = now, by
            phrase.save()
            changed.append(phrase)
    Phrase.objects.bulk_create(added)
    if listed := [plain(phrase) for phrase in (*added, *changed)]:
        _note(by, now, listed=listed)
    return len(added), len(changed)


@transaction.atomic
def unlist_word(*, phrase: Phrase, by: User, now: datetime) -> Entry:
    """Take it out of the list; the log remembers it."""
    gone = plain(phrase)
    phrase.delete()
    return _note(by, now, gone=[gone])


def _note(by: User, now: datetime, **what: Any) -> Entry:
    """The log keeps the words; the terms say whether there are any."""
    tell(thread_changed, number=None)
    return write_down(Deed.WORDS, by=by, at=now, **what)


def plain(phrase: Phrase) -> dict[str, Any]:
    """A phrase as the log keeps it."""
    return {name: getattr(phrase, name) for name in FIELDS}
