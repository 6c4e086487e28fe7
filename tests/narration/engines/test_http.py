"""A speech service over HTTP, here a small real one on the loopback."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.engines.cast import Cast, Role, SpeechService
from blattwerk.narration.engines.wav import NotSound, read_wav
from blattwerk.narration.errors import EngineDown, EngineFailed

from .unruly import _tone as tone

SENTENCE = "Die Brücke ist gesperrt."
KEY = "streng-geheim"


def wav(
    pcm: bytes, *, rate: int = 16_000, channels: int = 1, bits: int = 16, size: int | None = None
) -> bytes:
    """A WAV file; `size` lies about the length, as services that stream do."""
    about = b"".join(
        number.to_bytes(length, "little")
        for number, length in (
            *((1, 2), (channels, 2), (rate, 4), (rate * channels * bits // 8, 4)),
            *((channels * bits // 8, 2), (bits, 2)),
        )
    )
    length = len(pcm) if size is None else size
    data = b"data" + length.to_bytes(4, "little") + pcm
    body = b"WAVE" + b"LIST\x03\0\0\0abc\0" + b"fmt \x10\0\0\0" + about + data
    return b"RIFF" + min(len(body), 2**32 - 1).to_bytes(4, "little") + body


@dataclass
class Service:
    """What the service answers, and what it was asked."""

    status: int = 200
    body: bytes = field(default_factory=lambda: wav(tone(1.5)))
    location: str = ""
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    address: str = ""


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            service.asked.append((self.path, dict(self.headers), json.loads(raw)))
            self.send_response(service.status)
            if service.location:
                self.send_header("Location", service.location)
            self.send_header("Content-Length", str(len(service.body)))
            self.end_headers()
            self.wfile.write(service.body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.02])
        thread.start()
        service.address = f"http://127.0.0.1:{server.server_port}"
        yield service
        server.shutdown()
        thread.join()


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service()) as running:
        yield running


@contextmanager
def booth(address: str, **options: Any) -> Iterator[Booth]:
    with Booth(EngineSpec("http", options={"address": address, "key": KEY, **options})) as open_one:
        yield open_one


def test_the_plain_form_asks_with_text_voice_language_and_rate(service: Service) -> None:
    with booth(service.address + "/sprich") as open_one:
        speech = open_one.speak(SENTENCE, voice="anna@de", rate=1.5, lexicon={"Brücke": "bʁʏkə"})

    path, headers, question = service.asked[0]
    assert (path, headers["Authorization"]) == ("/sprich", f"Bearer {KEY}")
    assert question == {"text": SENTENCE, "voice": "anna", "language": "de", "rate": 1.5}
    assert (speech.rate, speech.pcm, speech.words) == (16_000, tone(1.5), None)


def test_an_address_like_openais_is_asked_as_openai_is(service: Service) -> None:
    with booth(service.address + "/v1/audio/speech") as open_one:
        open_one.speak(SENTENCE, voice="alloy", lexicon={})
        open_one.speak(SENTENCE, voice="hd/nova@de", lexicon={})

    questions = [question for _, _, question in service.asked]
    assert questions == [
        {
            "model": model,
            "input": SENTENCE,
            "voice": voice,
            "response_format": "wav",
            "speed": 1.0,
        }
        for model, voice in (("tts-1", "alloy"), ("hd", "nova"))
    ]


def test_it_is_cast_like_any_engine(service: Service) -> None:
    everybody = Cast({"de": [Role("http", "anna@de")]}, service=SpeechService(service.address))
    with everybody:
        spoken = everybody.speak(SENTENCE, "de")

    assert (spoken.info.name, spoken.info.trained) == ("127.0.0.1", True)
    assert [(voice.name, voice.language) for voice in spoken.info.voices] == [("anna@de", "de")]


def test_a_streamed_wav_ends_where_the_answer_ends(service: Service) -> None:
    service.body = wav(tone(1.5), size=2**32 - 1)
    with booth(service.address) as open_one:
        assert open_one.speak(SENTENCE, voice="anna", lexicon={}).pcm == tone(1.5)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "no WAV file but nothing"),
        (b"ID3\x04" + bytes(99), "no WAV file but MP3; ask it for WAV"),
        (b"OggS" + bytes(99), "no WAV file but Ogg; ask it for WAV"),
        (b'{"error": "quota"}', "no WAV file but text"),
        (b"\x89PNG" + bytes(99), "no WAV file but something else"),
        (wav(bytes(64_000), channels=2), "a WAV file with 2 channels; one is needed"),
        (
            wav(bytes(64_000), bits=8),
            "a WAV file of kind 1 with 8 bit; 16 bit PCM is needed",
        ),
        (
            wav(bytes(64_000), rate=96_000),
            "a WAV file of 96000 samples a second; 8000 to 48000 are possible",
        ),
        (wav(b"")[:30], "a WAV file without sound"),
        (b"RIFF\0\0\0\0WAVEdata\4\0\0\0abcd", "a WAV file that does not tell its format"),
    ],
)
def test_what_is_no_usable_wav_is_refused(service: Service, body: bytes, told: str) -> None:
    service.body = body
    with booth(service.address) as open_one, pytest.raises(EngineFailed) as failure:
        open_one.speak(SENTENCE, voice="anna", lexicon={})

    assert str(failure.value) == f"The speech service at 127.0.0.1 answered {told}."


def test_silence_from_a_service_is_refused(service: Service) -> None:
    service.body = wav(bytes(64_000))
    with booth(service.address) as open_one, pytest.raises(EngineFailed, match="returned silence"):
        open_one.speak(SENTENCE, voice="anna", lexicon={})


@pytest.mark.parametrize(
    ("status", "down", "told"),
    [
        (401, True, "does not accept the key (401); check BLATTWERK_SPEECH_KEY."),
        (503, True, "is not able to now (503)."),
        (422, False, "refused the sentence (422)."),
    ],
)
def test_a_refusal_of_the_service_is_told(
    service: Service, status: int, down: bool, told: str
) -> None:
    service.status = status
    with booth(service.address) as open_one, pytest.raises(EngineFailed) as failure:
        open_one.speak(SENTENCE, voice="anna", lexicon={})

    assert str(failure.value) == f"The speech service at 127.0.0.1 {told}"
    assert isinstance(failure.value, EngineDown) is down


def test_the_key_does_not_follow_a_redirect(service: Service) -> None:
    with serving(Service()) as stranger:
        service.status, service.location = 307, stranger.address
        with (
            booth(service.address) as open_one,
            pytest.raises(EngineDown, match=r"no speech service at this address of 127.*\(307\)"),
        ):
            open_one.speak(SENTENCE, voice="anna", lexicon={})

        assert stranger.asked == []


def test_a_service_that_is_away_is_told_without_its_key() -> None:
    with booth("http://127.0.0.1:9/") as open_one, pytest.raises(EngineDown) as failure:
        open_one.speak(SENTENCE, voice="anna", lexicon={})

    assert str(failure.value) == (
        "The speech service at 127.0.0.1 cannot be reached: Connection refused."
    )


def test_a_service_that_does_not_answer_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        with booth(address, seconds=0.2) as open_one, pytest.raises(EngineDown) as failure:
            open_one.speak(SENTENCE, voice="anna", lexicon={})

    assert str(failure.value) == (
        "The speech service at 127.0.0.1 cannot be reached: it did not answer in time."
    )


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "No speech service is set; give its address in BLATTWERK_SPEECH_SERVICE."),
        ("ftp://a.example", "The speech service's address must begin with http:// or https://."),
    ],
)
def test_an_address_that_cannot_be_is_refused(address: str, told: str) -> None:
    with booth(address) as open_one, pytest.raises(EngineDown) as failure:
        open_one.info()

    assert str(failure.value) == told


def test_the_key_is_in_no_command_line(service: Service) -> None:
    with booth(service.address) as open_one:
        open_one.info()
        command, surroundings = (
            Path(f"/proc/{open_one.pid}/{name}").read_bytes() for name in ("cmdline", "environ")
        )

    assert b"HttpSpeech" in command
    assert KEY.encode() not in command + surroundings


def test_an_extensible_wav_is_read() -> None:
    plain = wav(tone(0.2))
    about = plain[plain.index(b"fmt ") + 8 :][:16]
    extended = b"\xfe\xff" + about[2:] + b"\x16\0\x10\0\4\0\0\0\1\0" + bytes(14)
    body = b"WAVEfmt \x28\0\0\0" + extended + b"data\4\0\0\0abcd"

    assert read_wav(b"RIFF\0\0\0\0" + body) == (b"abcd", 16_000)


def test_a_cut_off_format_is_refused() -> None:
    with pytest.raises(NotSound, match="cut off"):
        read_wav(b"RIFF\0\0\0\0WAVEfmt \4\0\0\0abcd")
