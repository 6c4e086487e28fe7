"""Forms of notices, reports and complaints."""

import re
from typing import Any, override

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.law.categories import Category
from blattwerk.discussion.law.complaints import LONGEST
from blattwerk.discussion.law.notify import MOST_COMMENTS, Said
from blattwerk.discussion.models import Notice

_NUMBERS = re.compile(r"kommentar/(\d{1,15})|#k(\d{1,15})|^\s*(\d{1,15})\s*$", re.MULTILINE)
Kind = Notice.Kind


class NotForPrograms(forms.Form):
    """A form with a field that people do not see and programs fill in."""

    website = forms.CharField(required=False, label=_("Leave this empty"))

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _now("Something filled in a field that nobody sees. Send the form once more.")
            )
        return ""


class AboutComments(NotForPrograms):
    """What every notice names: the comments."""

    further = forms.CharField(
        label=_("Addresses of the comments"),
        help_text=_("One a line; the time above each comment leads to its address."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, ticked: list[int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.ticked = ticked
        if ticked:
            self.fields["further"].label = _now("Further comments")

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        numbers = [*self.ticked, *numbers_in(found.get("further", ""))]
        found["comments"] = sorted(set(numbers))
        if not numbers:
            raise forms.ValidationError(_now("Say which comment it is about."))
        if len(found["comments"]) > MOST_COMMENTS:
            raise forms.ValidationError(
                _now("One notice takes %(most)d comments at most.") % {"most": MOST_COMMENTS}
            )
        return found


class Report(AboutComments):
    """A signed-in reader's short report."""

    why = forms.CharField(
        label=_("What is wrong with it? (may stay empty)"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def said(self) -> Said:
        return Said(Kind.RULES, why=self.cleaned_data["why"])


class FullNotice(AboutComments):
    """All that Art. 16(2) asks for; what must be there depends on the kind."""

    kind = forms.ChoiceField(label=_("What is it about?"), choices=Kind.choices)
    category = forms.ChoiceField(
        label=_("Kind of illegal content"), required=False, choices=[("", "–"), *Category.choices]
    )
    law = forms.CharField(label=_("Which law, if you know it"), required=False, max_length=200)
    why = forms.CharField(
        label=_("Why do you think so?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_(
            "Needed for illegal content, except for sexual abuse of children. The writer never "
            "learns who gave the notice."
        ),
    )
    mail = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We tell you there what was decided."),
    )
    good_faith = forms.BooleanField(
        label=_("I believe in good faith that what I say is true and complete."), required=False
    )

    def said(self) -> Said:
        names = ("kind", "why", "category", "law", "name", "mail", "good_faith")
        return Said(**{name: self.cleaned_data[name] for name in names})


class Complain(NotForPrograms):
    """Why a decision is wrong."""

    text = forms.CharField(
        label=_("Why is the decision wrong?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


def numbers_in(text: str) -> list[int]:
    """The numbers of comments in addresses, or alone on a line."""
    return [int(next(part for part in match if part)) for match in _NUMBERS.findall(text)]
