"""The voices: which are here, who speaks, who steps in; for chief editors."""

from dataclasses import dataclass
from typing import Any, override

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from blattwerk.narration.admin.doors import VOICES, ForThoseAtWork
from blattwerk.narration.admin.listening import first_sentence, refusal
from blattwerk.narration.casting import cast, choose, chosen
from blattwerk.narration.casting import engines as all_engines
from blattwerk.narration.engines.cast import Role
from blattwerk.narration.engines.interface import EngineInfo, Voice
from blattwerk.narration.errors import NarrationError
from blattwerk.narration.models.recording import LANGUAGES
from blattwerk.narration.studio.live import wav

SAMPLES = {
    "de": "Guten Abend. Am Donnerstag, dem dritten Mai, wurde in Graz über neunzehn Anträge "
    "abgestimmt.",
    "en": "Good evening. On Thursday, the third of May, the council voted on nineteen motions.",
}


# What espeak-ng's voices are called; engines have no words but English ones.
TITLES = (
    _("German"),
    _("German, higher"),
    _("German, deeper"),
    _("English, British"),
    _("English, British, higher"),
    _("English, American"),
    _("English, American, higher"),
)


@dataclass(frozen=True)
class Speaker:
    """One voice in the list; `place` 0 speaks, others step in, None is not chosen."""

    engine: str
    info: EngineInfo
    voice: Voice
    place: int | None
    rate: float

    @property
    def title(self) -> str:
        return _now(self.voice.title) if self.voice.title else self.voice.name


@dataclass(frozen=True)
class Choir:
    """The voices of one language."""

    language: str
    name: str
    speakers: list[Speaker]


def engines_here() -> tuple[dict[str, EngineInfo], dict[str, str]]:
    """What each engine can do, and why the others cannot be used here, by the engine's name."""
    able: dict[str, EngineInfo] = {}
    unable: dict[str, str] = {}
    for name, booth in all_engines().items():
        with booth:
            try:
                able[name] = booth.info()
            except NarrationError as error:
                unable[name] = str(error)
    return able, unable


def choir(language: str, engines: dict[str, EngineInfo], roles: list[Role]) -> list[Speaker]:
    """The voices that speak a language: the chosen ones first, in their order."""
    places = {(role.engine, role.voice): place for place, role in enumerate(roles)}
    found = [
        Speaker(name, info, voice, place, roles[place].rate if place is not None else 1.0)
        for name, info in engines.items()
        for voice in info.voices
        if voice.language == language
        for place in [places.get((name, voice.name))]
    ]
    last = len(places)
    return sorted(found, key=lambda one: (last if one.place is None else one.place, one.engine))


class VoicesView(WagtailAdminTemplateMixin, ForThoseAtWork):
    """`/redaktion/stimmen/`."""

    right = VOICES
    http_method_names = ["get", "head"]
    template_name = "narration/admin/voices.html"
    header_icon = "bw-listen"
    page_title = _("Voices")

    def get(self, _request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        engines, unable = engines_here()
        roles = chosen()
        choirs = [
            Choir(language, str(name), choir(language, engines, roles[language]))
            for language, name in LANGUAGES
        ]
        return super().get_context_data(choirs=choirs, unable=unable, **kwargs)

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": str(self.page_title)}]


class RoleForm(forms.Form):
    """A voice of an engine, for a language, at a pace."""

    language = forms.ChoiceField(choices=LANGUAGES)
    engine = forms.CharField(max_length=80)
    voice = forms.CharField(max_length=120)
    rate = forms.FloatField(
        min_value=0.5,
        max_value=2.0,
        error_messages={
            "min_value": _("A pace between 0.5 and 2 can be listened to."),
            "max_value": _("A pace between 0.5 and 2 can be listened to."),
            "invalid": _("A pace between 0.5 and 2 can be listened to."),
        },
    )

    def role(self) -> Role:
        given = self.cleaned_data
        return Role(given["engine"], given["voice"], given["rate"])


class ChooseView(ForThoseAtWork):
    """POST: this voice speaks first in its language."""

    right = VOICES
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = RoleForm(request.POST)
        if not form.is_valid():
            return self.back(first_sentence(form))
        language, role = form.cleaned_data["language"], form.role()
        try:
            cast().info(role)  # a voice that is here
        except NarrationError as error:
            return self.back(str(error))
        choose(language, role)
        said = _now(
            "“%(voice)s” reads from now on. What is recorded keeps its voice until it is made anew."
        )
        messages.success(request, said % {"voice": role.voice})
        return redirect("voices:index")

    def back(self, sentence: str) -> HttpResponse:
        """To the voices, with what went wrong."""
        messages.error(self.request, sentence)
        return redirect("voices:index")


class SampleView(ForThoseAtWork):
    """POST: a sentence by this voice and no other; `audio/wav`, or 422 with a sentence."""

    right = VOICES
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = RoleForm(request.POST)
        if not form.is_valid():
            return refusal(first_sentence(form))
        language, role = form.cleaned_data["language"], form.role()
        try:
            heard = cast().speak(SAMPLES[language], language, first=role)
        except NarrationError as error:
            return refusal(str(error))
        if heard.role != role:  # another one has stepped in
            return refusal(_now("This voice cannot speak at the moment."))
        return HttpResponse(wav(heard.speech.pcm, heard.speech.rate), content_type="audio/wav")


class VoicesItem(MenuItem):
    """For those who may choose."""

    @override
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(VOICES))


class VoicesListing(ViewSet):
    """The voices' addresses."""

    name = "voices"
    url_prefix = "stimmen"
    icon = "bw-listen"
    menu_label = _("Voices")
    menu_name = "voices"
    menu_order = 40

    @cached_property
    def menu_item_class(self) -> Any:
        return VoicesItem

    def get_urlpatterns(self) -> list[URLPattern]:
        views: list[tuple[str, type[View], str]] = [
            ("", VoicesView, "index"),
            ("wahl/", ChooseView, "choose"),
            ("probe/", SampleView, "sample"),
        ]
        return [path(route, view.as_view(), name=name) for route, view, name in views]
