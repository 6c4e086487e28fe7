"""What can go wrong with a login, as sentences."""

from django.utils.translation import gettext as _


class AlreadyInvited(ValueError):
    """The address already has a login."""

    def __init__(self, email: str) -> None:
        super().__init__(
            _("%(email)s already has a login; give a new password with `blattwerk password`.")
            % {"email": email}
        )
