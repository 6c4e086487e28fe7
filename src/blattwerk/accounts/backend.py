"""Who a session belongs to; all else of signing in is allauth's."""

from allauth.account.auth_backends import AuthenticationBackend

from blattwerk.accounts.models import User
from blattwerk.common.ready import Ready

_NUMBERED = Ready(User, "id = %s")


class Backend(AuthenticationBackend):
    """allauth's, whose question with every request is written once."""

    def get_user(self, user_id: int) -> User | None:
        """The reader of that number, who may be signed in."""
        user = _NUMBERED.first(user_id)
        return user if user and self.user_can_authenticate(user) else None
