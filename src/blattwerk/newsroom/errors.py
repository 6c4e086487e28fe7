"""What can go wrong in the newsroom, as sentences."""

from django.utils.translation import gettext as _


class NewsroomError(ValueError):
    """Something the newsroom refuses; its text is meant for people."""


class HeadlineMissing(NewsroomError):
    """An article without a headline cannot be published."""

    def __init__(self) -> None:
        super().__init__(_("The article has no headline; give it one and publish again."))


class SectionExists(NewsroomError):
    """A section of that address already stands."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            _("A section with the address /%(slug)s/ exists; choose another.") % {"slug": slug}
        )


class PaperMissing(NewsroomError):
    """There is no paper yet."""

    def __init__(self) -> None:
        super().__init__(
            _("There is no paper yet; `blattwerk serve` or `blattwerk sample` makes one.")
        )


class ScheduleFailed(NewsroomError):
    """Some pages could not be published or withdrawn at their time; the others were."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(
            _("%(count)s page(s) could not be published or withdrawn at their time: %(reasons)s")
            % {"count": len(reasons), "reasons": " · ".join(reasons)}
        )
