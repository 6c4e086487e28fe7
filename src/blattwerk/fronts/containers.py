"""The containers a front is built of. Editors pin articles; the rest is filled with the newest."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from blattwerk.fronts.story_number import StoryNumberBlock


def pinned() -> blocks.ListBlock:
    """Articles an editor has chosen, in order."""
    return blocks.ListBlock(
        blocks.PageChooserBlock(page_type="newsroom.Article", label=_("article")),
        label=_("pinned articles"),
        default=[],
        required=False,
        help_text=_("Places left free are filled with the newest articles."),
    )


class Lead(blocks.StructBlock):
    """The top of the page: one big article and a few beside it."""

    articles = pinned()
    size = blocks.IntegerBlock(label=_("articles in all"), default=5, min_value=1, max_value=7)

    class Meta:
        icon = "pick"
        label = pgettext_lazy("front", "Lead")  # an article's lead is something else


class FromSection(blocks.StructBlock):
    """The newest of one section."""

    section = blocks.PageChooserBlock(page_type="newsroom.Section", label=_("section"))
    articles = pinned()
    size = blocks.IntegerBlock(label=_("articles in all"), default=4, min_value=1, max_value=12)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Section")


class Picks(blocks.StructBlock):
    """Articles chosen by hand under a title of their own; nothing is filled in."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    articles = pinned()

    class Meta:
        icon = "list-ol"
        label = _("Editors' picks")


class Latest(blocks.StructBlock):
    """Headlines with their times, newest first."""

    size = blocks.IntegerBlock(label=_("articles in all"), default=8, min_value=3, max_value=20)

    class Meta:
        icon = "time"
        label = _("Latest")


class Stories(blocks.StructBlock):
    """Affairs that run over days: those chosen by hand first, then the liveliest."""

    stories = blocks.ListBlock(
        StoryNumberBlock(label=_("story")),
        label=_("pinned stories"),
        default=[],
        required=False,
        help_text=_("Number or address. Places left free are filled with the liveliest stories."),
    )
    size = blocks.IntegerBlock(label=_("stories in all"), default=4, min_value=1, max_value=8)

    class Meta:
        icon = "list-ul"
        label = _("Stories")


class Containers(blocks.StreamBlock):
    """All kinds of containers."""

    lead = Lead()
    latest = Latest()
    section = FromSection()
    picks = Picks()
    stories = Stories()
