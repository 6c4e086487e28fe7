"""Trained voices for German and English that can be had from the public hub.

Sizes are of the model in megabytes. `origin` is what the voice's own card says as far as it is
known here; the card that is fetched with the voice has the last word.
"""

from dataclasses import dataclass

HUB = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
CARD_DECIDES = "see its card"
TERMS = (
    "Check the card before you publish: many voices were refined from another one, "
    "whose terms may bind you too."
)


@dataclass(frozen=True)
class KnownVoice:
    """A voice that can be fetched; `advised` is the one to begin with."""

    name: str
    language: str
    megabytes: int
    origin: str = CARD_DECIDES
    advised: bool = False


KNOWN = (
    KnownVoice("de_DE-thorsten-medium", "de", 63, "CC0 recordings, refined from “lessac”", True),
    KnownVoice("de_DE-thorsten-high", "de", 114),
    KnownVoice("de_DE-thorsten-low", "de", 63),
    KnownVoice("de_DE-thorsten_emotional-medium", "de", 77),
    KnownVoice("de_DE-kerstin-low", "de", 63, "CC0 recordings, refined from “ryan”"),
    KnownVoice("de_DE-ramona-low", "de", 63),
    KnownVoice("de_DE-karlsson-low", "de", 63),
    KnownVoice("de_DE-pavoque-low", "de", 63),
    KnownVoice("de_DE-eva_k-x_low", "de", 20),
    KnownVoice("en_GB-alan-medium", "en", 63),
    KnownVoice("en_GB-alba-medium", "en", 63),
    KnownVoice("en_GB-cori-medium", "en", 63),
    KnownVoice("en_GB-cori-high", "en", 114),
    KnownVoice("en_US-amy-medium", "en", 63),
    KnownVoice("en_US-joe-medium", "en", 63, "CC0 recordings, refined from “lessac”"),
    KnownVoice("en_US-lessac-medium", "en", 63),
)
