"""Found a paper: its root, its chief editors, its sections with their desks, its standing pages."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from blattwerk.newsroom.desks import desk_name, let_chiefs_approve, name_chiefs, open_desk
from blattwerk.newsroom.errors import SectionExists
from blattwerk.newsroom.models import Paper, Section, StandingPage
from blattwerk.newsroom.sanitise import clean_blocks

__all__ = ["PaperPlan", "desk_name", "found_paper", "open_section"]


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
    let_chiefs_approve(name_chiefs(paper))
    for slug, name, description in plan.sections:
        open_section(paper=paper, slug=slug, name=name, description=description)
    for slug, title, body in plan.standing:
        page = StandingPage(title=title, slug=slug, body=clean_blocks(body))
        _publish(paper.add_child(instance=page))
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
    open_desk(section)
    return section


def _publish(page: Page) -> None:
    page.save_revision().publish()
