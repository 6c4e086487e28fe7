"""Forms at the readers' door, and what ours add to allauth's."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blattwerk.accounts.choose_name import choose_name, free_name
from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.models import User
from blattwerk.accounts.public_name import LONGEST
from blattwerk.accounts.terms import agree_to_terms

NAME_HELP = _("3 to 30 letters. Others see it beside what you write; it may be a pen name.")


class NameField(forms.CharField):
    """A public name."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            label=_("Public name"),
            help_text=NAME_HELP,
            max_length=10 * LONGEST,
            widget=forms.TextInput(attrs={"autocomplete": "nickname", "dir": "auto"}),
        )


class SignUp(forms.Form):
    """What signing up asks for beside the address; allauth joins it to its own forms."""

    public_name = NameField()
    terms = forms.BooleanField(label=_("I agree to the terms of use."))
    field_order = ("email", "public_name", "password1", "terms")

    def clean_public_name(self) -> str:
        try:
            return free_name(self.cleaned_data["public_name"])
        except NameRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def signup(self, request: HttpRequest, user: User) -> None:
        """The account exists; a name lost to a faster reader is asked for again on `/konto/`."""
        now = timezone.now()
        agree_to_terms(user=user, now=now)
        try:
            choose_name(user=user, text=self.cleaned_data["public_name"], now=now)
        except NameRefused:
            user.public_name = None


class ChooseName(forms.Form):
    """The reader's wish for another name."""

    public_name = NameField()


class AddPasskey(AddWebAuthnForm):
    """Each key opens the account alone: a passkey, not a mere second factor."""

    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
