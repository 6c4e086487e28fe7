"""Commands for the voices that read aloud."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from blattwerk.config.cli import main, with_django

if TYPE_CHECKING:
    from blattwerk.narration.engines.booth import Booth
    from blattwerk.narration.engines.interface import Voice

LANGUAGES = click.Choice(["de", "en"])
PROBES = {"de": "Guten Tag, hier spricht die Zeitung.", "en": "Good day, this is your newspaper."}


@main.group("voices")
def voices_group() -> None:
    """See, fetch and choose the voices that read aloud."""


@voices_group.command("list")
@with_django
def list_voices() -> None:
    """Show engines and voices, who is in use, and what can be fetched."""
    from blattwerk.narration.voice_table import KNOWN, TERMS

    here: set[str] = set()
    with _booths() as booths:
        for name, booth in booths.items():
            here |= set(_show_engine(name, booth))
    click.echo("\nTo be fetched with `blattwerk voices install NAME`:")
    for voice in KNOWN:
        if voice.name not in here:
            advised = "  (advised)" if voice.advised else ""
            click.echo(
                f"  {voice.name:33} {voice.language}  {voice.megabytes:>4} MB"
                f"  {voice.origin}{advised}"
            )
    click.echo(f"\n{TERMS}")


def _show_engine(name: str, booth: "Booth") -> Iterator[str]:
    from blattwerk.narration.errors import NarrationError

    try:
        info = booth.info()
    except NarrationError as error:
        click.echo(f"{name}: {error}")
        return
    click.echo(f"{name}: {info.name} {info.version}, {info.licence}")
    used = _in_use(name)
    for voice in info.voices:
        place = used.pop(voice.name, "")
        line = f"  {voice.name:33} {voice.language}  {voice.title:25} {voice.licence:20} {place}"
        click.echo(line.rstrip())
        yield voice.name
    for missing, place in used.items():
        click.echo(f"  {missing:33} {place}" + ("" if not info.voices else ", but not installed"))


def _in_use(engine: str) -> dict[str, str]:
    """Voices of one engine that are cast, with their place in words."""
    from blattwerk.narration.casting import chosen

    return {
        role.voice: f"{'reads' if place == 0 else 'steps in for'} {language}, rate {role.rate:g}"
        for language, roles in chosen().items()
        for place, role in enumerate(roles)
        if role.engine == engine
    }


@voices_group.command("install")
@click.argument("name")
@with_django
def install(name: str) -> None:
    """Fetch the trained voice NAME for Piper into the data folder."""
    from blattwerk.config.settings import OPTIONS, VOICES_FOLDER
    from blattwerk.narration.errors import VoiceError
    from blattwerk.narration.voice_table import TERMS
    from blattwerk.narration.voices import install_voice

    hidden = not sys.stderr.isatty()
    with click.progressbar(length=1, label=name, file=sys.stderr, hidden=hidden) as bar:

        def show(done: int, whole: int) -> None:
            bar.length = whole
            bar.update(done - bar.pos)

        try:
            voice = install_voice(
                name, VOICES_FOLDER, address=OPTIONS.voices_address, progress=show
            )
        except VoiceError as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{voice.name} is installed. Licence of its recordings: {voice.licence}.\n{TERMS}")
    click.echo(f"Let it read aloud with: blattwerk voices use {voice.name}")


@voices_group.command("use")
@click.argument("name")
@click.option("--language", type=LANGUAGES, help="What it reads; else the voice's own language.")
@click.option("--rate", type=click.FloatRange(0.5, 2.0), default=1.0, show_default=True)
@with_django
def use(*, name: str, language: str | None, rate: float) -> None:
    """Let NAME read aloud. `http:NAME` asks the speech service for that voice.

    The voice speaks a sentence first, so that one that cannot is not chosen. Who read before steps
    in when it fails; espeak-ng always does at last.
    """
    from blattwerk.narration.casting import choose
    from blattwerk.narration.engines.cast import Role
    from blattwerk.narration.errors import NarrationError

    try:
        with _booths() as booths:
            engine, voice = _find(name, booths)
            reads = _language(voice, engine, language)
            role = Role(engine, f"{voice.name}@{reads}" if engine == "http" else voice.name, rate)
            booths[engine].speak(PROBES[reads], voice=role.voice, rate=rate, lexicon={})
    except NarrationError as error:
        raise click.ClickException(str(error)) from error
    choose(reads, role)
    click.echo(f"{name} reads {reads} aloud from now on; recordings made before keep their voice.")


def _find(name: str, booths: dict[str, "Booth"]) -> tuple[str, "Voice"]:
    """The engine and the voice meant by `voice` or `engine:voice`. Raises NarrationError."""
    from blattwerk.narration.engines.cast import find_voice
    from blattwerk.narration.errors import NarrationError, VoiceMissing

    wanted, colon, rest = name.partition(":")
    if colon and wanted in booths:
        voice = find_voice(booths[wanted].info(), rest)
        if voice:
            return wanted, voice
        raise VoiceMissing(_not_here(rest, [one.name for one in booths[wanted].info().voices]))
    names, troubles = [], []
    for engine, booth in booths.items():
        try:
            voices = booth.info().voices
        except NarrationError as error:
            troubles.append(str(error))
            continue
        names += [voice.name for voice in voices]
        for voice in voices:
            if voice.name == name:
                return engine, voice
    hints = [trouble for trouble in troubles if "pip install" in trouble and "-" in name]
    raise VoiceMissing(" ".join([_not_here(name, names), *hints]))


def _not_here(name: str, names: list[str]) -> str:
    from blattwerk.narration.voices import did_you_mean

    near = did_you_mean(name, names)
    return f"There is no voice “{name}” here.{near} `blattwerk voices list` shows all."


def _language(voice: "Voice", engine: str, asked: str | None) -> str:
    reads = asked or ("" if engine == "http" else voice.language)
    if reads not in PROBES:
        raise click.UsageError("Say what it reads: --language de or --language en.")
    return reads


def _booths() -> Any:
    """Booths of all engines that are closed after use."""
    from contextlib import contextmanager

    from blattwerk.config.settings import OPTIONS, VOICES_FOLDER
    from blattwerk.narration.engines.cast import SpeechService, the_booths

    @contextmanager
    def opened() -> Iterator[dict[str, "Booth"]]:
        service = SpeechService(OPTIONS.speech_service, OPTIONS.speech_key)
        booths = the_booths(VOICES_FOLDER, service)
        try:
            yield booths
        finally:
            for booth in booths.values():
                booth.close()

    return opened()
