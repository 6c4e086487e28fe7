"""The addresses of the queue under `/redaktion/hoeren/`, and the menu of all that is heard."""

from typing import Any, override

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from blattwerk.narration.admin.deeds import (
    DropReading,
    MakeAnew,
    Retry,
    RetryAll,
    SetLanguage,
    SwitchOff,
    SwitchOn,
    TakeReading,
)
from blattwerk.narration.admin.listening import ProbeView
from blattwerk.narration.admin.page import PageView
from blattwerk.narration.admin.playlists import PlaylistListing
from blattwerk.narration.admin.queue import QueueView
from blattwerk.narration.admin.voices import VoicesListing
from blattwerk.narration.admin.words import WordListing
from blattwerk.newsroom.permissions import branches_of


class QueueItem(MenuItem):
    """For those who work in any section."""

    @override
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(branches_of(request.user))


class Listening(ViewSet):
    """The queue and each page's narration."""

    name = "listening"
    url_prefix = "hoeren"
    icon = "bw-listen"
    menu_label = _("Queue")
    menu_name = "listening"
    menu_order = 10

    @cached_property
    def menu_item_class(self) -> Any:
        return QueueItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", QueueView.as_view(), name="index"),
            path("ergebnisse/", QueueView.as_view(results_only=True), name="results"),
            path("neuer-versuch/", RetryAll.as_view(), name="retry_all"),
            path("probe/", ProbeView.as_view(), name="probe"),
            path("<int:number>/", PageView.as_view(), name="page"),
            path("<int:number>/versuch/", Retry.as_view(), name="retry"),
            path("<int:number>/auftrag/", MakeAnew.as_view(), name="make_anew"),
            path("<int:number>/stille/", SwitchOff.as_view(), name="switch_off"),
            path("<int:number>/stimme/", SwitchOn.as_view(), name="switch_on"),
            path("<int:number>/sprache/", SetLanguage.as_view(), name="set_language"),
            path("<int:number>/lesung/", TakeReading.as_view(), name="take_reading"),
            path("<int:number>/lesung/ende/", DropReading.as_view(), name="drop_reading"),
        ]


class Heard(ViewSetGroup):
    """One entry of the menu; each below it shows itself to those who may."""

    menu_label = _("Read aloud")
    menu_name = "heard"
    menu_icon = "bw-listen"
    menu_order = 25
    items = (Listening(), WordListing(), PlaylistListing(), VoicesListing())
