"""Scripts of stored pages, with the paper's rules and pronunciation list."""

from functools import lru_cache
from typing import Any

from blattwerk.common.speakable import Speakable, Unit
from blattwerk.narration.models import Narration, NarrationRules, Pronunciation
from blattwerk.narration.rules import Hearing
from blattwerk.narration.script import House, Script, write_script


def house_of(language: str) -> House:
    """The paper's pronunciation list for one language."""
    words = Pronunciation.objects.filter(language=language)
    spoken = {one.word: one.spoken for one in words if one.spoken}
    return House(spoken, {one.word: one.ipa for one in words if one.ipa})


def language_of(page: Speakable) -> str:
    """The language set for the page, else the one it names itself."""
    said = Narration.objects.filter(page_id=page.pk).values_list("language", flat=True).first()
    return said or page.speech_details().language


def script_of(page: Any) -> Script:
    """The script of a Speakable page as it stands now; may have no lines."""
    rules = NarrationRules.load()
    language = language_of(page)
    house = house_of(language)
    hearing = Hearing(
        bylines=rules.bylines,
        captions=rules.captions,
        tables=rules.tables,
        announce_quotes=rules.announce_quotes,
    )
    return _script(
        tuple(page.speech_units()),
        language,
        tuple(house.spoken.items()),
        tuple(house.ipa.items()),
        hearing,
        rules.feed_notice,
    )


@lru_cache(maxsize=32)
def _script(
    units: tuple[Unit, ...],
    language: str,
    spoken: tuple[tuple[str, str], ...],
    ipa: tuple[tuple[str, str], ...],
    hearing: Hearing,
    with_notice: bool,
) -> Script:
    """Players ask again and again for what is being made; a long text takes seconds."""
    house = House(dict(spoken), dict(ipa))
    return write_script(units, language, house=house, hearing=hearing, with_notice=with_notice)
