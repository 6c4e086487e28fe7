"""Who speaks for this paper: the chosen voices, and espeak-ng where nobody else can."""

import threading
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import transaction

from blattwerk.narration.engines.booth import Booth
from blattwerk.narration.engines.cast import DEFAULT_ROLES, Cast, Role, SpeechService, the_booths
from blattwerk.narration.models import VoiceChoice

_lock = threading.Lock()
_casts: dict[tuple[tuple[str, tuple[Role, ...]], ...], Cast] = {}


def chosen() -> dict[str, list[Role]]:
    """The voices of each language in the order they are tried; never empty for "de" and "en"."""
    roles: dict[str, list[Role]] = {language: [] for language in DEFAULT_ROLES}
    for choice in VoiceChoice.objects.all():
        roles[choice.language].append(Role(choice.engine, choice.voice, choice.rate))
    for language, last in DEFAULT_ROLES.items():
        if all(role.engine != last.engine for role in roles[language]):
            roles[language].append(last)
    return roles


def choose(language: str, role: Role) -> None:
    """Let `role` speak first in `language`; who spoke before steps in when it fails."""
    others = [
        other
        for other in chosen()[language]
        if (other.engine, other.voice) != (role.engine, role.voice)
    ]
    with transaction.atomic():
        VoiceChoice.objects.filter(language=language).delete()
        VoiceChoice.objects.bulk_create(
            VoiceChoice(
                language=language,
                position=position,
                engine=one.engine,
                voice=one.voice,
                rate=one.rate,
            )
            for position, one in enumerate([role, *others])
        )


def cast() -> Cast:
    """This process's cast for the voices chosen now; its engines start when they are needed."""
    roles = chosen()
    key = tuple((language, tuple(roles[language])) for language in sorted(roles))
    with _lock:
        if key not in _casts:
            for old in _casts.values():
                old.close()
            _casts.clear()
            _casts[key] = _new_cast(roles)
        return _casts[key]


def engines() -> dict[str, Booth]:
    """A booth of its own for each engine there is, to ask who is here; close them."""
    return the_booths(settings.VOICES_FOLDER, _service())


def close_cast() -> None:
    """End this process's engines."""
    with _lock:
        for old in _casts.values():
            old.close()
        _casts.clear()


def speakers(roles: Sequence[Role]) -> list[str]:
    """The first voice as a script's digest knows it: others only step in."""
    return [f"{role.engine}/{role.voice}/{role.rate}" for role in roles[:1]]


def _new_cast(roles: Mapping[str, Sequence[Role]]) -> Cast:
    return Cast(roles, voices_folder=settings.VOICES_FOLDER, service=_service())


def _service() -> SpeechService:
    return SpeechService(settings.SPEECH_SERVICE, settings.SPEECH_KEY)
