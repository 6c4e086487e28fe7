"""What is told of a recording: how long, by whom, where it lies."""

from dataclasses import dataclass
from datetime import datetime

from blattwerk.narration.models import Recording
from blattwerk.narration.wording import label


@dataclass(frozen=True)
class Facts:
    """A recording as the admin's pages show it."""

    length: str
    voices: str
    label: str
    made_at: datetime
    files: dict[str, str]  # kind to address


def facts(recording: Recording) -> Facts:
    """The facts of one recording."""
    return Facts(
        length=clock(recording.seconds),
        voices=", ".join(spoken_by(recording)),
        label=label(recording),
        made_at=recording.made_at,
        files={file.kind: file.url for file in recording.files.all()},
    )


def spoken_by(recording: Recording) -> list[str]:
    """The voices that spoke, or the person who read."""
    if not recording.synthetic:
        return [recording.reader]
    return [f"{voice['engine']}: {voice['voice']}" for voice in recording.voices]


def clock(seconds: float) -> str:
    """2:51, or 1:02:51."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
