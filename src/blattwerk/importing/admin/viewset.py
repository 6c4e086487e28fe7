"""The addresses of the queue under `/redaktion/eingang/`."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from blattwerk.importing.admin.listing import ItemList
from blattwerk.importing.admin.review import (
    CompleteView,
    DraftView,
    RejectView,
    ReopenView,
    ReviewView,
)


class Incoming(ViewSet):
    """The queue; its menu item, which counts, stands in `wagtail_hooks.py`."""

    name = "incoming"
    url_prefix = "eingang"
    icon = "download"

    def get_urlpatterns(self) -> list[URLPattern]:
        names = {"index_url_name": "incoming:index", "index_results_url_name": "incoming:results"}
        return [
            path("", ItemList.as_view(**names), name="index"),
            path("ergebnisse/", ItemList.as_view(results_only=True, **names), name="results"),
            path("<int:number>/", ReviewView.as_view(), name="item"),
            path("<int:number>/veroeffentlichung/", CompleteView.as_view(), name="publish"),
            path("<int:number>/entwurf/", DraftView.as_view(), name="draft"),
            path("<int:number>/ablehnung/", RejectView.as_view(), name="reject"),
            path("<int:number>/ruecknahme/", ReopenView.as_view(), name="reopen"),
        ]
