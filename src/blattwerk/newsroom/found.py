"""Found a paper: its root, its sections with their desks, its standing pages."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
)

from blattwerk.newsroom.errors import SectionExists
from blattwerk.newsroom.models import Paper, Section, StandingPage


@dataclass(frozen=True, kw_only=True)
class PaperPlan:
    """What a new paper is called and says of itself."""

    name: str
    claim: str = ""
    description: str = ""
    publisher: str = ""
    community_mail: str = ""
    sections: tuple[tuple[str, str, str], ...] = ()  # (slug, name, description)
    standing: tuple[tuple[str, str, list[tuple[str, Any]]], ...] = field(default=())


@transaction.atomic
def found_paper(*, plan: PaperPlan) -> Paper:
    """Make the paper the site's root; a paper that stands is left as it is."""
    if paper := Paper.objects.first():
        return paper
    root = Page.get_first_root_node()
    paper = root.add_child(
        instance=Paper(
            title=plan.name,
            slug="paper",
            claim=plan.claim,
            description=plan.description,
            publisher=plan.publisher,
            community_mail=plan.community_mail,
        )
    )
    _publish(paper)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": paper, "site_name": plan.name, "hostname": "localhost", "port": 80},
    )
    Page.objects.filter(depth=2, slug="home").exclude(pk=paper.pk).delete()
    for slug, name, description in plan.sections:
        open_section(paper=paper, slug=slug, name=name, description=description)
    for slug, title, body in plan.standing:
        _publish(paper.add_child(instance=StandingPage(title=title, slug=slug, body=body)))
    return paper


@transaction.atomic
def open_section(*, paper: Paper, slug: str, name: str, description: str = "") -> Section:
    """A new section and its desk: a group that may write and publish there and nowhere else."""
    if Page.objects.child_of(paper).filter(slug=slug).exists():
        raise SectionExists(slug)
    section: Section = paper.add_child(
        instance=Section(title=name, slug=slug, description=description, show_in_menus=True)
    )
    _publish(section)
    _open_desk(section)
    return section


def desk_name(section: Section) -> str:
    """What the group of a section's editors is called."""
    return _("Desk %(section)s") % {"section": section.title}


def _open_desk(section: Section) -> None:
    desk, _created = Group.objects.get_or_create(name=desk_name(section))
    desk.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    for action in ("add", "change", "publish", "lock"):
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{action}_page"
        )
        GroupPagePermission.objects.get_or_create(
            group=desk, page=section.page_ptr, permission=permission
        )
    pictures = Collection.get_first_root_node()
    for codename in ("add_picture", "choose_picture"):
        permission = Permission.objects.get(
            content_type__app_label="newsroom", codename=codename
        )
        GroupCollectionPermission.objects.get_or_create(
            group=desk, collection=pictures, permission=permission
        )


def _publish(page: Page) -> None:
    page.save_revision().publish()
