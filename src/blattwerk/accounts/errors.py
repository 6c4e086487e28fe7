"""What can go wrong with a login, as sentences."""

from django.utils.translation import gettext as _


class AlreadyInvited(ValueError):
    """The address already has a login."""

    def __init__(self, email: str) -> None:
        super().__init__(
            _("%(email)s already has a login; give a new password with `blattwerk password`.")
            % {"email": email}
        )


class NameRefused(ValueError):
    """A public name that cannot be; says why."""


class NameTaken(NameRefused):
    """Somebody has that name, or one that looks like it."""

    def __init__(self) -> None:
        super().__init__(_("Somebody has this name, or one that looks like it. Choose another."))


class NameTooNew(NameRefused):
    """The present name was taken only lately."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _("You may change your name again on %(day)s: once in 30 days.") % {"day": day}
        )


class StaffNotErased(ValueError):
    """Whoever works for the paper cannot erase their login themselves."""

    def __init__(self) -> None:
        super().__init__(
            _("You work for the paper: the operator takes your rights away first, then you may.")
        )


class NotConfirmed(ValueError):
    """It was not shown that the owner asks."""


class WrongPassword(NotConfirmed):
    """Not the account's."""

    def __init__(self) -> None:
        super().__init__(_("The password is wrong."))


class WrongCode(NotConfirmed):
    """The code was wrong, or too old."""

    def __init__(self) -> None:
        super().__init__(_("That code is wrong or too old. Ask for a new one."))
