"""Hear a page before its files exist: sentence by sentence, as they are spoken.

The timeline is that of the finished file, so that marks and positions stay good when the player
changes over to it.
"""

import threading
from collections.abc import Generator, Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from blattwerk.narration.casting import cast
from blattwerk.narration.errors import NarrationError, NothingToSay
from blattwerk.narration.pages import script_of
from blattwerk.narration.perform import Performed, Stage
from blattwerk.narration.studio.interface import Take
from blattwerk.narration.studio.live import Kind, LiveEncoder
from blattwerk.narration.studio.marks import LiveTake, marks_document
from blattwerk.narration.studio.timeline import gap_samples, rescaled, sound_of, take_samples
from blattwerk.narration.takes import TakeStore

USUAL_RATE = 22050
# A stream holds a thread of the web server; pages must always find one.
_places = threading.BoundedSemaphore(max(1, settings.WEB_THREADS // 4))


class NoPlace(NarrationError):
    """As many listen to unfinished recordings as this server can speak to at once."""


def stage() -> Stage:
    """This process's stage."""
    return Stage(cast(), TakeStore(settings.NARRATION_FOLDER / "takes"))


def live_sound(page: Any, kind: Kind) -> "LiveSound":
    """Bytes of one stream; the first sentence is spoken before this returns.

    Raises NoPlace, NothingToSay, or EngineFailed when nobody can speak even the first sentence.
    """
    if not _places.acquire(blocking=False):
        raise NoPlace(_("Too many recordings are being made at the moment."))
    stream = _stream(page, kind)
    try:
        first = next(stream)
    except BaseException:
        stream.close()
        _places.release()
        raise
    return LiveSound(first, stream)


class LiveSound:
    """The stream, giving its place back when it ends or the listener goes away."""

    def __init__(self, first: bytes, rest: Generator[bytes]) -> None:
        self.first: bytes | None = first
        self.rest = rest
        self.held = True

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self.first is not None:
            first, self.first = self.first, None
            return first
        try:
            return next(self.rest)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self.held:
            self.held = False
            self.rest.close()
            _places.release()


def _stream(page: Any, kind: Kind) -> Generator[bytes]:
    script = script_of(page)
    if not script.lines:
        raise NothingToSay(_("The page holds no text that can be read aloud."))
    performers = stage()
    encoder: LiveEncoder | None = None
    failed = 0
    for line in script.lines:
        try:
            performed = performers.perform(line, script)
        except NarrationError:
            failed += 1
            if encoder is None or failed > max(1, len(script.lines) // 10):
                raise
            continue
        if encoder is None:
            encoder = LiveEncoder(kind, performed.take.rate, performed.info.name)
        yield from _sound(encoder, performed.for_studio())
    if encoder is not None:
        yield encoder.close()


def _sound(encoder: LiveEncoder, take: Take) -> Iterator[bytes]:
    samples = rescaled(take_samples(take), take.rate, encoder.rate)
    for piece in sound_of(take, encoder.rate, samples):
        yield from encoder.stream(piece)
    yield encoder.feed(bytes(2 * gap_samples(take.gap, encoder.rate)))


def live_marks(page: Any) -> dict[str, Any]:
    """Marks of all that has been spoken so far, from the start to the first missing sentence."""
    script = script_of(page)
    performers = stage()
    known: list[Performed] = []
    for line in script.lines:
        performed = performers.known(line, script)
        if performed is None:
            break
        known.append(performed)
    return marks_document(
        [_live_take(one) for one in known],
        language=script.language,
        rate=known[0].take.rate if known else USUAL_RATE,
        complete=len(known) == len(script.lines),
    )


def _live_take(one: Performed) -> LiveTake:
    return LiveTake(one.line.written, one.take.samples, one.take.rate, one.line.gap, one.words())
