"""What narration keeps."""

from blattwerk.narration.models.narration import HumanRecording, Narration, State, Urgency
from blattwerk.narration.models.playlist import Playlist, PlaylistEntry
from blattwerk.narration.models.pronunciation import Pronunciation
from blattwerk.narration.models.recording import Recording, RecordingFile
from blattwerk.narration.models.rules import NarrationRules
from blattwerk.narration.models.voice import VoiceChoice

__all__ = [
    "HumanRecording",
    "Narration",
    "NarrationRules",
    "Playlist",
    "PlaylistEntry",
    "Pronunciation",
    "Recording",
    "RecordingFile",
    "State",
    "Urgency",
    "VoiceChoice",
]
