"""The reasons a restriction may have: their list for all, writing them for the lead."""

from typing import override

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.law.categories import Category
from blattwerk.discussion.models import Reason
from blattwerk.discussion.set_reason import FIELDS, set_reason

KEYS = 9  # reasons that have a number key


def reasons_in_use() -> list[Reason]:
    """What a moderator chooses from; the first nine have a key."""
    return list(Reason.objects.filter(in_use=True))


class ReasonForm(forms.ModelForm[Reason]):
    """A reason as the lead writes it."""

    category = forms.ChoiceField(
        label=_("category of the Act"),
        choices=[("", _("none: a breach of the house rules only")), *Category.choices],
        required=False,
        help_text=_("As in the transparency report of the Digital Services Act."),
    )

    class Meta:
        model = Reason
        fields = FIELDS
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "text": _("Said to the writer; it says what they can do otherwise."),
            "order": _("The first nine in use have the keys 1 to 9."),
        }


class ReasonsPage(DeskPage):
    """`/redaktion/kommentare/gruende/`"""

    template_name = "discussion/admin/reasons.html"
    here = "forumdesk:reasons"

    def get(self, _request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(all_reasons=Reason.objects.all()))

    @override
    def get_page_subtitle(self) -> str:
        return _now("Reasons")


class ReasonPage(DeskPage):
    """Writes a new reason, or another text for one; statements keep what was told before."""

    http_method_names = ["get", "head", "post"]
    template_name = "discussion/admin/reason.html"
    here = "forumdesk:reasons"
    for_lead = True

    def get(self, _request: HttpRequest, number: int | None = None) -> HttpResponse:
        return self._show(ReasonForm(instance=_reason(number)), number)

    def post(self, request: HttpRequest, number: int | None = None) -> HttpResponse:
        form = ReasonForm(request.POST, instance=_reason(number))
        if not form.is_valid():
            return self._show(form, number, status=422)
        reason = form.save(commit=False)
        set_reason(reason=reason, **self.signed)
        messages.success(request, _now("Saved: “%(title)s”.") % {"title": reason.title})
        return redirect("forumdesk:reasons")

    def _show(self, form: ReasonForm, number: int | None, status: int = 200) -> HttpResponse:
        context = self.get_context_data(form=form, number=number)
        return self.render_to_response(context, status=status)

    @override
    def get_page_subtitle(self) -> str:
        return _now("Reason")


def _reason(number: int | None) -> Reason | None:
    if number is None:
        return None
    reason = Reason.objects.filter(pk=number).first()
    if reason is None:
        raise Http404
    return reason
