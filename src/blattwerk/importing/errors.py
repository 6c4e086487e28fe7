"""What the review queue refuses, as sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from blattwerk.importing.models import Item
from blattwerk.newsroom.models import Section


class ImportingError(ValueError):
    """Something the review queue refuses; its text is meant for people."""


class AlreadyDecided(ImportingError):
    """Somebody was faster, or the button was pressed twice."""

    def __init__(self, item: Item) -> None:
        super().__init__(
            _("Nothing was changed: “%(title)s” has been decided already (%(state)s).")
            % {"title": item.title, "state": item.get_state_display()}
        )


class NotRejected(ImportingError):
    """Only what was rejected can be taken back."""

    def __init__(self, item: Item) -> None:
        super().__init__(
            _("Nothing was changed: “%(title)s” is not rejected (%(state)s).")
            % {"title": item.title, "state": item.get_state_display()}
        )


class MayNotPublishThere(ImportingError):
    """The section belongs to another desk."""

    def __init__(self, section: Section) -> None:
        super().__init__(
            _("You may not publish in the section “%(section)s”; choose one of yours.")
            % {"section": section.title}
        )


class SameArticle(ImportingError):
    """The article is in the house by another item."""

    def __init__(self, other: Item) -> None:
        super().__init__(
            _(
                "The same article came in as “%(title)s” from %(origin)s (%(state)s). "
                "Reject this one, or that one."
            )
            % {
                "title": other.title,
                "origin": other.origin,
                "state": other.get_state_display(),
            }
        )


class Incomplete(ImportingError):
    """Something that an article needs is missing."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join(reasons))
