"""Who a session belongs to; all else of signing in is allauth's."""

from allauth.account.auth_backends import AuthenticationBackend

from blattwerk.accounts.models import User
from blattwerk.accounts.terms import VERSION
from blattwerk.common.ready import Ready

# With what every comment would ask next; true only where it is certain.
_NUMBERED = Ready(
    User,
    "id = %s",
    has_agreed_already=(
        "EXISTS (SELECT 1 FROM accounts_consent AS given"
        " WHERE given.user_id = accounts_user.id AND given.terms = %s)"
    ),
    was_never_sanctioned=(
        "NOT EXISTS (SELECT 1 FROM accounts_sanction AS kept WHERE kept.user_id = accounts_user.id)"
    ),
)


class Backend(AuthenticationBackend):
    """allauth's, whose question with every request is written once."""

    def get_user(self, user_id: int) -> User | None:
        """The reader of that number, who may be signed in."""
        user = _NUMBERED.first(VERSION, user_id)
        return user if user and self.user_can_authenticate(user) else None
