"""A field in which an editor names a story: by its number, or by its address as it was copied."""

import re
from typing import Any, override

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks

from blattwerk.stories.models import Story
from blattwerk.stories.queries import story_by_number

_NUMBER = re.compile(r"(?:^|-)(\d{1,18})/?(?:[?#].*)?$")


class StoryNumberBlock(blocks.CharBlock):
    """The number of a public story, kept as text."""

    @override
    def clean(self, value: Any) -> str:
        typed = str(super().clean(value)).strip()
        found = _NUMBER.search(typed)
        if found is None:
            raise ValidationError(
                _(
                    "“%(typed)s” names no story. Enter the number at the end of its address, or "
                    "the whole address."
                )
                % {"typed": typed[:80]}
            )
        return str(_public(int(found[1])).pk)


def _public(number: int) -> Story:
    try:
        return story_by_number(number)
    except Story.DoesNotExist:
        raise ValidationError(
            _("Readers cannot see a story number %(number)s. Look the number up in the story desk.")
            % {"number": number}
        ) from None
