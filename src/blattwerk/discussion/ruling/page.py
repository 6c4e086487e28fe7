"""What the pages of the ruling have in common, and the page of one set of rules."""

from typing import Any, override

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.admin.page import FramedPage
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.models import RuleSet
from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.layers import DEFAULTS, Layer
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.coming import Preview
from blattwerk.discussion.ruling.entered import Entered, plain_of
from blattwerk.discussion.ruling.filled import Plain, fields_of
from blattwerk.discussion.ruling.form import RulesForm
from blattwerk.discussion.ruling.scopes import Place, place_of
from blattwerk.discussion.ruling.set_rules import edition, rules_set, set_rules

WAYS = (
    ("forumrules:index", _("Rules")),
    ("forumrules:wordings", _("Texts")),
    ("forumrules:lengths", _("Lengths and periods")),
)


class RulingPage(FramedPage):
    """A page of the lead's."""

    for_lead = True
    header_icon = "cogs"
    page_title = _("Forum rules")
    index = "forumrules:index"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ways = [
            {"address": reverse(name), "label": label, "here": name == self.here}
            for name, label in WAYS
        ]
        return super().get_context_data(ways=ways, **kwargs)


class RulesPage(RulingPage):
    """`/redaktion/diskussionsregeln/section/7/`: what is set there, and what it means."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/ruling/rules.html"
    here = "forumrules:index"

    def get(self, request: HttpRequest, scope: str, key: int) -> HttpResponse:
        self.scope, self.key = scope, key
        return self.show(fields_of(self.standing, self.zone), {})

    def post(self, request: HttpRequest, scope: str, key: int) -> HttpResponse:
        self.scope, self.key = scope, key
        entered = request.POST.dict()
        plain, bad = plain_of(entered, self.zone, self.standing)
        layer = None if bad else self._layer(plain, bad)
        if layer is None:
            messages.error(request, _now("Not saved: look at what is marked."))
            return self.show(entered, bad, status=422)
        if "preview" in entered:
            return self.show(entered, {}, layer=layer)
        seen = entered.get("seen")
        try:
            set_rules(scope=scope, key=key, layer=layer, seen=seen, **self.signed)
        except DiscussionError as error:
            messages.error(request, str(error))
            return self.show(entered, {}, status=409)
        messages.success(request, _now("The rules hold from now on."))
        return redirect("forumrules:rules", scope, key)

    def show(
        self,
        entered: Entered,
        bad: dict[str, BadRule],
        *,
        layer: Layer | None = None,
        status: int = 200,
    ) -> HttpResponse:
        """The form with what was entered. `layer` is previewed, or what is set."""
        context = self.get_context_data(
            form=RulesForm(self.place, entered, bad),
            place=self.place,
            preview=self.place.preview(layer or from_plain(self.standing), timezone.now()),
            tried=layer is not None,
            seen=edition(self.standing),
        )
        return self.render_to_response(context, status=status)

    @cached_property
    def place(self) -> Place:
        return place_of(self.scope, self.key)

    @cached_property
    def standing(self) -> Plain:
        """What is set."""
        return rules_set(self.place.scope, self.place.key)

    @property
    def zone(self) -> Any:
        """The paper's clock."""
        own = from_plain(self.standing) if self.place.scope == RuleSet.Scope.SITE else None
        return (own or self.place.site).zone or DEFAULTS.zone

    @override
    def get_page_subtitle(self) -> str:
        return str(self.place.name)

    def _layer(self, plain: Plain, bad: dict[str, BadRule]) -> Layer | None:
        """The whole of it; where it does not fit together the field is marked."""
        try:
            layer = from_plain(plain)
            self.place.rules(layer)
        except BadRule as error:
            bad[error.field.partition(".")[0]] = error
            return None
        return layer


class PreviewPart(RulesPage):
    """The preview alone, as it would be with what is entered; asked while somebody types."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, scope: str, key: int) -> HttpResponse:
        self.scope, self.key = scope, key
        plain, bad = plain_of(request.POST.dict(), self.zone, self.standing)
        layer = None if bad else self._layer(plain, bad)
        preview: Preview | None = None
        if layer is not None:
            preview = self.place.preview(layer, timezone.now())
        form = RulesForm(self.place, request.POST.dict(), bad)
        said = {"preview": preview, "form": form, "tried": True, "place": self.place}
        return render(request, "discussion/ruling/preview.html", said)
