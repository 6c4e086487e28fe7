"""The groups of people at work: one desk for each section, and the chief editors over all.

A desk may add, edit, publish and lock articles in its section and nowhere else, put in pictures
and take up new authors. The chief editors may do so everywhere, and change sections, standing
pages, authors and what rooms above have added with `chiefs_may`; users and settings are not theirs.
What rooms above let every desk do is added with `desks_may`.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from blattwerk.newsroom.models import Paper, Section

DESK_PAGES = ("add", "change", "publish", "lock")
CHIEF_PAGES = (*DESK_PAGES, "unlock", "bulk_delete")
DESK_PICTURES = ("add_image", "choose_image")  # Wagtail asks for its own model's rights
CHIEF_PICTURES = (*DESK_PICTURES, "change_image", "delete_image")
_desk_rights = {"wagtailadmin.access_admin", "newsroom.add_author", "newsroom.view_author"}
_chief_rights = {
    "newsroom.change_author",
    "newsroom.delete_author",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
}


def chiefs_may(*rights: str) -> None:
    """A room adds rights of its own, such as `fronts.change_front`, to the chief editors'.

    Call it at start, from the app's `ready`; it takes effect when a paper is founded, and
    in a paper that stands when the right itself is new there (`grant_new_rights`).
    """
    _chief_rights.update(rights)


def desks_may(*rights: str) -> None:
    """A room adds rights to every desk's, and so to the chief editors'; else like `chiefs_may`."""
    _desk_rights.update(rights)


def desk_rights() -> frozenset[str]:
    """What every desk may do, beside its pages and pictures."""
    return frozenset(_desk_rights)


def chief_rights() -> frozenset[str]:
    """What the chief editors may do, beside pages and pictures."""
    return frozenset(_chief_rights | _desk_rights)


def desk_name(section: Section) -> str:
    """What the group of a section's editors is called."""
    return _("Desk %(section)s") % {"section": section.title}


def chiefs_name() -> str:
    """What the group of the chief editors is called."""
    return _("Chief editors")


def open_desk(section: Section) -> Group:
    """The desk of a section, with its rights."""
    standing = GroupPagePermission.objects.filter(page_id=section.pk).first()
    if standing is not None:  # it has one already, perhaps under the section's former name
        desk: Group = standing.group
        return desk
    desk, _created = Group.objects.get_or_create(name=desk_name(section))
    _grant(desk, desk_rights())
    _grant_pages(desk, section, DESK_PAGES)
    _grant_pictures(desk, DESK_PICTURES)
    return desk


def name_chiefs(paper: Paper) -> Group:
    """The chief editors of the paper, with their rights."""
    chiefs, _created = Group.objects.get_or_create(name=chiefs_name())
    _grant(chiefs, chief_rights())
    _grant_pages(chiefs, paper, CHIEF_PAGES)
    _grant_pictures(chiefs, CHIEF_PICTURES)
    return chiefs


def let_chiefs_approve(chiefs: Group) -> None:
    """Articles that are handed in are approved by the chief editors.

    Wagtail comes with moderators and editors of its own, among whom nobody would ever be.
    """
    for task in GroupApprovalTask.objects.all():
        task.groups.set([chiefs])
    Group.objects.filter(name__in=("Moderators", "Editors")).delete()


def _grant(group: Group, rights: Iterable[str]) -> None:
    wanted = Q(pk__in=[])
    for right in rights:
        room, _dot, codename = right.partition(".")
        wanted |= Q(content_type__app_label=room, codename=codename)
    group.permissions.add(*Permission.objects.filter(wanted))


def _grant_pages(group: Group, page: Page, actions: Iterable[str]) -> None:
    for action in actions:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{action}_page"
        )
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=page.pk, permission=permission
        )


def _grant_pictures(group: Group, codenames: Iterable[str]) -> None:
    for codename in codenames:
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=codename
        )
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
