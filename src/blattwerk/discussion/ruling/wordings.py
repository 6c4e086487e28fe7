"""The forum's texts: notices over closed discussions, house rules, contact; in each language."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, override

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.law.terms import house_rules
from blattwerk.discussion.models import Wording
from blattwerk.discussion.rules.layers import DEFAULTS
from blattwerk.discussion.rules.moderation import PRE
from blattwerk.discussion.rules.state import Cause, Kind, State
from blattwerk.discussion.ruling.page import RulingPage
from blattwerk.discussion.ruling.set_wording import set_wording
from blattwerk.discussion.text import cleaned
from blattwerk.discussion.told import reopening, told

LONGEST = 4000
NAMES = {
    str(Kind.AGED): _("Closed by age"),
    str(Kind.NIGHT): _("Closed at night"),
    str(Kind.DESK): _("Closed by the team"),
    str(Kind.FULL): _("Closed, since too many wait"),
    str(Kind.PRE_MODERATED): _("Read before they appear"),
    str(Kind.SLOW): _("Slow"),
    str(Kind.OPEN): _("Open"),
    "rules": _("House rules"),
    "contact": _("Contact for authorities and readers"),
}


@dataclass(frozen=True)
class Text:
    """A text in a language: the paper's own words, or the program's."""

    name: str
    title: str
    language: str
    own: str
    delivered: str

    @property
    def shown(self) -> str:
        return self.own or self.delivered


class Wordings(RulingPage):
    """`/redaktion/diskussionsregeln/texte/`."""

    template_name = "discussion/ruling/wordings.html"
    here = "forumrules:wordings"

    def get(self, _request: HttpRequest) -> HttpResponse:
        texts = [
            text_of(name, language) for name in NAMES for language, _name in settings.LANGUAGES
        ]
        return self.render_to_response(self.get_context_data(texts=texts))

    @override
    def get_page_subtitle(self) -> str:
        return _now("Texts")


class WordingPage(RulingPage):
    """`/redaktion/diskussionsregeln/texte/closed-by-age/de/`."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/ruling/wording.html"
    here = "forumrules:wordings"

    def get(self, _request: HttpRequest, name: str, language: str) -> HttpResponse:
        self.text = text_of(name, language)
        return self.show(self.text.own)

    def post(self, request: HttpRequest, name: str, language: str) -> HttpResponse:
        self.text = text_of(name, language)
        typed = request.POST.get("text", "")
        text = "" if "reset" in request.POST else cleaned(typed)
        if len(text) > LONGEST:
            said = _now("The text is too long: at most %(most)d characters.") % {"most": LONGEST}
            return self.show(typed, error=said, status=422)
        if "preview" in request.POST:
            return self.show(text)
        set_wording(name=name, language=language, text=text, **self.signed)
        messages.success(
            request, _now("Saved.") if text else _now("The text is the one delivered again.")
        )
        return redirect("forumrules:wordings")

    def show(self, typed: str, *, error: str = "", status: int = 200) -> HttpResponse:
        """The text with what readers would see."""
        context = self.get_context_data(
            text=self.text,
            typed=typed,
            error=error,
            longest=LONGEST,
            preview=(typed or self.text.delivered).split("\n\n"),
            again=_reopening(self.text) if typed else "",
        )
        return self.render_to_response(context, status=status)

    @override
    def get_page_subtitle(self) -> str:
        return f"{self.text.title} ({self.text.language})"


def text_of(name: str, language: str) -> Text:
    """Raises Http404 for a text or language that is not there."""
    if name not in NAMES or language not in dict(settings.LANGUAGES):
        raise Http404
    row = Wording.objects.filter(name=name, language=language).first()
    with translation.override(language):
        delivered = _delivered(name, timezone.now())
    return Text(name, str(NAMES[name]), language, row.text if row else "", delivered)


def _delivered(name: str, now: datetime) -> str:
    if name == "rules":
        return "\n\n".join(house_rules())
    return "" if name == "contact" else told(_example(name, now), now)


def _reopening(text: Text) -> str:
    if text.name in ("rules", "contact"):
        return ""
    now = timezone.now()
    with translation.override(text.language):
        return reopening(_example(text.name, now), now)


def _example(name: str, now: datetime) -> State:
    """A state of that kind, as readers could meet it."""
    kind = Kind(name)
    usual: dict[str, Any] = {"zone": DEFAULTS.zone, "cause": _CAUSES[kind]}
    if kind is Kind.AGED:
        return State(kind, since=now, months=DEFAULTS.months, **usual)
    if kind is Kind.NIGHT:
        return State(kind, opens_at=now + timedelta(hours=7), **usual)
    if kind is Kind.DESK:
        return State(kind, reason=_now("(the reason that was given)"), **usual)
    if kind is Kind.FULL:
        return State(kind, **usual)
    return State(kind, policy=PRE, pace=DEFAULTS.pace if kind is Kind.SLOW else 0, **usual)


_CAUSES = {
    Kind.AGED: Cause.AGE,
    Kind.NIGHT: Cause.HOURS,
    Kind.DESK: Cause.DESK,
    Kind.FULL: Cause.QUEUE,
    Kind.PRE_MODERATED: Cause.POLICY,
    Kind.SLOW: Cause.HOURS,
    Kind.OPEN: Cause.POLICY,
}
