"""Hear a few words now, for listen buttons."""

from django.utils.translation import gettext as _

from blattwerk.narration.casting import cast
from blattwerk.narration.errors import NothingToSay
from blattwerk.narration.pages import house_of
from blattwerk.narration.script import House
from blattwerk.narration.studio.live import wav
from blattwerk.narration.text.sentences import sentences

LONGEST = 300


def say(text: str, language: str, *, house: House | None = None) -> bytes:
    """A WAV file of a short text, spoken by the paper's voice; `house` may be a list not saved yet.

    Raises NothingToSay, EngineFailed.
    """
    house = house or house_of(language)
    spoken = " ".join(
        part.spoken for part in sentences(text[:LONGEST], language, house.protected)
    ).strip()
    if not spoken:
        raise NothingToSay(_("There is nothing in it that can be said."))
    speech = cast().speak(spoken, language, house.lexicon(spoken)).speech
    return wav(speech.pcm, speech.rate)
