"""When each sentence and word begins, for the player (JSON) and for everyone else (WebVTT)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blattwerk.narration.studio.interface import Tags, Take, Word
from blattwerk.narration.studio.timeline import Placed, clock, gap_samples, milliseconds, rescaled

VERSION = 1


@dataclass(frozen=True)
class Heard:
    """A sentence in the recording: samples [start, end), its words' samples counted from 0."""

    written: str
    start: int
    end: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class LiveTake:
    """One sentence already spoken while the rest is not; like a Take, without its file."""

    written: str
    samples: int
    rate: int
    gap: float
    words: tuple[Word, ...] = ()


def heard(takes: Sequence[Take], placed: Sequence[Placed], rate: int) -> list[Heard]:
    """The takes' sentences in the recording; announcements are left out."""
    return [
        Heard(
            take.written,
            place.start,
            place.start + place.samples,
            _words(take.words, take.rate, rate, place),
        )
        for take, place in zip(takes, placed, strict=True)
        if take.written
    ]


def marks(
    sentences: Iterable[Heard], *, language: str, rate: int, samples: int, complete: bool = True
) -> bytes:
    """The player's marks as compact JSON in UTF-8.

    `{"v":1,"language":"de","seconds":171.532,"sentences":[[start,end,"written",words],…]}` with
    words `[[from,to,at],…]`, left out when there are none. Times are seconds from the beginning;
    `from` and `to` count UTF-16 units of the written sentence, as JavaScript does.
    """
    document: dict[str, object] = {
        "v": VERSION,
        "language": language,
        "seconds": _seconds(samples, rate),
        "sentences": [_row(sentence, rate) for sentence in sentences],
    }
    if not complete:
        document["complete"] = False
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def marks_document(
    takes: Iterable[LiveTake], *, language: str, rate: int, complete: bool
) -> dict[str, object]:
    """The same marks while the article is still being spoken; `complete` is always in it.

    `rate` is the recording's; the times are those of the finished file.
    """
    sentences, begin = [], 0
    for take in takes:
        place = Placed(begin, rescaled(take.samples, take.rate, rate))
        if take.written:
            words = _words(take.words, take.rate, rate, place)
            sentences.append(Heard(take.written, begin, begin + place.samples, words))
        begin += place.samples + gap_samples(take.gap, rate)
    document = marks(sentences, language=language, rate=rate, samples=begin)
    return json.loads(document) | {"complete": complete}


def vtt(sentences: Iterable[Heard], tags: Tags, rate: int) -> bytes:
    """WebVTT in UTF-8 with one cue a sentence."""
    notes = [f"Language: {tags.language}", tags.title, tags.comment, tags.address]
    head = "\n".join(_note(line) for line in notes if line)
    blocks = [f"WEBVTT\n\nNOTE\n{head}"]
    for number, sentence in enumerate(sentences, start=1):
        start = milliseconds(sentence.start, rate)
        end = max(milliseconds(sentence.end, rate), start + 1)  # a cue may not be empty
        blocks.append(f"{number}\n{clock(start)} --> {clock(end)}\n{_cue(sentence.written)}")
    return ("\n\n".join(blocks) + "\n").encode()


def _words(words: Iterable[Word], rate: int, wanted: int, place: Placed) -> tuple[Word, ...]:
    """Words at samples of the take, never beyond its end nor before the word before."""
    moved, last = [], 0
    for word in words:
        last = min(place.samples, max(last, rescaled(word.sample, rate, wanted)))
        moved.append(Word(word.start, word.end, last))
    return tuple(moved)


def _row(sentence: Heard, rate: int) -> list[object]:
    row: list[object] = [
        _seconds(sentence.start, rate),
        _seconds(sentence.end, rate),
        sentence.written,
    ]
    if sentence.words:
        row.append(
            [
                [
                    _units(sentence.written, word.start),
                    _units(sentence.written, word.end),
                    _seconds(sentence.start + word.sample, rate),
                ]
                for word in sentence.words
            ]
        )
    return row


def _units(written: str, characters: int) -> int:
    """Characters counted as browsers do: an emoji is two."""
    return characters + sum(character > "\uffff" for character in written[:characters])


def _seconds(samples: int, rate: int) -> float:
    return round(samples / rate, 3)


def _note(line: str) -> str:
    return " ".join(line.split()).replace("-->", "→")


def _cue(written: str) -> str:
    text = " ".join(written.split())
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
