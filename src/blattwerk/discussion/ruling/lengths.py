"""How long a comment may be, how long texts are kept, and when the team is told by mail."""

from typing import override

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.models import Switch
from blattwerk.discussion.ruling.page import RulingPage
from blattwerk.discussion.set_switch import set_lengths


class LengthsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The limits are the database's own."""

    longest = forms.IntegerField(
        label=_("Characters a comment may have"), min_value=100, max_value=5000
    )
    months_kept = forms.IntegerField(
        label=_("Months that texts are kept which never were public"), min_value=1, max_value=120
    )
    alarm_after = forms.IntegerField(
        label=_("Minutes a comment waits before the team gets a mail; 0 for none"),
        min_value=0,
        max_value=10_080,
    )

    class Meta:
        model = Switch
        fields = ["longest", "months_kept", "alarm_after"]


class Lengths(RulingPage):
    """`/redaktion/diskussionsregeln/laengen/`."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/ruling/lengths.html"
    here = "forumrules:lengths"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(LengthsForm(instance=_row()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = LengthsForm(request.POST, instance=_row())
        if not form.is_valid():
            messages.error(request, _now("Not saved: look at what is marked."))
            return self.show(form, status=422)
        set_lengths(**form.cleaned_data, **self.signed)
        messages.success(request, _now("Saved."))
        return redirect("forumrules:lengths")

    def show(self, form: LengthsForm, status: int = 200) -> HttpResponse:
        """The form as it stands."""
        return self.render_to_response(self.get_context_data(form=form), status=status)

    @override
    def get_page_subtitle(self) -> str:
        return _now("Lengths and periods")


def _row() -> Switch:
    """For a form to fill in: one's own, not the one that others are answered by."""
    return Switch.objects.filter(pk=1).first() or Switch(pk=1)
