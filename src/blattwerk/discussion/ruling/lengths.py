"""How long a comment may be, how long texts are kept, and when the team is told by mail."""

from datetime import datetime
from typing import Any, override

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, Switch
from blattwerk.discussion.ruling.page import RulingPage


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


@transaction.atomic
def set_lengths(
    *, longest: int, months_kept: int, alarm_after: int, by: User, now: datetime
) -> Entry | None:
    """None where nothing changes."""
    row, _made = Switch.objects.select_for_update().get_or_create(pk=1)
    before = _told(row)
    row.longest, row.months_kept, row.alarm_after = longest, months_kept, alarm_after
    if _told(row) == before:
        return None
    row.save(update_fields=["longest", "months_kept", "alarm_after"])
    return write_down(Deed.RULES, by=by, at=now, before=before, after=_told(row))


def _told(row: Switch) -> dict[str, Any]:
    names = ("longest", "months_kept", "alarm_after")
    return {name: getattr(row, name) for name in names}


def _row() -> Switch:
    """For a form to fill in: one's own, not the one that others are answered by."""
    return Switch.objects.filter(pk=1).first() or Switch(pk=1)
