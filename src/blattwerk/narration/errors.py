"""What can go wrong with the spoken word, as sentences."""


class NarrationError(Exception):
    """Anything narration refuses or fails at; the message is a sentence for people."""


class EngineFailed(NarrationError):
    """An engine crashed, hung, answered nonsense, or cannot speak this sentence."""


class EngineDown(EngineFailed):
    """The engine as a whole cannot be used now: not installed, not reached, its key refused."""


class VoiceError(NarrationError):
    """A voice or a pronunciation that cannot be used as it stands."""


class VoiceMissing(NarrationError):
    """No engine here has that voice, or none speaks that language."""


class StudioFailed(NarrationError):
    """The recording could not be levelled, encoded or written."""


class NothingToSay(NarrationError):
    """The page holds no text that can be read aloud."""
