"""A dump as lines, each with what can be told from its form alone."""

import re
from dataclasses import dataclass
from functools import cached_property

_BULLET = re.compile(r"(?:[-–—•*·▪■►▶‣◦●○✓✔→]|\u2022)\s+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_CLOSERS = "\"'“”„«»‹›‘’)]*+"
_OPENERS = "\"'“”„«»‹›‚‘([*"
_INNER_STOP = re.compile(r"[.!?…][“”\"«»)]*\s+[„\"“»«(]?[A-ZÄÖÜ0-9]")
_SPEAKER = re.compile(r"[„“\"»]?[A-ZÄÖÜa-zäöü][\wÄÖÜäöüß.+ -]{1,30}[“”\"«]?:\s")
_SIGN = re.compile(r"(?<=[.!?…“”\"«»])\s+[(\[][^()\[\]]{2,60}[)\]]\.?$")
# Features of a line are decided by its first few thousand characters.
_ENOUGH = 4000


@dataclass(frozen=True)
class Line:
    """One line with text. `gap`: a blank line stands before it; `bullet`: it had a list mark."""

    text: str
    number: int
    gap: bool
    bullet: bool = False

    @cached_property
    def key(self) -> str:
        """The same for two printings of one line that differ in case, quotes or spacing only."""
        return re.sub(r"[\W_]+", " ", self.text[:_ENOUGH].lower()).strip()

    @cached_property
    def words(self) -> list[str]:
        return self.text[:_ENOUGH].split()

    @cached_property
    def lower_words(self) -> int:
        """Words in lower case: the verbs, articles and particles that make a sentence."""
        return sum(word[:1].islower() and word.isalpha() for word in map(_bare, self.words))

    @cached_property
    def closing(self) -> str:
        """The last mark, seen through quotes, brackets, a signature; empty where a word ends it."""
        inner = _SIGN.sub("", self.text[-_ENOUGH:]).rstrip(_CLOSERS + " ")
        return inner[-1:] if inner and not inner[-1].isalnum() else ""

    @property
    def ends_sentence(self) -> bool:
        return self.closing in (".", "!", "?", "…", ":")

    @property
    def _answers(self) -> bool:
        """„Gruber: Nein!“: short as it is, a turn of an interview."""
        return self.has_speaker and self.closing in (".", "!", "?")

    @property
    def has_speaker(self) -> bool:
        """„Krone“: …, Anna Gruber: …: a turn of an interview."""
        return _SPEAKER.match(self.text) is not None

    @property
    def is_cut(self) -> bool:
        """Ends in dots after a gap or a comma, as texts do that were cut to a length."""
        return self.text.endswith((" ...", " …", ",...", ",…"))

    @cached_property
    def sentences(self) -> int:
        return len(_INNER_STOP.findall(self.text[:_ENOUGH])) + 1

    @cached_property
    def is_prose(self) -> bool:
        """A paragraph by its form: long, with the small words of a sentence, mostly closed."""
        if self.lower_words < 4 or len(self.words) < 8:
            return False
        if len(self.text) >= 170:
            return True
        if len(self.text) >= 60 and self.closing in (".", ":", "…"):
            return True
        return self.closing in ("!", "?") and (len(self.text) >= 110 or self.sentences > 1)

    @cached_property
    def is_sentence(self) -> bool:
        """A short paragraph: closed like a sentence, though too short to carry an article."""
        return self.is_prose or (
            self.ends_sentence
            and ((self.lower_words >= 1 and len(self.words) >= 3) or self._answers)
        )

    @cached_property
    def is_short(self) -> bool:
        return not self.is_prose and len(self.text) <= 160

    @cached_property
    def is_quoted(self) -> bool:
        return self.text[:1] in '„“"»«‚' and self.text.rstrip(" .!?…")[-1:] in '“”"«»‘'

    @cached_property
    def number_mark(self) -> int | None:
        found = _NUMBERED.match(self.text)
        return int(found.group(1)) if found else None

    @cached_property
    def without_number(self) -> str:
        return _NUMBERED.sub("", self.text, count=1)


def _bare(word: str) -> str:
    return word.strip(_OPENERS + _CLOSERS + ".,;:!?…-–")


def split_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = False
    for raw in text.split("\n"):
        words = " ".join(raw.split())
        if not words:
            gap = bool(lines)
            continue
        if words in {"•", "*", "-", "–", "·", "|"}:
            continue
        mark = _BULLET.match(words)
        lines.append(Line(words[mark.end() :] if mark else words, len(lines), gap, bool(mark)))
        gap = False
    return lines
