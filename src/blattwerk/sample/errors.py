"""What can go wrong with the sample paper."""

from django.utils.translation import gettext as _


class PaperStands(ValueError):
    """The data folder already holds a paper."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This data folder already holds a paper, and the sample never mixes with one. "
                "Name an empty folder in BLATTWERK_DATA and start again."
            )
        )
