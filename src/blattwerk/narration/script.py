"""The script of a page: every sentence to be spoken, in order, with the silence after it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from blattwerk.common.speakable import Unit, UnitKind
from blattwerk.narration.rules import (
    NOTICE_GAP,
    RULES,
    RULES_VERSION,
    SENTENCE_GAP,
    Hearing,
    announcement,
    is_heard,
    notice,
    said_text,
)
from blattwerk.narration.text.sentences import sentences
from blattwerk.narration.text.split import chop

LONGEST = 600  # characters an engine is given at once


@dataclass(frozen=True)
class Line:
    """One sentence. `written` is "" for what is said but stands nowhere; `gap` is in seconds."""

    written: str
    spoken: str
    gap: float
    chapter: str = ""


@dataclass(frozen=True)
class House:
    """The paper's pronunciation list for one language: word to other letters, word to IPA."""

    spoken: Mapping[str, str] = field(default_factory=dict)
    ipa: Mapping[str, str] = field(default_factory=dict)

    @property
    def protected(self) -> dict[str, str]:
        """For the text's rules: a word with IPA stays the word it is, whatever the rules say."""
        return {**{word: word for word in self.ipa}, **self.spoken}

    def lexicon(self, spoken: str) -> dict[str, str]:
        """The IPA of those words that may stand in a spoken sentence."""
        return {word: ipa for word, ipa in self.ipa.items() if word in spoken}


@dataclass(frozen=True)
class Script:
    """What is heard of one page."""

    language: str
    lines: tuple[Line, ...]
    notice: str = ""  # spoken at the end of the podcast's file alone
    house: House = field(default_factory=House)

    @property
    def characters(self) -> int:
        return sum(len(line.spoken) for line in self.lines)

    def digest(self, speakers: Iterable[str]) -> str:
        """Fingerprint of what is said and by whom: the same digest needs no new recording."""
        ipa = {
            word: ipa
            for line in self.lines
            for word, ipa in self.house.lexicon(line.spoken).items()
        }
        whole = [
            RULES_VERSION,
            self.language,
            [asdict(line) for line in self.lines],
            self.notice,
            sorted(ipa.items()),
            list(speakers),
        ]
        return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()


def write_script(
    units: Iterable[Unit],
    language: str,
    *,
    house: House | None = None,
    hearing: Hearing | None = None,
    with_notice: bool = False,
) -> Script:
    """The script for `units` in `language` ("de" or "en"); may have no lines."""
    house = house or House()
    hearing = hearing or Hearing()
    lines: list[Line] = []
    for unit in units:
        if is_heard(unit, hearing):
            lines.extend(_lines_of(unit, language, house, hearing))
    closing = notice(language) if with_notice else ""
    return Script(language, tuple(lines), closing, house)


def closing_line(script: Script) -> Line:
    """The notice as a line; only for scripts that have one."""
    return Line("", script.notice, NOTICE_GAP)


def _lines_of(unit: Unit, language: str, house: House, hearing: Hearing) -> list[Line]:
    rule = RULES[unit.kind]
    spoken = [
        Line(written, said, SENTENCE_GAP)
        for written, said in _sentences_of(unit, language, house)
        if said.strip()
    ]
    if not spoken:
        return []
    last = spoken[-1]
    spoken[-1] = Line(last.written, last.spoken, rule.gap)
    if rule.chapter:
        spoken[0] = Line(spoken[0].written, spoken[0].spoken, spoken[0].gap, chapter=unit.text)
    said_before = announcement(unit, language, hearing)
    if said_before:
        said = " ".join(part.spoken for part in sentences(said_before, language, house.protected))
        spoken.insert(0, Line("", said, SENTENCE_GAP))
    return spoken


def _sentences_of(unit: Unit, language: str, house: House) -> Iterable[tuple[str, str]]:
    text = said_text(unit, language)
    for sentence in sentences(text, language, house.protected):
        # Said with a word before it, the page still shows the name alone.
        written = unit.text if unit.kind is UnitKind.BYLINE else sentence.written
        if len(sentence.spoken) <= LONGEST:
            yield written, sentence.spoken
            continue
        for part in chop(sentence.written, LONGEST):
            yield part, " ".join(s.spoken for s in sentences(part, language, house.protected))
