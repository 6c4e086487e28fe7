"""Make a page's recording: claim the page, speak its script, hand it to the studio, publish it.

The text may change meanwhile: then the order's number has moved on, nothing is published and the
page waits again. What was spoken so far is kept, so that no sentence is spoken twice.
"""

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from blattwerk.narration import pace
from blattwerk.narration.casting import cast, speakers
from blattwerk.narration.claims import ATTEMPTS, Claim, Overtaken, beat, give_back, keep_alive
from blattwerk.narration.errors import NarrationError, NothingToSay
from blattwerk.narration.models import HumanRecording, Recording, State
from blattwerk.narration.pages import script_of
from blattwerk.narration.perform import Performed, Stage
from blattwerk.narration.publish import publish
from blattwerk.narration.script import Script, closing_line
from blattwerk.narration.studio.interface import Made, Order
from blattwerk.narration.studio.record import record, record_human
from blattwerk.narration.tagging import human_tags, tags_of
from blattwerk.narration.takes import TakeStore

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


def narrate(claim: Claim, *, progress: Progress | None = None) -> State:
    """Do what was claimed; returns the state it ends in. Never raises for a page's own troubles."""
    try:
        state = _narrate(claim, _beating(claim, progress))
    except Overtaken:
        return give_back(claim)
    except NothingToSay as error:
        return _finish_without(claim, State.NONE, str(error))
    except NarrationError as error:
        return _fail(claim, _(str(error)))  # the studio's sentences have their German
    except OSError as error:
        log.exception("Page %s could not be read aloud.", claim.page_id)
        told = _("The disk refused: %(reason)s.") % {"reason": error.strerror or error}
        return _fail(claim, told)
    except Exception as error:
        # A page must never stay “running” for ever, whatever a library does.
        log.exception("Page %s could not be read aloud.", claim.page_id)
        return _fail(claim, _("Something unexpected: %(error)s.") % {"error": type(error).__name__})
    return state


def _narrate(claim: Claim, progress: Progress) -> State:
    page = Page.objects.live().filter(pk=claim.page_id).first()
    if page is None:
        raise NothingToSay(_("The page is not published."))
    page = page.specific
    if not hasattr(page, "speech_units"):
        raise NothingToSay(_("This kind of page is not read aloud."))
    human = HumanRecording.objects.filter(page_id=claim.page_id).first()
    with _workplace() as folder:
        if human is not None:
            return _use_human(claim, page, human, folder)
        return _use_voices(claim, page, folder, progress)


def _use_voices(claim: Claim, page: Any, folder: Path, progress: Progress) -> State:
    script = script_of(page)
    if not script.lines:
        raise NothingToSay(_("The page holds no text that can be read aloud."))
    players = cast()
    digest = script.digest(speakers(players.roles(script.language)))
    if not claim.anew and _is_current(claim.page_id, digest):
        return _finish_as_is(claim)
    stage = Stage(players, TakeStore(settings.NARRATION_FOLDER / "takes"))
    performed = _perform_all(claim, stage, script, progress)
    notice = _perform_notice(stage, script)
    tags = tags_of(page, script.language, performed, folder)
    order = Order(
        takes=tuple(one.for_studio() for one in performed),
        tags=tags,
        folder=folder,
        notice=notice,
        manifest=settings.MANIFEST_SIGNER,
    )
    made = record(order, progress=lambda _share: keep_alive(claim))
    return publish(claim, made=made, machine=machine_facts(made, performed, script, digest))


def machine_facts(
    made: Made, performed: list[Performed], script: Script, digest: str
) -> dict[str, Any]:
    """The record of a synthetic voice: who spoke how much, of what, when it says so."""
    starts = zip(made.starts, performed, strict=True)
    return {
        "kind": Recording.Kind.MACHINE,
        "script": digest,
        "language": script.language,
        "voices": _voices(performed),
        "chapters": [
            [round(start / made.rate, 3), one.line.chapter]
            for start, one in starts
            if one.line.chapter
        ],
    }


def _use_human(claim: Claim, page: Any, human: HumanRecording, folder: Path) -> State:
    with human.original.open("rb") as upload, (folder / "original").open("wb") as copy:
        shutil.copyfileobj(upload, copy)
    script = f"human-{human.pk}-{human.uploaded_at.isoformat()}"
    if not claim.anew and _is_current(claim.page_id, script):
        return _finish_as_is(claim)
    made = record_human(
        folder / "original",
        human_tags(page, human, folder),
        folder,
        manifest=settings.MANIFEST_SIGNER,
        progress=lambda _share: keep_alive(claim),
    )
    facts = {
        "kind": Recording.Kind.HUMAN,
        "script": script,
        "language": page.speech_details().language,
        "reader": human.reader,
    }
    return publish(claim, made=made, machine=facts)


def _perform_all(claim: Claim, stage: Stage, script: Script, progress: Progress) -> list[Performed]:
    """Speak every line. A line nobody can speak is left out, as long as most can be spoken."""
    performed: list[Performed] = []
    failures: list[str] = []
    for number, line in enumerate(script.lines):
        if pace.stopping.is_set():
            raise Overtaken
        progress(number, len(script.lines))
        try:
            performed.append(stage.perform(line, script))
        except NarrationError as error:
            log.warning("Page %s: one sentence stays unspoken: %s", claim.page_id, error)
            failures.append(str(error))
            if len(failures) > max(1, len(script.lines) // 10):
                raise
    if not performed:
        raise NarrationError(failures[-1])
    claim.unspoken = failures
    return performed


def _perform_notice(stage: Stage, script: Script) -> tuple[Any, ...]:
    if not script.notice:
        return ()
    return (stage.perform(closing_line(script), script).for_studio(),)


def _voices(performed: list[Performed]) -> list[dict[str, Any]]:
    counted: dict[tuple[str, str], dict[str, Any]] = {}
    for one in performed:
        entry = counted.setdefault(
            (one.role.engine, one.role.voice),
            {
                "engine": one.info.name,
                "version": one.info.version,
                "voice": one.role.voice,
                "licence": _licence(one),
                "trained": one.info.trained,
                "sentences": 0,
            },
        )
        entry["sentences"] += 1
    return sorted(counted.values(), key=lambda voice: -voice["sentences"])


def _licence(one: Performed) -> str:
    own = [voice.licence for voice in one.info.voices if voice.name == one.role.voice]
    return own[0] if own and own[0] else one.info.licence


def _is_current(page_id: int, digest: str) -> bool:
    return Recording.objects.filter(page_id=page_id, replaced_at=None, script=digest).exists()


def _finish_as_is(claim: Claim) -> State:
    current = Recording.objects.get(page_id=claim.page_id, replaced_at=None)
    return _finish_without(claim, State.READY, "", recording=current)


def _finish_without(
    claim: Claim, state: State, reason: str, recording: Recording | None = None
) -> State:
    with transaction.atomic():
        row = claim.row_if_mine()
        if row is None:
            return give_back(claim)
        row.state, row.reason, row.recording = state, reason, recording
        row.finished_at, row.anew = timezone.now(), False
        row.save()
    return state


def _fail(claim: Claim, reason: str) -> State:
    """Note why; try again by itself a few times, ever later."""
    now = timezone.now()
    with transaction.atomic():
        row = claim.row_if_mine()
        if row is None:
            return give_back(claim)
        row.attempts += 1
        row.reason, row.finished_at = reason, now
        again = row.attempts < ATTEMPTS
        row.state = State.WAITING if again else State.FAILED
        row.due_at = now + timedelta(minutes=4 ** (row.attempts - 1)) if again else None
        row.save()
    log.warning("Page %s could not be read aloud: %s", claim.page_id, reason)
    return State(row.state)


def _beating(claim: Claim, told: Progress | None) -> Progress:
    def note(done: int, total: int) -> None:
        if told is not None:
            told(done, total)
        beat(claim, done=done, total=total)

    return note


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder for work in hand, on the same disk as the takes; gone afterwards."""
    base = settings.NARRATION_FOLDER / "in-hand"
    base.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True) as name:
        yield Path(name)
