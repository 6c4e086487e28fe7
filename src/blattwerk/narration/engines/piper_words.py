"""Which sound of a Piper sentence begins which word.

Where sounds and words are as many, they go together one by one. espeak-ng, which writes the sounds,
often joins words (“of the”) or parts them; there the words spoken alone are laid over the sentence.
"""

from collections.abc import Callable
from difflib import SequenceMatcher

from blattwerk.narration.engines.words import word_spans

_NO_SOUND = frozenset(" ˈˌ,.;:!?-")


def heard_words(
    text: str, phonemes: list[str], alone: Callable[[str], list[str]]
) -> dict[int, int]:
    """Place of each word in `text` whose first sound is known → that sound's number.

    `alone` gives the sounds of one word spoken by itself.
    """
    spans = word_spans(text)
    groups = _groups(phonemes)
    if len(groups) == len(spans):
        return {start: group for (start, _), group in zip(spans, groups, strict=True)}
    return _laid_over(text, spans, phonemes, alone)


def _groups(phonemes: list[str]) -> list[int]:
    """The first sound of each stretch between spaces that can be heard."""
    found: list[int] = []
    fresh = True
    for number, sign in enumerate(phonemes):
        if sign == " ":
            fresh = True
        elif fresh and sign not in ",.;:!?-":
            found.append(number)
            fresh = False
    return found


def _laid_over(
    text: str,
    spans: list[tuple[int, int]],
    phonemes: list[str],
    alone: Callable[[str], list[str]],
) -> dict[int, int]:
    firsts: list[tuple[int, int]] = []  # place in the text, place in `apart`
    apart: list[str] = []
    for start, end in spans:
        firsts.append((start, len(apart)))
        apart += [sign for sign in alone(text[start:end]) if sign not in _NO_SOUND]
    sounding = [number for number, sign in enumerate(phonemes) if sign not in _NO_SOUND]
    whole = [phonemes[number] for number in sounding]
    matcher = SequenceMatcher(None, apart, whole, autojunk=False)
    where = {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    return {start: sounding[where[first]] for start, first in firsts if first in where}
