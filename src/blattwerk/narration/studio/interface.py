"""What goes into a recording and what comes out of it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """Characters [start, end) of the written sentence begin to sound at `sample` of the take."""

    start: int
    end: int
    sample: int


@dataclass(frozen=True)
class Take:
    """One sentence in the recording: what stands on the page, its sound, the silence after it.

    `pcm` is a file of mono signed 16 bit little endian samples at `rate`; `gap` is in seconds.
    `written` is "" for what is said but not on the page (an announcement).
    """

    written: str
    pcm: Path
    rate: int
    gap: float
    words: tuple[Word, ...] = ()
    chapter: str = ""  # opens a chapter of that title


@dataclass(frozen=True)
class Tags:
    """What the files say of themselves."""

    title: str
    paper: str
    language: str
    date: str = ""  # ISO
    authors: tuple[str, ...] = ()
    comment: str = ""  # "Automatisch vorgelesen mit künstlicher Stimme"
    address: str = ""  # the article's canonical URL
    digital_source_type: str = ""  # IPTC term; "" for human recordings
    engine: str = ""
    voice: str = ""
    licence: str = ""
    artwork: Path | None = None  # JPEG or PNG


@dataclass(frozen=True)
class Order:
    """One recording to be made into `folder`; `notice` takes are added to the feed's file alone."""

    takes: tuple[Take, ...]
    tags: Tags
    folder: Path
    notice: tuple[Take, ...] = ()
    manifest: str = ""  # dotted path of a signer for C2PA manifests, or ""


@dataclass(frozen=True)
class MadeFile:
    """One finished file; `kind` is m4a, opus, mp3, vtt or json."""

    kind: str
    path: Path
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Made:
    """What the studio made: `samples` at `rate` of the player's timeline, loudness in LUFS."""

    files: tuple[MadeFile, ...]
    rate: int
    samples: int
    feed_seconds: float
    loudness: float
    true_peak: float
    starts: tuple[int, ...] = field(default=())  # each take's first sample

    @property
    def seconds(self) -> float:
        return self.samples / self.rate
