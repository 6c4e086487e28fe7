"""The addresses of the desk under `/redaktion/stories/`."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from blattwerk.stories.admin import deeds, placings
from blattwerk.stories.admin.beginning import Begin, NewStory
from blattwerk.stories.admin.choosing import ChooseOther, ChooseStory
from blattwerk.stories.admin.editor_panel import StandingView
from blattwerk.stories.admin.listing import StoryList
from blattwerk.stories.admin.proposals import ProposalsPage
from blattwerk.stories.admin.story import Rename, Split, StoryPage


class Desk(ViewSet):
    """The story desk; its menu item, which counts, stands in `wagtail_hooks.py`."""

    name = "storydesk"
    url_prefix = "stories"
    icon = "bw-story"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", ProposalsPage.as_view(), name="index"),
            path("alle/", StoryList.as_view(), name="stories"),
            path("alle/ergebnisse/", StoryList.as_view(results_only=True), name="results"),
            path("neu/", NewStory.as_view(), name="new"),
            path("neu/beginn/", Begin.as_view(), name="begin"),
            *self.of_a_proposal(),
            *self.of_a_story(),
            *self.of_an_article(),
        ]

    def of_a_proposal(self) -> list[URLPattern]:
        """Proposals and decisions."""
        return [
            path("vorschlaege/<int:number>/annahme/", placings.Accept.as_view(), name="accept"),
            path("vorschlaege/<int:number>/ablehnung/", placings.Refuse.as_view(), name="refuse"),
            path("entscheidungen/<int:number>/ruecknahme/", deeds.Undo.as_view(), name="undo"),
        ]

    def of_a_story(self) -> list[URLPattern]:
        """What is done to a story as a whole."""
        return [
            path("<int:number>/", StoryPage.as_view(), name="story"),
            path("<int:number>/titel/", Rename.as_view(), name="rename"),
            path("<int:number>/teilung/", Split.as_view(), name="split"),
            path("<int:number>/verbindung/wahl/", ChooseOther.as_view(), name="choose_other"),
            path("<int:number>/verbindung/", deeds.Merge.as_view(), name="merge"),
            path("<int:number>/trennung/", deeds.KeepApart.as_view(), name="keep_apart"),
            path("<int:number>/sperre/", deeds.Lock.as_view(), name="lock"),
            path("<int:number>/sperre/ende/", deeds.Unlock.as_view(), name="unlock"),
            path("<int:number>/nadel/", deeds.Pin.as_view(), name="pin"),
            path("<int:number>/nadel/ende/", deeds.Unpin.as_view(), name="unpin"),
            path("<int:number>/veroeffentlichung/", deeds.Publish.as_view(), name="publish"),
            path("<int:number>/verbergung/", deeds.Hide.as_view(), name="hide"),
        ]

    def of_an_article(self) -> list[URLPattern]:
        """Where an article belongs."""
        return [
            path("artikel/<int:number>/stand/", StandingView.as_view(), name="standing"),
            path("artikel/<int:number>/ziel/", ChooseStory.as_view(), name="choose_story"),
            path("artikel/<int:number>/umzug/", placings.Move.as_view(), name="move"),
            path("artikel/<int:number>/alleinstand/", placings.TakeOut.as_view(), name="take_out"),
            path("artikel/<int:number>/ausschluss/", placings.Forbid.as_view(), name="forbid"),
        ]
