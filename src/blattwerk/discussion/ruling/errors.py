"""What can go wrong while rules and texts are set."""

from django.utils.translation import gettext as _

from blattwerk.discussion.errors import DiscussionError


class RulesChanged(DiscussionError):
    """Somebody set these rules while they were being edited."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody has changed these rules meanwhile. What you entered still stands below, "
                "the preview shows what holds now; save again to put yours in its place."
            )
        )


class LeadsToItself(DiscussionError):
    """A discussion that would lead on to itself."""

    def __init__(self) -> None:
        super().__init__(_("A discussion cannot lead to itself; choose another article."))


class TooManyLeads(DiscussionError):
    """More pages pinned than are shown."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _("A discussion leads to %(most)d articles at most; take one away first.")
            % {"most": most}
        )


class NoPageNamed(DiscussionError):
    """Nothing chosen, or something readers cannot read."""

    def __init__(self) -> None:
        super().__init__(_("Choose an article that readers can read; look it up by its words."))
