"""Rooms above show something of theirs in the articles' editor."""

from wagtail.admin.panels import Panel

from blattwerk.newsroom.models import Article


def show_in_editor(panel: Panel) -> None:
    """Add a panel to the editor's second tab, “Publication”; call it at start, from `ready`.

    The panel may tell and link; what it changes are rows of its own room, at addresses of its own.
    """
    Article.settings_panels.append(panel)  # the tab was made of this very list
