"""Forms that take a passkey's answer. A script of ours sends it, so anybody may send anything."""

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
    SignupWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from blattwerk.accounts import nesting

NO_PASSKEY = _("That passkey could not be used. Try again.")
MOST = 20_000  # characters; a device's answer has some two thousand
_WRITTEN_BYTES = re.compile(r"[A-Za-z0-9_-]+={0,2}", re.ASCII)
_PARTS = ("clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle")
_ATTACHMENTS = ("platform", "cross-platform")
# What the libraries below let through of answers that no device gave.
_UNREADABLE = (
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
    *(InvalidSignature, UnsupportedAlgorithm, struct.error),
)


class CredentialField(forms.JSONField):
    """A device's answer: what we know of it and nothing else; never shown again."""

    widget = forms.HiddenInput
    default_error_messages = {"required": NO_PASSKEY}  # Django's way

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str) or len(value) > MOST:
            raise ValidationError(NO_PASSKEY)
        with _reading():
            nesting.check_json(value)
            answer = _known(super().to_python(value))
            nesting.check_response(answer["response"])
            return answer

    def bound_data(self, data: Any, initial: Any) -> None:
        """Nothing: an answer serves once."""

    def prepare_value(self, value: Any) -> str:
        return ""


class AddPasskey(AddWebAuthnForm):
    """Each key opens the account alone: a passkey, not a mere second factor."""

    credential = CredentialField()
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def clean(self) -> Any:
        with _reading():
            return super().clean()


class SignUpByPasskey(SignupWebAuthnForm):
    """The first key of a new account."""

    credential = CredentialField()

    def clean(self) -> Any:
        with _reading():
            return super().clean()


class SignInByPasskey(LoginWebAuthnForm):
    """A key alone opens the account."""

    credential = CredentialField()

    def clean_credential(self) -> Any:
        with _reading():
            return super().clean_credential()


class SecondByPasskey(AuthenticateWebAuthnForm):
    """A key beside the password."""

    credential = CredentialField()

    def clean_credential(self) -> Any:
        with _reading():
            return super().clean_credential()


class AgainByPasskey(ReauthenticateWebAuthnForm):
    """It is still the owner who sits there."""

    credential = CredentialField()

    def clean_credential(self) -> Any:
        with _reading():
            return super().clean_credential()


@contextmanager
def _reading() -> Iterator[None]:
    """One sentence for whatever is wrong with an answer."""
    try:
        yield
    except ValidationError as error:
        if error.code == "too_many_login_attempts":
            raise
        raise ValidationError(NO_PASSKEY) from error
    except _UNREADABLE as error:
        raise ValidationError(NO_PASSKEY) from error


def _known(answer: Any) -> dict[str, Any]:
    """The parts that belong to a passkey's answer, in their kinds. Raises ValueError, KeyError."""
    found = {
        "id": _bytes(answer["id"]),
        "rawId": _bytes(answer["rawId"]),
        "type": "public-key",
        "response": {
            name: _bytes(answer["response"][name])
            for name in _PARTS
            if answer["response"].get(name)
        },
        "clientExtensionResults": {},
    }
    if answer.get("authenticatorAttachment") in _ATTACHMENTS:
        found["authenticatorAttachment"] = answer["authenticatorAttachment"]
    resident = (answer.get("clientExtensionResults") or {}).get("credProps")
    if resident is not None:
        found["clientExtensionResults"] = {"credProps": {"rk": resident.get("rk") is True}}
    return found


def _bytes(text: Any) -> str:
    """As it stands, if it is written as bytes are."""
    if not _WRITTEN_BYTES.fullmatch(text):
        raise ValueError("Not base64 as devices write it.")
    return str(text)
