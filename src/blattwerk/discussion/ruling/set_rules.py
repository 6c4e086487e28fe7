"""The lead, or a page's desk, sets one layer of rules."""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, RuleSet, Thread
from blattwerk.discussion.placing import note_change, tell
from blattwerk.discussion.rules.layers import Layer, lay
from blattwerk.discussion.rules.write import to_plain
from blattwerk.discussion.ruling.errors import RulesChanged
from blattwerk.discussion.signals import thread_changed
from blattwerk.discussion.threads import thread_to_change

Scope = RuleSet.Scope


def set_rules(
    *, scope: str, key: int, layer: Layer, by: User, now: datetime, seen: str | None = None
) -> Entry | None:
    """What is set for the paper, a section, a topic or a page; all else falls through.

    `seen` is `edition(…)` of what the person had before them: where it is another by now, nothing
    happens and RulesChanged is raised. None where nothing changes. Raises BadRule where a layer
    sets what only the paper can.
    """

    def instead(plain: dict[str, Any]) -> Layer:
        if seen is not None and seen != edition(plain):
            raise RulesChanged
        return layer

    return change_rules(scope=scope, key=key, change=instead, by=by, now=now)


@transaction.atomic
def change_rules(
    *, scope: str, key: int, change: Callable[[dict[str, Any]], Layer], by: User, now: datetime
) -> Entry | None:
    """`change` makes the new layer out of what stands there, which nobody else changes meanwhile.

    None where nothing changes. Raises BadRule, and what `change` raises.
    """
    thread = _thread(scope, key)  # before the rules, as closing locks them
    row, _made = RuleSet.objects.select_for_update().get_or_create(
        scope=scope, key=key, defaults={"changed_at": now, "changed_by": by}
    )
    layer = change(row.plain)
    _refuse_zone(scope, layer)
    before, after = row.plain, to_plain(layer)
    if before == after:
        return None
    row.plain, row.changed_at, row.changed_by = after, now, by
    row.save()
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
    return thread_to_change(page) if page else None


def _tell(thread: Thread | None) -> None:
    """Readers see the change under one page, or under any."""
    if thread is not None:
        note_change(thread.pk)
    else:
        tell(thread_changed, number=None)
