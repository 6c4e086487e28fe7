"""A paper that stands gets the rights that a newer version of Blattwerk brings."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as all_apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, transaction

from blattwerk.newsroom.desks import CHIEF_PAGES, DESK_PAGES, chief_rights, desk_rights


def grant_new_rights(
    sender: AppConfig, *, apps: Any = all_apps, using: str = DEFAULT_DB_ALIAS, **rest: Any
) -> None:
    """Make the room's permissions, and give the new ones to desks and chief editors.

    Runs after each room's migrations, before Django's own receiver makes the permissions, so that
    it sees which are new. Each is given once, in the transaction that makes it: what the operator
    takes away later stays away. Before a paper is founded there is nobody to give them to.
    """
    ours = {right for right in chief_rights() if right.startswith(f"{sender.label}.")}
    if not ours or not _can_be_asked(apps):
        return
    with transaction.atomic(using=using):
        new = ours - _known(apps, using, sender.label)
        create_permissions(apps=apps, using=using, **rest)
        if new:
            _give(apps, using, _holders(apps, using, "section", DESK_PAGES), new & desk_rights())
            _give(apps, using, _holders(apps, using, "paper", CHIEF_PAGES), new)


def _can_be_asked(apps: Any) -> bool:
    """Not while a room is migrated back to before its tables were there."""
    needed = ("auth", "contenttypes", "wagtailcore", "newsroom")
    return all(label in apps.app_configs for label in needed)


def _known(apps: Any, using: str, label: str) -> set[str]:
    known = apps.get_model("auth", "Permission").objects.using(using)
    codenames = known.filter(content_type__app_label=label).values_list("codename", flat=True)
    return {f"{label}.{codename}" for codename in codenames}


def _holders(apps: Any, using: str, kind: str, actions: tuple[str, ...]) -> list[int]:
    """The groups that hold all of a desk's or a chief's rights at a page of that kind.

    Not by name: the operator may have renamed them.
    """
    pages = apps.get_model("newsroom", kind).objects.using(using).values("pk")
    rights = apps.get_model("wagtailcore", "GroupPagePermission").objects.using(using)
    held: dict[tuple[int, int], set[str]] = {}
    found = rights.filter(page_id__in=pages).values_list(
        "group_id", "page_id", "permission__codename"
    )
    for group, page, codename in found:
        held.setdefault((group, page), set()).add(codename)
    wanted = {f"{action}_page" for action in actions}
    return sorted({group for (group, _page), codenames in held.items() if wanted <= codenames})


def _give(apps: Any, using: str, groups: list[int], rights: set[str]) -> None:
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for right in sorted(rights):
        room, _dot, codename = right.partition(".")
        for permission in permissions.filter(content_type__app_label=room, codename=codename):
            permission.group_set.add(*groups)
