"""espeak-ng, the voice that is always there: German and English after every install, offline.

The library is global to its process and not safe for threads: one instance, in a worker.
Its sound drifts by fractions of a millisecond from call to call (a flutter runs on), so the same
sentence spoken twice is alike to the ear but not to the byte.
"""

import ctypes
from collections.abc import Mapping
from importlib import import_module
from io import BytesIO
from typing import Any

from blattwerk.narration.engines.interface import EngineInfo, Speech, Voice
from blattwerk.narration.engines.ipa import mnemonics
from blattwerk.narration.engines.pace import checked_rate
from blattwerk.narration.engines.plain import plain, split_at_words
from blattwerk.narration.engines.words import timed, word_spans
from blattwerk.narration.errors import EngineDown, EngineFailed, VoiceMissing

LICENCE = "GPL-3.0-or-later"
RETRIEVAL_AT_ONCE = 2  # sound is handed back from within the call
DO_NOT_EXIT = 0x8000
TEXT_IS_UTF8 = 1
BRACKETS_ARE_PHONEMES = 0x100
RATE_PARAMETER = 1
BUFFER_MS = 200
WORDS_A_MINUTE = 175
END, WORD = 0, 1
STRAY = 400  # bytes of sound espeak-ng gives for a text that says nothing

# What we call a voice: what espeak-ng calls it, its language, its title.
VOICES = {
    "de": ("de", "de", "German"),
    "de+f2": ("de+f2", "de", "German, higher"),
    "de+m3": ("de+m3", "de", "German, deeper"),
    "en-gb": ("en", "en", "English, British"),
    "en-gb+f2": ("en+f2", "en", "English, British, higher"),
    "en-us": ("en-us", "en", "English, American"),
    "en-us+f2": ("en-us+f2", "en", "English, American, higher"),
}


class _Name(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Name),
    ]


_Listener = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Espeak:
    """The engine; see `interface.Engine`."""

    def __init__(self) -> None:
        package = import_module("espeakng_loader")
        self._library = ctypes.CDLL(package.get_library_path())
        self._rate = self._library.espeak_Initialize(
            RETRIEVAL_AT_ONCE, BUFFER_MS, package.get_data_path().encode(), DO_NOT_EXIT
        )
        if self._rate <= 0:
            raise EngineDown("espeak-ng did not find its data; install espeakng-loader anew.")
        self._sound = BytesIO()  # hands out what it holds without a second copy
        self._events: list[tuple[int, int]] = []
        self._listener = _Listener(self._listen)  # kept: the library holds its address
        self._library.espeak_SetSynthCallback(self._listener)
        self._voice = ""

    def info(self) -> EngineInfo:
        self._library.espeak_Info.restype = ctypes.c_char_p
        version = self._library.espeak_Info(None).decode()
        return EngineInfo(
            name="espeak-ng",
            version=version.split()[0],
            licence=LICENCE,
            trained=False,
            word_times=True,
            voices=tuple(
                Voice(name, language, LICENCE, title)
                for name, (_, language, title) in VOICES.items()
            ),
        )

    def speak(
        self, sentence: str, *, voice: str, rate: float, lexicon: Mapping[str, str]
    ) -> Speech:
        """Raises EngineFailed when nothing can be heard of the sentence, VoiceMissing."""
        pace = round(WORDS_A_MINUTE * checked_rate(rate))
        self._take_voice(voice)
        self._library.espeak_SetParameter(RATE_PARAMETER, pace, 0)
        text, origin = _with_pronunciations(plain(sentence), lexicon, VOICES[voice][1])
        self._synthesise(text, BRACKETS_ARE_PHONEMES if lexicon else 0)
        pcm = self._sound.getvalue()
        if len(pcm) <= STRAY:
            raise EngineFailed("espeak-ng hears nothing to say in this sentence.")
        return Speech(pcm, self._rate, self._words(sentence, origin, len(pcm) // 2))

    def _take_voice(self, voice: str) -> None:
        if voice not in VOICES:
            raise VoiceMissing(f"espeak-ng has no voice “{voice}” here; try {', '.join(VOICES)}.")
        if voice != self._voice:
            if self._library.espeak_SetVoiceByName(VOICES[voice][0].encode()):
                raise EngineDown(f"espeak-ng could not load its voice “{voice}”.")
            self._voice = voice

    def _synthesise(self, text: str, flags: int) -> None:
        self._sound = BytesIO()
        self._events.clear()
        raw = text.encode()
        failed = self._library.espeak_Synth(
            raw, ctypes.c_size_t(len(raw) + 1), 0, 1, 0, TEXT_IS_UTF8 | flags, None, None
        )
        if failed:
            raise EngineFailed(f"espeak-ng refused the sentence (code {failed}).")

    def _listen(self, samples: Any, count: int, events: Any) -> int:
        """Called by the library with sound and what begins in it."""
        if samples and count > 0:
            self._sound.write(ctypes.string_at(samples, 2 * count))
        number = 0
        while events[number].type != END:
            if events[number].type == WORD:
                self._events.append((events[number].text_position, events[number].sample))
            number += 1
        return 0

    def _words(self, sentence: str, origin: list[int], samples: int) -> Any:
        spans = word_spans(sentence)
        known: dict[int, int] = {}
        number = 0
        for position, sample in self._events:
            place = origin[min(max(position - 1, 0), len(origin) - 1)]
            while number < len(spans) and spans[number][1] <= place:
                number += 1
            if number < len(spans) and spans[number][0] <= place:  # else a sign read out
                known.setdefault(number, sample)
        return timed(spans, known, samples)


def _with_pronunciations(
    sentence: str, lexicon: Mapping[str, str], language: str
) -> tuple[str, list[int]]:
    """The text with listed words in espeak-ng's letters, and where each character came from."""
    written: list[str] = []
    origin: list[int] = []
    start = 0
    for piece, listed in split_at_words(sentence, lexicon):
        said = f"[[{mnemonics(lexicon[piece], language)}]]" if listed else piece
        written.append(said)
        origin += [start] * len(said) if listed else range(start, start + len(piece))
        start += len(piece)
    return "".join(written), origin or [0]
