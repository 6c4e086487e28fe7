"""The lead, or a page's desk, sets one layer of rules."""

import json
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any

from django.db import transaction
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Comment, Deed, Entry, RuleSet, Thread
from blattwerk.discussion.placing import note_change
from blattwerk.discussion.rules.layers import Layer, lay
from blattwerk.discussion.rules.write import to_plain
from blattwerk.discussion.ruling.errors import RulesChanged
from blattwerk.discussion.signals import thread_changed
from blattwerk.discussion.threads import thread_of

Scope = RuleSet.Scope


@transaction.atomic
def set_rules(
    *, scope: str, key: int, layer: Layer, by: User, now: datetime, seen: str | None = None
) -> Entry | None:
    """What is set for the paper, a section, a topic or a page; all else falls through.

    `seen` is `edition(…)` of what the person had before them: where it is another by now, nothing
    happens and RulesChanged is raised. None where nothing changes. Raises BadRule where a layer
    sets what only the paper can.
    """
    _refuse_zone(scope, layer)
    row, _made = RuleSet.objects.select_for_update().get_or_create(
        scope=scope, key=key, defaults={"changed_at": now, "changed_by": by}
    )
    if seen is not None and seen != edition(row.plain):
        raise RulesChanged
    before, after = row.plain, to_plain(layer)
    if before == after:
        return None
    row.plain, row.changed_at, row.changed_by = after, now, by
    row.save()
    thread = _thread(scope, key)
    _tell(thread)
    return write_down(
        Deed.RULES,
        by=by,
        at=now,
        thread=thread,
        scope=scope,
        key=key,
        before=before,
        after=after,
    )


def rules_set(scope: str, key: int) -> dict[str, Any]:
    """What is set there as plain data; empty where nothing is."""
    row = RuleSet.objects.filter(scope=scope, key=key).first()
    plain: dict[str, Any] = row.plain if row else {}
    return plain


def edition(plain: dict[str, Any]) -> str:
    """Tells two sets of rules apart."""
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _refuse_zone(scope: str, layer: Layer) -> None:
    if scope == Scope.PAGE:
        lay(page=layer)
    elif scope != Scope.SITE:
        lay(sections=(layer,))


def _thread(scope: str, key: int) -> Thread | None:
    page = Page.objects.filter(pk=key).first() if scope == Scope.PAGE else None
    return thread_of(page) if page else None


def _tell(thread: Thread | None) -> None:
    """Readers see the change under one page, or under any."""
    if thread is not None:
        note_change(thread.pk)
    else:
        transaction.on_commit(partial(thread_changed.send, Comment, number=None))
