"""The editors' door."""

from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import LoginForm

from blattwerk.accounts.models import User


class StaffLogin(LoginForm):
    """Wagtail's, which knows neither readers nor second factors."""

    def confirm_login_allowed(self, user: User) -> None:
        """Raises ValidationError for whom this door does not open."""
        super().confirm_login_allowed(user)
        if not user.has_perm("wagtailadmin.access_admin"):
            raise ValidationError(_("This login has no access to the editors' rooms."))
        if is_mfa_enabled(user):
            raise ValidationError(
                _("This login has a second factor. Sign in at %(address)s and then come here.")
                % {"address": reverse("account_login")}
            )
