"""The word list: what brings a comment to a person. All of the team see it, the lead changes it."""

from typing import Any, override

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from blattwerk.discussion.admin import exchange
from blattwerk.discussion.admin.doors import AtTheDesk, asked
from blattwerk.discussion.admin.marking import pieces
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.list_word import FIELDS, list_word, list_words, unlist_word
from blattwerk.discussion.models import Phrase
from blattwerk.discussion.wordlist import parts
from blattwerk.discussion.words import places

PER_PAGE = 100
LONGEST_TRIAL = 10_000


class PhraseForm(forms.ModelForm[Phrase]):
    """A phrase as the lead lists it; exceptions one a line."""

    exceptions = forms.CharField(
        label=_("but not in"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Words or phrases inside which it says nothing, one a line."),
    )

    class Meta:
        model = Phrase
        fields = FIELDS
        help_texts = {"text": _("“*” stands for any letters: “*trottel” finds “Volltrottel”.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["exceptions"] = "\n".join(self.instance.exceptions)

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        exchange.check_phrase(text)
        return text

    def clean_exceptions(self) -> list[str]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["exceptions"].splitlines())
        return [line for line in lines if parts(line)]


class PhrasesPage(DeskPage):
    """`/redaktion/kommentare/woerter/`, with a box to try a text in."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/admin/words.html"
    here = "forumdesk:words"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest) -> HttpResponse:
        """Would this text be held? Nothing is kept of it."""
        text = request.POST.get("trial", "")[:LONGEST_TRIAL]
        hits = places(text)
        found = sorted({hit.phrase for hit in hits})
        return self.show(trial=text, tried=True, found=found, pieces=pieces(text, None, hits))

    def show(self, **more: Any) -> HttpResponse:
        query = asked(self.request)
        rows = Phrase.objects.select_related("changed_by")
        if query:
            rows = rows.filter(text__icontains=query)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("seite"))
        return self.render_to_response(self.get_context_data(page=page, query=query, **more))

    @override
    def get_page_subtitle(self) -> str:
        return _now("Words and phrases")


class PhrasePage(DeskPage):
    """Lists a phrase, or changes one."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/admin/word.html"
    here = "forumdesk:words"
    for_lead = True

    def get(self, _request: HttpRequest, number: int | None = None) -> HttpResponse:
        return self._show(PhraseForm(instance=phrase_numbered(number)), number)

    def post(self, request: HttpRequest, number: int | None = None) -> HttpResponse:
        form = PhraseForm(request.POST, instance=phrase_numbered(number))
        if not form.is_valid():
            return self._show(form, number, status=422)
        phrase = form.save(commit=False)
        list_word(phrase=phrase, **self.signed)
        messages.success(request, _now("“%(text)s” is in the list.") % {"text": phrase.text})
        return redirect("forumdesk:words")

    def _show(self, form: PhraseForm, number: int | None, status: int = 200) -> HttpResponse:
        context = self.get_context_data(form=form, number=number)
        return self.render_to_response(context, status=status)

    @override
    def get_page_subtitle(self) -> str:
        return _now("Word or phrase")


class Unlist(AtTheDesk):
    """Takes a phrase out of the list; the log remembers it."""

    http_method_names = ["post"]
    for_lead = True

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        phrase = get_object_or_404(Phrase, pk=number)
        unlist_word(phrase=phrase, **self.signed)
        messages.success(request, _now("“%(text)s” is out of the list.") % {"text": phrase.text})
        return redirect("forumdesk:words")


class Export(AtTheDesk):
    """The whole list as a table, fit to be read in again."""

    http_method_names = ["get", "head"]

    def get(self, _request: HttpRequest) -> HttpResponse:
        body = exchange.written(Phrase.objects.all())
        return HttpResponse(
            body,
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="woerter.csv"'},
        )


class Import(DeskPage):
    """Reads phrases from a table or from lines; what cannot be read comes back to be put right."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/admin/import.html"
    here = "forumdesk:words"
    for_lead = True

    def get(self, _request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(left=""))

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = request.POST.get("text", "")
        try:
            text = exchange.text_of(request.FILES.get("file"), typed)
        except ValidationError as error:
            messages.error(request, error.messages[0])
            return self.render_to_response(self.get_context_data(left=typed), status=422)
        good, bad = exchange.read(text)
        added, changed = list_words(wanted=good, **self.signed)
        messages.success(request, self._said(added, changed))
        if not bad:
            return redirect("forumdesk:words")
        left = "\n".join(line.line for line in bad)
        return self.render_to_response(self.get_context_data(bad=bad, left=left), status=422)

    def _said(self, added: int, changed: int) -> str:
        new = ngettext("%(count)d phrase is new.", "%(count)d phrases are new.", added)
        other = ngettext("%(count)d is changed.", "%(count)d are changed.", changed)
        return f"{new % {'count': added}} {other % {'count': changed}}"

    @override
    def get_page_subtitle(self) -> str:
        return _now("Import")


def phrase_numbered(number: int | None) -> Phrase | None:
    """The phrase, None for a new one. Raises Http404."""
    if number is None:
        return None
    phrase = Phrase.objects.filter(pk=number).first()
    if phrase is None:
        raise Http404
    return phrase
