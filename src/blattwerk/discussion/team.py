"""Who leads the community team; its groups and first reasons, made once for each paper.

A new paper gets them when it is founded, one that stands at the migration that brings discussions.
What the operator takes away or renames later stays so: where there is one reason, all has been
done.
"""

from typing import Any

from django.apps import apps as all_apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, transaction

from blattwerk.discussion.house_reasons import HOUSE

TEAM, LEAD = "Community-Team", "Community-Leitung"
RIGHTS = {
    TEAM: ("wagtailadmin.access_admin", "discussion.moderate"),
    LEAD: ("wagtailadmin.access_admin", "discussion.moderate", "discussion.lead"),
}
NEEDED = ("auth", "contenttypes", "wagtailadmin", "newsroom", "discussion")


def leads(user: Any) -> bool:
    """Whether the person leads the team; bans, word lists, reasons and rules are the lead's."""
    return bool(user.is_active and user.has_perms(("discussion.moderate", "discussion.lead")))


def gather_in_standing_paper(
    *, apps: Any = all_apps, using: str = DEFAULT_DB_ALIAS, **_rest: Any
) -> None:
    """Heard after this room's migrations."""
    if not all(label in apps.app_configs for label in NEEDED):
        return  # a room is migrated back to before its tables were there
    if apps.get_model("newsroom", "Paper").objects.using(using).exists():
        for label in ("wagtailadmin", "discussion"):
            config = all_apps.get_app_config(label)
            create_permissions(config, apps=apps, using=using, verbosity=0)
        gather_team(apps, using)


def gather_in_new_paper(*, created: bool, raw: bool, using: str, **_rest: Any) -> None:
    """Heard when a paper was saved."""
    if created and not raw:
        gather_team(all_apps, using)


def gather_team(apps: Any, using: str) -> None:
    """Make the groups and the reasons, unless that was done before."""
    reasons = apps.get_model("discussion", "Reason").objects.using(using)
    with transaction.atomic(using=using):
        if reasons.exists():
            return
        for name, rights in RIGHTS.items():
            _gather(apps, using, name, rights)
        reasons.bulk_create(
            reasons.model(**row._asdict(), order=10 * (place + 1))
            for place, row in enumerate(HOUSE)
        )


def _gather(apps: Any, using: str, name: str, rights: tuple[str, ...]) -> None:
    group, _made = apps.get_model("auth", "Group").objects.using(using).get_or_create(name=name)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for right in rights:
        room, _dot, codename = right.partition(".")
        wanted = permissions.filter(content_type__app_label=room, codename=codename)
        group.permissions.add(*wanted)
