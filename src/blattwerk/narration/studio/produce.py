"""The work itself: takes to levelled sound, sound to files, files to names. Runs in the worker."""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import (
    encode,
    faults,
    loudness,
    manifest,
    marks,
    peaks,
    sound,
    tags,
    timeline,
)
from blattwerk.narration.studio.encode import Chapter, Recipe
from blattwerk.narration.studio.interface import Made, MadeFile, Order, Tags, Take

Progress = Callable[[float], None]
TIMELINE = "timeline.pcm"  # the takes and silences as they came
TURNS = 9  # encodings of one file at most; usually it is one
QUIETER = 6  # from this turn on the whole file is made quieter
MOST_CHAPTERS = 255  # an MP3 counts them in one byte; the last takes what follows
SLACK = 0.001  # seconds a decoded file may be longer or shorter


@dataclass(frozen=True)
class Session:
    """One recording in the making: `article` is what the player hears, `feed` has the notice."""

    article: sound.Pcm
    feed: sound.Pcm
    level: loudness.Level | None
    tags: Tags
    chapters: tuple[Chapter, ...]
    scratch: Path

    @property
    def timeline(self) -> Path:
        return self.scratch / TIMELINE

    def part(self, recipe: Recipe) -> sound.Pcm:
        return self.feed if recipe is encode.MP3 else self.article


def produce(order: Order, scratch: Path, progress: Progress) -> Made:
    """Make all files of a spoken article in `scratch`, under their final names."""
    rate = timeline.recording_rate(order.takes) if order.takes else timeline.RATES[0]
    pcm = scratch / TIMELINE
    placed, end = timeline.lay((*order.takes, *order.notice), rate, pcm)
    spoken = placed[: len(order.takes)]
    if not any(place.samples for place in spoken):
        raise StudioFailed(faults.NO_SOUND)
    length = placed[len(spoken)].start if order.notice else end
    progress(0.1)
    chapters = _chapters(order.takes, [place.start for place in spoken], length)
    session = studio_session(pcm, rate, length, end, order.tags, chapters)
    progress(0.2)
    sentences = marks.heard(order.takes, spoken, rate)
    texts = {
        "vtt": marks.vtt(sentences, order.tags, rate),
        "json": marks.marks(sentences, language=order.tags.language, rate=rate, samples=length),
    }
    made = press(session, texts, order.manifest, progress)
    return replace(made, starts=tuple(place.start for place in spoken))


def studio_session(
    pcm: Path, rate: int, length: int, end: int, said: Tags, chapters: Sequence[Chapter] = ()
) -> Session:
    """Find the level of the first `length` samples and bring all `end` samples to it."""
    level = loudness.settle(sound.Pcm(pcm, rate, length))
    target = pcm.with_name("level.pcm")
    loudness.levelled(sound.Pcm(pcm, rate, end), level, target)
    return Session(
        sound.Pcm(target, rate, length),
        sound.Pcm(target, rate, end),
        level,
        said,
        tuple(chapters),
        pcm.parent,
    )


def press(session: Session, texts: dict[str, bytes], signer: str, progress: Progress) -> Made:
    """Encode, measure, sign and name all files."""
    files, measures = [], []
    with ThreadPoolExecutor(len(encode.RECIPES)) as desks:
        work = [desks.submit(_pressed, session, recipe) for recipe in encode.RECIPES]
        for number, (recipe, one) in enumerate(zip(encode.RECIPES, work, strict=True)):
            path, measure = one.result()
            manifest.sign(signer, path, session.tags)
            files.append(_named(recipe.kind, path))
            measures.append(measure)
            progress(0.4 + 0.2 * number)
    for kind, text in texts.items():
        files.append(_named(kind, _written(session.scratch / f"text.{kind}", text)))
    return Made(
        files=tuple(files),
        rate=session.article.rate,
        samples=session.article.samples,
        feed_seconds=session.feed.samples / session.feed.rate,
        loudness=max((one.loudness for one in measures), key=_distance),
        true_peak=max(one.true_peak for one in measures),
    )


def _pressed(session: Session, recipe: Recipe) -> tuple[Path, loudness.Measured]:
    """One kind of file, encoded anew until the decoded sound keeps the limits.

    A wrong loudness asks for another level, high peaks for dips where they are; peaks that come
    back all the same make the whole file quieter.
    """
    pcm = session.part(recipe)
    level, dips = session.level, dict[int, float]()
    for turn in range(TURNS):
        path = _encoded(session, recipe, pcm)
        measure = _checked(path, pcm)
        if level is None or not (measure.excess or (measure.error and turn < QUIETER)):
            break
        if measure.error:
            level, dips = _settled_anew(session, level, measure), {}
        elif turn < QUIETER:
            dips = peaks.together(dips, peaks.found(path))
        else:
            level = level.quieter(measure.excess + 0.1)
        pcm = _at(session, recipe, level, dips)
    return path, measure


def _settled_anew(
    session: Session, level: loudness.Level, measure: loudness.Measured
) -> loudness.Level:
    """A level that makes up for what this encoder did to the loudness."""
    article = replace(session.article, path=session.timeline)
    return loudness.settle(article, level.ceiling, level.aim - measure.error) or level


def _at(session: Session, recipe: Recipe, level: loudness.Level, dips: peaks.Dips) -> sound.Pcm:
    """This kind's sound at a level of its own, with dips."""
    pcm = session.part(recipe)
    if level != session.level:
        own = session.scratch / f"level.{recipe.kind}.pcm"
        loudness.levelled(replace(pcm, path=session.timeline), level, own)
        pcm = replace(pcm, path=own)
    dipped = replace(pcm, path=session.scratch / f"dips.{recipe.kind}.pcm")
    peaks.lowered(pcm, dips, dipped.path)
    return dipped


def _encoded(session: Session, recipe: Recipe, pcm: sound.Pcm) -> Path:
    """The tagged file; chapters and comments go in where the kind of file carries them."""
    bare = session.scratch / f"bare.{recipe.kind}"
    path = session.scratch / f"tagged.{recipe.kind}"
    chapters = _to_the_end(session.chapters, pcm.samples)
    said = tags.in_ogg(session.tags, chapters, pcm.rate) if recipe is encode.OPUS else None
    inside = chapters if recipe is encode.M4A else ()
    encode.encode(recipe, sound.frames(pcm), pcm.rate, bare, tags=said, chapters=inside)
    try:
        if recipe is encode.M4A:
            tags.into_m4a(bare, path, session.tags)
        elif recipe is encode.MP3:
            tags.into_mp3(bare, path, session.tags, chapters, pcm.rate)
        else:
            bare.replace(path)
    except OSError as error:
        raise faults.writing(error) from error
    return path


def _checked(path: Path, pcm: sound.Pcm) -> loudness.Measured:
    """Decode the file as a player would: nothing may be missing; loudness and peak are told."""
    measure = loudness.measured(sound.decoded(path), peak=True)
    if abs(measure.seconds - pcm.samples / pcm.rate) > SLACK:
        raise StudioFailed(faults.ENCODER)
    return measure


def _chapters(takes: Sequence[Take], starts: Sequence[int], end: int) -> tuple[Chapter, ...]:
    """Chapters from their first take to the next chapter; what is said before belongs to one."""
    opened = [
        (take.chapter, start) for take, start in zip(takes, starts, strict=True) if take.chapter
    ]
    kept = opened[:MOST_CHAPTERS]
    bounds = [0, *(start for _, start in kept[1:]), end]
    return tuple(
        Chapter(title, bounds[number], bounds[number + 1]) for number, (title, _) in enumerate(kept)
    )


def _to_the_end(chapters: Sequence[Chapter], end: int) -> tuple[Chapter, ...]:
    return (*chapters[:-1], replace(chapters[-1], end=end)) if chapters else ()


def _written(path: Path, text: bytes) -> Path:
    try:
        path.write_bytes(text)
    except OSError as error:
        raise faults.writing(error) from error
    return path


def _named(kind: str, path: Path) -> MadeFile:
    """Name a file for what is in it."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    final = path.with_name(f"{digest[:32]}.{kind}")
    path.replace(final)
    return MadeFile(kind, final, final.stat().st_size, digest)


def _distance(reached: float) -> float:
    return abs(reached - loudness.TARGET)
