"""From publish to sound: first sound, all files, a correction, next to bare engine and encoders.

    python -m bench.narration_pipeline --minutes 3 --rounds 3

A whole article goes through the real deeds: script, engine's process, takes, studio's process,
storage, database. The reference does the least: the bare engine speaks the same sentences and
FFmpeg's own encoders write the three files, one after another, in the same run on the same core,
as nice as the studio's process is. Shares: what of the time went into speaking, the studio, the
rest.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

from bench.article_list import scratch
from bench.narration_engines import SENTENCES, VOICES, bare, one_core
from bench.narration_studio import as_nice_as_the_studio, bare_encoders

LANGUAGES = {"espeak": "de", "piper": "en"}
CHARACTERS_A_SECOND = 15.0
FIRST_SOUND = {"espeak": 0.1, "piper": 0.5}  # seconds, on a warm worker


def main() -> None:
    """Print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=3)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    as_nice_as_the_studio()
    print(
        "| engine | sound s | first sound ms (bound) | all files s | speaking, studio, rest s | "
        "bare s | all files ÷ bare (≤ 1.3) | correction s | speaking, studio, rest s | "
        "correction ÷ whole (≤ 1/3) |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    with scratch(postgresql=False), one_core():
        for engine in LANGUAGES:
            measure(engine, asked.minutes, asked.rounds)


@dataclass
class Shares:
    """Seconds of one recording: all of it, the engine's part and the studio's."""

    whole: float = 0.0
    speaking: float = 0.0
    studio: float = 0.0

    def __str__(self) -> str:
        rest = self.whole - self.speaking - self.studio
        return f"{self.speaking:.1f}, {self.studio:.1f}, {rest:.1f}"


def measure(engine: str, minutes: float, rounds: int) -> None:
    """One engine's line: medians over the rounds, the first sound on a warm worker."""
    from blattwerk.narration.casting import cast, choose, close_cast
    from blattwerk.narration.engines.cast import Role

    language = LANGUAGES[engine]
    choose(language, Role(engine, VOICES[engine]))
    cast().speak("Warm.", language)
    first: list[float] = []
    whole: list[Shares] = []
    bare_times: list[float] = []
    correction: list[Shares] = []
    seconds = 0.0
    with bare(engine) as alone:
        for number in range(rounds):
            page = article(engine, minutes, number)
            first.append(timed(lambda page=page: first_sound(page)))
            forget_takes()
            whole.append(read(page))
            recording, order = made(page)
            seconds = recording.seconds
            bare_times.append(timed(lambda order=order: least(alone, order)))
            correct(page)
            correction.append(read(page))
    close_cast()
    fresh, again = middle(whole), middle(correction)
    to_bare = [one.whole / least for one, least in zip(whole, bare_times, strict=True)]
    to_whole = [new.whole / one.whole for new, one in zip(correction, whole, strict=True)]
    print(
        f"| {engine} | {seconds:.0f} | {1000 * statistics.median(first):.0f} "
        f"({1000 * FIRST_SOUND[engine]:.0f}) | {fresh.whole:.1f} | {fresh} "
        f"| {statistics.median(bare_times):.1f} | {statistics.median(to_bare):.2f} "
        f"| {again.whole:.1f} | {again} | {statistics.median(to_whole):.2f} |",
        flush=True,
    )


def middle(rounds: list[Shares]) -> Shares:
    """The round in the middle; of an even number, the faster of the two."""
    return sorted(rounds, key=lambda one: one.whole)[(len(rounds) - 1) // 2]


def article(engine: str, minutes: float, number: int) -> Any:
    """A published article about as long, with no sentence like that of another round."""
    from tests import factories

    from blattwerk.narration.models import Narration
    from blattwerk.newsroom.models import Section

    section = Section.objects.filter(slug="ausland").first()
    if section is None:
        factories.a_paper()
        section = Section.objects.get(slug="ausland")
    wanted = minutes * 60 * CHARACTERS_A_SECOND
    sentences: list[str] = []
    while sum(map(len, sentences)) < wanted:
        plain = SENTENCES[engine][len(sentences) % len(SENTENCES[engine])]
        sentences.append(f"{len(sentences)} {number}: {plain}")
    paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    page = factories.an_article(
        section, body=[("paragraph", f"<p>{paragraph}</p>") for paragraph in paragraphs]
    )
    Narration.objects.update_or_create(page=page, defaults={"language": LANGUAGES[engine]})
    return page


def first_sound(page: Any) -> None:
    """Until the first bytes of the stream are there."""
    from blattwerk.narration.live import live_sound

    sound = live_sound(page, "opus")
    next(sound)
    sound.close()


def forget_takes() -> None:
    """No take is left of the trial before."""
    from django.conf import settings

    for path in Path(settings.NARRATION_FOLDER).glob("takes/??/*"):
        path.unlink()


def read(page: Any) -> Shares:
    """Order and make the recording; where the time went."""
    from django.utils import timezone

    from blattwerk.narration.claims import claim_page
    from blattwerk.narration.models import Narration, Urgency
    from blattwerk.narration.narrate import narrate
    from blattwerk.narration.order import order

    with shared() as shares:
        order(page_id=page.pk, urgency=Urgency.PUBLISHED, now=timezone.now())
        claim = claim_page(page.pk, timezone.now())
        assert claim is not None
        state = narrate(claim)
    assert state == "ready", Narration.objects.get(page=page).reason
    return shares


@contextmanager
def shared() -> Iterator[Shares]:
    """Clocks at the engine's door and at the studio's."""
    shares = Shares()
    speaking = clocked("blattwerk.narration.engines.cast.Cast.speak", shares, "speaking")
    studio = clocked("blattwerk.narration.narrate.record", shares, "studio")
    began = time.perf_counter()
    with speaking, studio:
        yield shares
    shares.whole = time.perf_counter() - began


@contextmanager
def clocked(dotted: str, shares: Shares, share: str) -> Iterator[None]:
    """Add the time that calls of a function take to a share."""
    work = resolve_name(dotted)

    def timed_work(*given: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return work(*given, **named)
        finally:
            setattr(shares, share, getattr(shares, share) + time.perf_counter() - began)

    with patch(dotted, timed_work):
        yield


def made(page: Any) -> tuple[Any, tuple[Any, ...]]:
    """The recording, and its takes as they lie on the disk."""
    from blattwerk.narration.live import stage
    from blattwerk.narration.pages import script_of
    from blattwerk.narration.queries import current_recording

    performers, script = stage(), script_of(page)
    performed = [performers.known(line, script) for line in script.lines]
    return current_recording(page.pk), tuple(one for one in performed if one)


def least(alone: Callable[[list[str]], float], performed: tuple[Any, ...]) -> None:
    """The bare engine speaks every sentence, the bare encoders write three files."""
    from django.conf import settings

    alone([one.line.spoken for one in performed])
    takes = tuple(one.for_studio() for one in performed)
    bare_encoders(takes, Path(settings.NARRATION_FOLDER))


def correct(page: Any) -> None:
    """Another word in one sentence."""
    first = page.body[0].value.source
    page.body[0] = ("paragraph", first.replace(".", " wieder.", 1))
    page.save_revision().publish()


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
