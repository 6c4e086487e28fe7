"""One door: a unit of written text becomes sentences, each as written and as spoken."""

from collections.abc import Mapping
from dataclasses import dataclass

from blattwerk.narration.text import english, german
from blattwerk.narration.text.split import split

SPEAKERS = {"de": german.spoken, "en": english.spoken}


@dataclass(frozen=True)
class Sentence:
    """`written` as it stands on the page; `spoken` in plain words, as a newsreader would say it."""

    written: str
    spoken: str


def sentences(text: str, language: str, house: Mapping[str, str] | None = None) -> list[Sentence]:
    """Split `text` ("de" or "en") and put each sentence into spoken words.

    `house` is the paper's pronunciation list: written word to what is said instead of it.
    A sentence that leaves nothing to say (a lone emoji, a row of dashes) has `spoken == ""`.
    """
    say = SPEAKERS[language]
    return [Sentence(written, say(written, house)) for written in split(text, language)]
