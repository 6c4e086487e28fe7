"""What readers are told of a discussion: in the lead's own words where there are some."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.utils.translation import get_language

from blattwerk.discussion.models import Wording
from blattwerk.discussion.recent import for_a_second
from blattwerk.discussion.rules.state import State
from blattwerk.discussion.told import reopening, told


def worded(state: State, now: datetime) -> str:
    """The own text with the desk's reason and the reopening, else `told`.

    Plain text; an empty line parts paragraphs.
    """
    own = own_words(state.kind)
    if not own:
        return told(state, now)
    more = " ".join(filter(None, (state.reason, reopening(state, now))))
    return "\n\n".join(filter(None, (own, more)))


def own_words(name: str) -> str:
    """A text that the lead has written, in the reader's language; "" where there is none."""
    return _texts((get_language() or settings.LANGUAGE_CODE)[:2]).get(name, "")


@for_a_second
def _texts(language: str) -> Mapping[str, str]:
    return dict(Wording.objects.filter(language=language).values_list("name", "text"))
