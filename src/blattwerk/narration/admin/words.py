"""The pronunciation list: every desk adds and changes words, chiefs delete them."""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from blattwerk.narration.engines.ipa import check_ipa
from blattwerk.narration.errors import NarrationError
from blattwerk.narration.models import Pronunciation
from blattwerk.narration.models.recording import LANGUAGES


class WordForm(WagtailAdminModelForm):
    """One entry; IPA must be what an engine can say."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        word = " ".join(cleaned.get("word", "").split())
        if word and self._stands(word, cleaned.get("language", "")):
            self.add_error("word", _now("“%(word)s” is in the list already.") % {"word": word})
        return cleaned

    def clean_ipa(self) -> str:
        return checked_ipa(self.cleaned_data["ipa"], self.cleaned_data.get("language", "de"))

    def _post_clean(self) -> None:
        super()._post_clean()
        if "ipa" in self.errors and not self["spoken"].value():
            self.errors.pop("spoken", None)  # the model misses the IPA that was refused

    def _stands(self, word: str, language: str) -> bool:
        entries = Pronunciation.objects.filter(word=word, language=language)
        return entries.exclude(pk=self.instance.pk).exists()


def checked_ipa(ipa: str, language: str) -> str:
    """The IPA without the brackets it is often quoted in. Raises ValidationError."""
    bare = ipa.strip().strip("/[]").strip()
    if bare and not _can_be_said(bare, language):
        # The engines name the sign in English; here it is found for a sentence of our own.
        said = [end for end in range(1, len(bare)) if _can_be_said(bare[:end], language)]
        sign = bare[max(said, default=0)]
        raise ValidationError(
            _now("The IPA cannot be spoken from “%(sign)s” on: write the nearest sound instead.")
            % {"sign": sign}
        )
    return bare


def _can_be_said(ipa: str, language: str) -> bool:
    try:
        check_ipa(ipa, language)
    except NarrationError:
        return False
    return True


class ListenPanel(HelpPanel):
    """Hear the word as the form has it now, stored or not."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("content", None)
        kwargs.setdefault("template", "narration/admin/listen_panel.html")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        class Media:
            js = ["narration/admin/listen.js"]
            css = {"all": ["narration/admin/narration.css"]}


class _Saying:
    """What is said after a change, and how a new entry begins."""

    model: Any
    request: Any

    def said(self, sentence: str, word: Pronunciation) -> str:
        anew = _now("Recent articles in which it stands are read aloud anew.")
        return f"{sentence % {'word': word.word}} {anew}"


class AddWord(_Saying, CreateView):
    """A new entry; `?word=…&language=…` fills it in."""

    @override
    def get_initial_form_instance(self) -> Pronunciation:
        asked = self.request.GET
        language = asked.get("language", "")
        return Pronunciation(
            word=" ".join(asked.get("word", "").split())[:80],
            language=language if language in dict(LANGUAGES) else "de",
        )

    @override
    def get_success_message(self, instance: Pronunciation) -> str:
        return self.said(_now("“%(word)s” is in the list."), instance)


class ChangeWord(_Saying, EditView):
    @override
    def get_success_message(self) -> str:
        return self.said(_now("“%(word)s” is changed."), self.object)


class DeleteWord(_Saying, DeleteView):
    @override
    def get_success_message(self) -> str:
        return self.said(_now("“%(word)s” is out of the list."), self.object)


class SoundsColumn(Column):
    """How it is said; IPA between strokes."""

    def get_value(self, instance: Pronunciation) -> str:
        return instance.spoken or f"/{instance.ipa}/"


class WordList(IndexView):
    page_title = _("Pronunciation list")


class WordListing(ModelViewSet):
    """`/redaktion/aussprache/`."""

    model = Pronunciation
    name = "pronunciations"
    url_prefix = "aussprache"
    icon = "bw-listen"
    menu_label = _("Pronunciation")
    menu_name = "pronunciations"
    menu_order = 20
    list_display = ["word", SoundsColumn("sounds", label=_("is said")), "language", "note"]
    list_filter = ["language"]
    list_per_page = 50
    ordering = ["word"]
    search_fields = ["word", "spoken", "ipa", "note"]
    search_backend_name = None
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = WordList
    add_view_class = AddWord
    edit_view_class = ChangeWord
    delete_view_class = DeleteWord
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("word"), FieldPanel("language")]),
            FieldRowPanel([FieldPanel("spoken"), FieldPanel("ipa")]),
            ListenPanel(heading=_("Listen")),
            FieldPanel("note"),
        ],
        base_form_class=WordForm,
    )
