"""What rules are set for: the paper, a section, a topic, a page; and what lies below each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import Page

from blattwerk.discussion.current import facts_of, waiting_comments
from blattwerk.discussion.models import RuleSet
from blattwerk.discussion.registry import topic_names, topics_of
from blattwerk.discussion.rules.layers import EMPTY, Layer, Rules, lay
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.coming import Preview, fresh, preview_of
from blattwerk.discussion.ruling.set_rules import rules_set
from blattwerk.newsroom.models import Section

Scope = RuleSet.Scope


@dataclass(frozen=True)
class Laid:
    """A layer that lies below, by the name of who set it."""

    name: str
    layer: Layer


@dataclass(frozen=True)
class Place:
    """Something that rules can be set for, as the lead sees it.

    `below` stand outermost first; topics beside one another, of which the stricter holds.
    """

    scope: str
    key: int
    name: str
    below: tuple[Laid, ...]
    sections: tuple[Layer, ...] = ()
    topics: tuple[Layer, ...] = ()
    page: Page | None = None

    @property
    def site(self) -> Layer:
        return self.below[0].layer if self.below else EMPTY

    def rules(self, layer: Layer) -> Rules:
        """All that holds there with this layer on top. Raises BadRule."""
        if self.scope == Scope.SITE:
            return lay(site=layer)
        if self.scope == Scope.SECTION:
            return lay(site=self.site, sections=(layer,))
        if self.scope == Scope.TOPIC:
            return lay(site=self.site, topics=(layer,))
        return lay(site=self.site, sections=self.sections, topics=self.topics, page=layer)

    def preview(self, layer: Layer, now: datetime) -> Preview:
        """What it would mean: for the page, or for a new article of the paper's."""
        rules = self.rules(layer)
        waiting = waiting_comments() if rules.queues else 0
        published = facts_of(self.page).published_at if self.page else fresh(now)
        return preview_of(rules, published, waiting, now)

    def from_below(self, name: str) -> tuple[Any, str]:
        """What holds where this place sets nothing, and who set it; the value None is nobody's."""
        for laid in reversed(self.below):
            value = getattr(laid.layer, name)
            if value not in (None, ()):
                return value, laid.name
        return None, _("as delivered")


def place_of(scope: str, key: int) -> Place:
    """Raises Http404 where there is nothing of that number."""
    if scope == Scope.SITE and key == 0:
        return Place(Scope.SITE, 0, _("The whole paper"), ())
    if scope == Scope.SECTION:
        section = Section.objects.filter(pk=key).first()
        if section is not None:
            return Place(scope, key, _section_named(section.title), (_paper(),))
    if scope == Scope.TOPIC and (named := topic_names([key])):
        return Place(scope, key, _topic_named(named[key]), (_paper(),))
    if scope == Scope.PAGE:
        page = Page.objects.filter(pk=key, depth__gt=1).first()
        if page is not None:
            return _of_page(page.specific)
    raise Http404


def _of_page(page: Page) -> Place:
    section = Section.objects.filter(pk=facts_of(page).section or 0).first()
    below = [_paper()]
    sections: tuple[Layer, ...] = ()
    if section is not None:
        laid = Laid(_section_named(section.title), _layer(Scope.SECTION, section.pk))
        below.append(laid)
        sections = (laid.layer,)
    names = topic_names(topics_of(page.pk)[page.pk])
    topics = [Laid(_topic_named(name), _layer(Scope.TOPIC, key)) for key, name in names.items()]
    return Place(
        scope=Scope.PAGE,
        key=page.pk,
        name=page.title,
        below=(*below, *topics),
        sections=sections,
        topics=tuple(each.layer for each in topics),
        page=page,
    )


def _paper() -> Laid:
    return Laid(_("The whole paper"), _layer(Scope.SITE, 0))


def _layer(scope: str, key: int) -> Layer:
    return from_plain(rules_set(scope, key))


def _section_named(name: str) -> str:
    return _("Section %(name)s") % {"name": name}


def _topic_named(name: str) -> str:
    return _("Topic %(name)s") % {"name": name}
