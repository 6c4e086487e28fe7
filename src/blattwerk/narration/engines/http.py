"""A speech service over HTTP, in the house or hired: one sentence goes there, a WAV comes back.

Two forms. An address whose path ends in /audio/speech is asked as OpenAI's is (model, input, voice,
response_format, speed; a voice is written `model/voice`). Any other gets {text, voice, language,
rate}. The key goes into the Authorization header and nowhere else.
"""

import json
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from blattwerk.narration.engines.interface import EngineInfo, Speech
from blattwerk.narration.engines.pace import checked_rate
from blattwerk.narration.engines.plain import plain
from blattwerk.narration.engines.wav import NotSound, read_wav
from blattwerk.narration.errors import EngineDown, EngineFailed

LARGEST = 64 << 20
USUAL_MODEL = "tts-1"


class _NoDetour(HTTPRedirectHandler):
    """A key never follows a redirect to somebody else."""

    def redirect_request(self, *_arguments: Any, **_named: Any) -> None:
        return None


class HttpSpeech:
    """The engine; see `interface.Engine`. It lists no voices: any name is asked of the service.

    `NAME@de` tells the service the language as well.
    """

    def __init__(self, address: str, key: str = "", seconds: float = 30.0) -> None:
        if not address:
            raise EngineDown(
                "No speech service is set; give its address in BLATTWERK_SPEECH_SERVICE."
            )
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise EngineDown("The speech service's address must begin with http:// or https://.")
        self._address, self._key, self._seconds = address, key, seconds
        self._host = parts.hostname
        self._like_openai = parts.path.rstrip("/").endswith("/audio/speech")
        self._opener = build_opener(_NoDetour)

    def info(self) -> EngineInfo:
        return EngineInfo(
            name=self._host,
            version="1",
            licence="the service's own terms",
            trained=True,
            word_times=False,
            voices=(),
        )

    def speak(
        self, sentence: str, *, voice: str, rate: float, lexicon: Mapping[str, str]
    ) -> Speech:
        """The lexicon is not used: services have no common way to take IPA."""
        checked_rate(rate)
        try:
            pcm, samples = read_wav(self._ask(self._question(plain(sentence), voice, rate)))
        except NotSound as error:
            raise EngineFailed(f"The speech service at {self._host} answered {error}.") from error
        return Speech(pcm, samples)

    def _question(self, sentence: str, voice: str, rate: float) -> dict[str, Any]:
        name, _, language = voice.partition("@")
        if not self._like_openai:
            return {"text": sentence, "voice": name, "language": language, "rate": rate}
        model, _, speaker = name.rpartition("/")
        return {
            "model": model or USUAL_MODEL,
            "input": sentence,
            "voice": speaker,
            "response_format": "wav",
            "speed": rate,
        }

    def _ask(self, question: dict[str, Any]) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "audio/wav"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        request = Request(self._address, json.dumps(question).encode(), headers)  # noqa: S310
        try:
            with self._opener.open(request, timeout=self._seconds) as answer:
                body: bytes = answer.read(LARGEST + 1)
        except HTTPError as error:
            with error:
                raise self._refused(error.code) from None
        except (URLError, HTTPException, OSError) as error:
            raise EngineDown(
                f"The speech service at {self._host} cannot be reached: {_reason(error)}."
            ) from None
        if len(body) > LARGEST:
            raise EngineFailed(f"The speech service at {self._host} answered far too much.")
        return body

    def _refused(self, status: int) -> EngineFailed:
        if status in (401, 403):
            return EngineDown(
                f"The speech service at {self._host} does not accept the key ({status}); "
                "check BLATTWERK_SPEECH_KEY."
            )
        if status in (404, 405) or 300 <= status < 400:
            return EngineDown(
                f"There is no speech service at this address of {self._host} ({status}); "
                "check BLATTWERK_SPEECH_SERVICE."
            )
        if status == 429 or status >= 500:
            return EngineDown(f"The speech service at {self._host} is not able to now ({status}).")
        return EngineFailed(f"The speech service at {self._host} refused the sentence ({status}).")


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", None) or error
    if isinstance(inner, TimeoutError):
        return "it did not answer in time"
    return str(getattr(inner, "strerror", None) or inner) or type(inner).__name__
