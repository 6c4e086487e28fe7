"""The addresses of the community desk under `/redaktion/kommentare/`."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from blattwerk.discussion.admin import (
    bulk,
    comment,
    deeds,
    entries,
    figures,
    phrases,
    queue,
    reader,
    readers,
    reasons,
    switch,
    thread,
)


class Desk(ViewSet):
    """The community desk; its menu item, which counts, stands in `hooks.py`."""

    name = "forumdesk"
    url_prefix = "kommentare"
    icon = "comment"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", queue.QueuePage.as_view(), name="index"),
            path("naechster/", queue.Next.as_view(), name="next"),
            path("uebergabe/", queue.HandOver.as_view(), name="hand_over"),
            path("schalter/", switch.TurnHelp.as_view(), name="turn_help"),
            *self.of_a_comment(),
            *self.of_several(),
            *self.of_a_reader(),
            *self.of_words(),
            *self.of_the_house(),
        ]

    def of_a_comment(self) -> list[URLPattern]:
        """What is done to one comment, and to its discussion."""
        at = "kommentar/<number:number>/"
        return [
            path(at, comment.CommentPage.as_view(), name="comment"),
            path(f"{at}anspruch/", deeds.Renew.as_view(), name="renew"),
            path(f"{at}rueckgabe/", deeds.Skip.as_view(), name="skip"),
            path(f"{at}freigabe/", deeds.Approve.as_view(), name="approve"),
            path(f"{at}ablehnung/", deeds.Refuse.as_view(), name="refuse"),
            path(f"{at}kuerzung/", deeds.Cut.as_view(), name="cut"),
            path(f"{at}kenntnis/", deeds.Acknowledge.as_view(), name="acknowledge"),
            path(f"{at}halt/", deeds.Hold.as_view(), name="hold"),
            path(f"{at}auszeichnung/", deeds.Pick.as_view(), name="pick"),
            path(f"{at}auszeichnung/ende/", deeds.Unpick.as_view(), name="unpick"),
            path(f"{at}anmerkung/", deeds.Jot.as_view(), name="jot"),
            path("entscheidungen/<number:number>/ruecknahme/", deeds.Undo.as_view(), name="undo"),
            path("diskussion/<number:number>/schluss/", thread.Close.as_view(), name="close"),
            path(
                "diskussion/<number:number>/schluss/ende/", thread.Reopen.as_view(), name="reopen"
            ),
        ]

    def of_several(self) -> list[URLPattern]:
        """Several comments at once."""
        return [
            path("stapel/", bulk.Batch.as_view(), name="batch"),
            path("stapel/freigabe/", bulk.ApproveAll.as_view(), name="approve_all"),
            path("stapel/ablehnung/", bulk.RefuseAll.as_view(), name="refuse_all"),
            path("stapel/ruecknahme/", bulk.UndoBatch.as_view(), name="undo_batch"),
        ]

    def of_a_reader(self) -> list[URLPattern]:
        """Who writes, and what is decided about them."""
        at = "leser/<number:number>/"
        return [
            path("leser/", readers.ReadersPage.as_view(), name="readers"),
            path(at, reader.ReaderPage.as_view(), name="reader"),
            path(f"{at}verwarnung/", reader.Warn.as_view(), name="warn"),
            path(f"{at}pause/", reader.Pause.as_view(), name="pause"),
            path(f"{at}sperre/", reader.Ban.as_view(), name="ban"),
            path(f"{at}aufhebung/", reader.Lift.as_view(), name="lift"),
            path(f"{at}vertrauen/", reader.TrustReader.as_view(), name="trust"),
            path(f"{at}vertrauen/ende/", reader.Distrust.as_view(), name="distrust"),
            path(f"{at}anmerkung/", reader.JotReader.as_view(), name="jot_reader"),
        ]

    def of_words(self) -> list[URLPattern]:
        """The word list."""
        return [
            path("woerter/", phrases.PhrasesPage.as_view(), name="words"),
            path("woerter/neu/", phrases.PhrasePage.as_view(), name="new_word"),
            path("woerter/ausfuhr.csv", phrases.Export.as_view(), name="export_words"),
            path("woerter/einfuhr/", phrases.Import.as_view(), name="import_words"),
            path("woerter/<number:number>/", phrases.PhrasePage.as_view(), name="word"),
            path("woerter/<number:number>/loeschung/", phrases.Unlist.as_view(), name="unlist"),
        ]

    def of_the_house(self) -> list[URLPattern]:
        """Reasons, the log and the figures."""
        return [
            path("gruende/", reasons.ReasonsPage.as_view(), name="reasons"),
            path("gruende/neu/", reasons.ReasonPage.as_view(), name="new_reason"),
            path("gruende/<number:number>/", reasons.ReasonPage.as_view(), name="reason"),
            path("protokoll/", entries.LogPage.as_view(), name="log"),
            path("protokoll/pruefung/", entries.Check.as_view(), name="check_seals"),
            path("zahlen/", figures.FiguresPage.as_view(), name="figures"),
        ]
