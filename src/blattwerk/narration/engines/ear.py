"""Does this sound like somebody speaking that text? A look at a few windows, without numpy.

It catches what broken engines give: nothing, a hum, rushing, clipping, far too little or too much.
"""

import sys
from array import array
from operator import mul

from blattwerk.narration.engines.interface import Speech

WINDOWS, WINDOW = 32, 128
QUIETEST = 160  # of 32,768: about -46 dB for the loudest place of a sentence
CLIPPED_AT, MOST_CLIPPED = 32_700, 0.3
LEAST_LIKENESS = 0.15  # between neighbouring samples: speech has 0.6 and more, rushing about 0
LEAST_LETTERS = 12  # a text of fewer may be all hiss: “Psst!”
FASTEST = 90  # letters a second at rate 1; nobody is understood at a third of it
LONGEST_WORD = 40  # letters of a word that count
SLOW_LETTER, SLOW_SIGN, GRACE = 0.6, 4.0, 6.0  # seconds at rate 1


def complaint(speech: Speech, sentence: str, rate: float) -> str:
    """What is wrong with it, as the end of a sentence (“returned …”); "" when it may pass."""
    if len(speech.pcm) % 2 or not 4_000 <= speech.rate <= 192_000:
        return "returned something that is no sound"
    seconds = speech.samples / speech.rate
    if seconds > _longest(sentence) / rate:
        return f"returned {seconds:.0f} s of sound for {len(sentence)} characters"
    if seconds < _shortest(sentence) / rate:
        return f"returned only {seconds:.2f} s of sound for {len(sentence)} characters"
    return _timbre(speech.pcm, may_hiss=sum(map(str.isalpha, sentence)) < LEAST_LETTERS)


def _longest(sentence: str) -> float:
    latin = sum(character.isascii() or character < "ɐ" for character in sentence)
    return GRACE + SLOW_LETTER * latin + SLOW_SIGN * (len(sentence) - latin)


def _shortest(sentence: str) -> float:
    letters = sum(
        min(LONGEST_WORD, sum(letter.isalpha() and letter < "ɐ" for letter in word))
        for word in sentence.split()
    )
    return max(0.02, letters / FASTEST) if letters > 1 else 0.02


def _timbre(pcm: bytes, *, may_hiss: bool) -> str:
    windows = _windows(pcm)
    if max(map(max, windows)) - min(map(min, windows)) < QUIETEST:
        return "returned silence"
    energy = sum(sum(map(mul, window, window)) for window in windows)
    clipped = sum(map(_clipped, windows))
    if clipped > MOST_CLIPPED * sum(map(len, windows)):
        return "returned noise (clipped throughout)"
    alike = sum(sum(map(mul, window, window[1:])) for window in windows)
    if alike < LEAST_LIKENESS * energy and not may_hiss:
        return "returned noise"
    return ""


def _clipped(window: array[int]) -> int:
    if max(max(window), -min(window)) <= CLIPPED_AT:
        return 0
    return sum(abs(sample) > CLIPPED_AT for sample in window)


def _windows(pcm: bytes) -> list[array[int]]:
    """Short stretches, evenly spread."""
    samples = len(pcm) // 2
    step = max(WINDOW, samples // WINDOWS)
    found = []
    for start in range(0, samples, step):
        window = array("h", pcm[2 * start : 2 * min(start + WINDOW, samples)])
        if sys.byteorder == "big":
            window.byteswap()
        found.append(window)
    return found
