"""Hear words and sentences at once: the answer is a sound file, or a sentence that says why not."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blattwerk.narration.admin.doors import WORDS, ForThoseAtWork
from blattwerk.narration.admin.words import checked_ipa
from blattwerk.narration.errors import NarrationError
from blattwerk.narration.models.recording import LANGUAGES
from blattwerk.narration.pages import house_of
from blattwerk.narration.say import say
from blattwerk.narration.script import House

EXAMPLES = {"de": "Heute ist in der Zeitung von {} die Rede.", "en": "Today {} is in the paper."}
LONGEST_SENTENCE = 300
UNPROCESSABLE = 422


class ProbeForm(forms.Form):
    """A word as the form has it now, in a sentence or alone; or a sentence alone."""

    language = forms.ChoiceField(choices=LANGUAGES)
    word = forms.CharField(required=False, max_length=80)
    spoken = forms.CharField(required=False, max_length=160)
    ipa = forms.CharField(required=False, max_length=160)
    sentence = forms.CharField(
        required=False,
        max_length=LONGEST_SENTENCE,
        error_messages={"max_length": _("At most 300 characters can be listened to at once.")},
    )
    how = forms.ChoiceField(required=False, choices=[("word", ""), ("sentence", "")])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        if not given["word"] and not given["sentence"]:
            raise forms.ValidationError(_now("Write a word first, then listen."))
        given["ipa"] = checked_ipa(given["ipa"], given["language"])
        self._refuse_other_sentence(given)
        return given

    def text(self) -> str:
        """What is to be heard."""
        given = self.cleaned_data
        if given["word"] and given["how"] != "sentence":
            return str(given["word"])
        return given["sentence"] or EXAMPLES[given["language"]].format(given["word"])

    def house(self) -> House:
        """The paper's list as it would be with this word."""
        given = self.cleaned_data
        stored = house_of(given["language"])
        word = " ".join(given["word"].split())
        if not word:
            return stored
        spoken = {other: said for other, said in stored.spoken.items() if other != word}
        ipa = {other: said for other, said in stored.ipa.items() if other != word}
        if given["ipa"]:
            ipa[word] = given["ipa"]
        elif given["spoken"]:
            spoken[word] = " ".join(given["spoken"].split())
        return replace(stored, spoken=spoken, ipa=ipa)

    def _refuse_other_sentence(self, given: dict[str, Any]) -> None:
        asked = given["how"] == "sentence" and given["word"] and given["sentence"]
        if asked and given["word"] not in given["sentence"]:
            raise forms.ValidationError(
                _now("“%(word)s” does not stand in the example sentence.") % {"word": given["word"]}
            )


class ProbeView(ForThoseAtWork):
    """POST `/redaktion/hoeren/probe/`: `audio/wav`, or 422 with a sentence as plain text."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if not any(request.user.has_perm(right) for right in WORDS):
            return refusal(_now("You may not change the pronunciation list."), status=403)
        form = ProbeForm(request.POST)
        if not form.is_valid():
            return refusal(first_sentence(form))
        try:
            sound = say(form.text(), form.cleaned_data["language"], house=form.house())
        except NarrationError as error:
            return refusal(str(error))
        return HttpResponse(sound, content_type="audio/wav")


def refusal(sentence: str, *, status: int = UNPROCESSABLE) -> HttpResponse:
    """Why nothing is heard."""
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")


def first_sentence(form: forms.Form) -> str:
    """The first complaint, with the name of the field where it is about one."""
    return next(str(message) for messages in form.errors.values() for message in messages)
