"""Forms at the readers' door, and what ours add to allauth's."""

from contextlib import suppress

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blattwerk.accounts.choose_name import free_name, grant_wish, wish_name
from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.models import User
from blattwerk.accounts.public_name import LONGEST
from blattwerk.accounts.queries import has_proved_address
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
        """The account exists. Its name is a wish until the address is proved.

        Were it taken at once, a stranger could sign up with an address and see by the name
        whether that made an account. Another service may have proved the address before.
        """
        now = timezone.now()
        agree_to_terms(user=user, now=now)
        wish_name(user=user, text=self.cleaned_data["public_name"])
        if has_proved_address(user):
            with suppress(NameRefused):  # somebody was faster; `/konto/` asks again
                grant_wish(user=user, now=now)


class ChooseName(forms.Form):
    """The reader's wish for another name."""

    public_name = NameField()
