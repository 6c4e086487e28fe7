"""What stands between a reader and the form, in sentences."""

from django.utils.translation import gettext as _

from blattwerk.discussion.errors import DiscussionError


class SignInFirst(DiscussionError):
    """Nobody is signed in."""

    def __init__(self) -> None:
        super().__init__(_("Sign in first; then you come back here."))


class AgreeFirst(DiscussionError):
    """The reader has not agreed to the terms as they stand now."""

    def __init__(self) -> None:
        super().__init__(_("Agree to the terms of use first; then you come back here."))


class Incomplete(DiscussionError):
    """Parts of the form did not arrive, or were not made here."""

    def __init__(self) -> None:
        super().__init__(_("The form did not arrive whole; send it again, nothing is lost."))


class Outdated(DiscussionError):
    """Sent longer after the form was shown than a form holds."""

    def __init__(self) -> None:
        super().__init__(
            _("The form stood open for more than a day. Send it again, nothing is lost.")
        )


class NotKept(DiscussionError):
    """Too many texts of one network address are kept already."""

    seconds = 60

    def __init__(self) -> None:
        super().__init__(
            _(
                "Very many texts came from your network, so yours could not be kept for later. It "
                "still stands here: copy it before you go on, or try again in a minute."
            )
        )


class TooQuick(DiscussionError):
    """Sent sooner after the form was shown than a person writes."""

    def __init__(self) -> None:
        super().__init__(_("That was very quick. Read it once more, then send it again."))


class Trapped(DiscussionError):
    """A field was filled that people do not see."""

    def __init__(self) -> None:
        super().__init__(
            _("A field that should stay empty was filled in, maybe by your browser. Send it again.")
        )
