"""The addresses of the ruling under `/redaktion/diskussionsregeln/`."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from blattwerk.discussion.ruling import page_deeds
from blattwerk.discussion.ruling.index import Index
from blattwerk.discussion.ruling.leads import Leads
from blattwerk.discussion.ruling.lengths import Lengths
from blattwerk.discussion.ruling.page import PreviewPart, RulesPage
from blattwerk.discussion.ruling.wordings import WordingPage, Wordings


class Ruling(ViewSet):
    """The lead's rules and texts; its menu item stands in `hooks.py`."""

    name = "forumrules"
    url_prefix = "diskussionsregeln"
    icon = "cogs"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", Index.as_view(), name="index"),
            path("laengen/", Lengths.as_view(), name="lengths"),
            path("texte/", Wordings.as_view(), name="wordings"),
            path("texte/<slug:name>/<slug:language>/", WordingPage.as_view(), name="wording"),
            *self.of_a_page(),
            path("<slug:scope>/<number:key>/", RulesPage.as_view(), name="rules"),
            path("<slug:scope>/<number:key>/vorschau/", PreviewPart.as_view(), name="preview"),
        ]

    def of_a_page(self) -> list[URLPattern]:
        """What its section's editors may set."""
        at = "seite/<number:number>/"
        return [
            path(f"{at}anschluss/", Leads.as_view(), name="leads"),
            path(f"{at}schluss/", page_deeds.Close.as_view(), name="close"),
            path(f"{at}schluss/ende/", page_deeds.Reopen.as_view(), name="reopen"),
            path(f"{at}aus/", page_deeds.SwitchOff.as_view(), name="off"),
            path(f"{at}an/", page_deeds.SwitchOn.as_view(), name="on"),
            path(f"{at}offen/", page_deeds.KeepOpen.as_view(), name="keep_open"),
            path(f"{at}offen/ende/", page_deeds.LetAge.as_view(), name="let_age"),
        ]
