"""Marks: what the player and other programs read is what was said, when it was said."""

import json
import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from blattwerk.narration.studio import marks
from blattwerk.narration.studio.interface import Tags, Word
from blattwerk.narration.studio.marks import Heard, LiveTake

from .sounds import RATE, TAGS

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)
WORDS = st.lists(st.integers(-5, 90_000), max_size=5).map(
    lambda samples: tuple(Word(n, n + 1, sample) for n, sample in enumerate(samples))
)
TAKES = st.lists(
    st.builds(
        LiveTake,
        written=TEXT | st.just(""),
        samples=st.integers(0, 60_000),
        rate=st.sampled_from([16000, 22050]),
        gap=st.floats(0, 1),
        words=WORDS,
    ),
    max_size=8,
)


def cues(document: bytes) -> list[tuple[str, str, str]]:
    """Read WebVTT as a browser does: blocks by empty lines, times, the text unescaped."""
    head, *blocks = document.decode().rstrip("\n").split("\n\n")
    assert head == "WEBVTT"
    read = []
    for block in blocks:
        if block.startswith("NOTE"):
            assert "-->" not in block
            continue
        _, times, *text = block.split("\n")
        start, end = re.fullmatch(r"([\d:.]{12}) --> ([\d:.]{12})", times).groups()
        read.append((start, end, unescape("\n".join(text))))
    return read


def test_a_document_holds_sentences_and_words_in_seconds() -> None:
    sentences = [
        Heard("Ein Satz.", 0, 22050, (Word(0, 3, 0), Word(4, 8, 11025))),
        Heard("Noch einer.", 27563, 50000),
    ]
    document = marks.marks(sentences, language="de", rate=RATE, samples=60000)
    assert document.decode() == (
        '{"v":1,"language":"de","seconds":2.721,"sentences":'
        '[[0.0,1.0,"Ein Satz.",[[0,3,0.0],[4,8,0.5]]],[1.25,2.268,"Noch einer."]]}'
    )


def test_words_behind_an_emoji_are_counted_as_browsers_count() -> None:
    sentence = Heard("😀 Hallo", 0, RATE, (Word(2, 7, 0),))
    document = json.loads(marks.marks([sentence], language="de", rate=RATE, samples=RATE))
    start, end, _ = document["sentences"][0][3][0]
    in_browser = "😀 Hallo".encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
    assert in_browser == "Hallo"


@given(TAKES)
def test_times_never_go_back_and_stay_inside(takes: list[LiveTake]) -> None:
    document = marks.marks_document(takes, language="de", rate=RATE, complete=True)
    last = 0.0
    for start, end, _, *words in document["sentences"]:
        assert last <= start <= end
        times = [at for _, _, at in (words[0] if words else [])]
        assert times == sorted(times)
        assert all(start <= at <= end for at in times)
        last = end
    assert last <= document["seconds"]


@given(TAKES)
def test_announcements_are_left_out_and_sentences_kept_in_order(takes: list[LiveTake]) -> None:
    document = marks.marks_document(takes, language="de", rate=RATE, complete=False)
    written = [sentence[2] for sentence in document["sentences"]]
    assert written == [take.written for take in takes if take.written]
    assert document["complete"] is False


@given(st.lists(TEXT, max_size=6))
def test_webvtt_gives_back_what_was_written(texts: list[str]) -> None:
    sentences = [Heard(text, n * 1000, n * 1000 + 900) for n, text in enumerate(texts)]
    read = [text for _, _, text in cues(marks.vtt(sentences, TAGS, RATE))]
    assert read == [" ".join(text.split()) for text in texts]


def test_webvtt_says_language_and_marking_in_a_note() -> None:
    document = marks.vtt([Heard("A <b> & B --> C", 0, RATE)], TAGS, RATE).decode()
    assert document == (
        "WEBVTT\n\nNOTE\nLanguage: de\nDie alte Brücke\n"
        "Automatisch vorgelesen mit künstlicher Stimme\n"
        "https://blatt.example/chronik/bruecke-12/\n\n"
        "1\n00:00:00.000 --> 00:00:01.000\nA &lt;b&gt; &amp; B --&gt; C\n"
    )


def test_a_note_cannot_be_broken_open_by_a_title() -> None:
    tags = Tags(title="A\n\nB --> C", paper="", language="de")
    assert cues(marks.vtt([], tags, RATE)) == []


def test_a_sentence_without_sound_still_has_a_cue() -> None:
    assert cues(marks.vtt([Heard("Stumm.", RATE, RATE)], TAGS, RATE)) == [
        ("00:00:01.000", "00:00:01.001", "Stumm.")
    ]


def test_an_hour_in_is_written_with_hours() -> None:
    sentence = Heard("Spät.", 3_661 * RATE, 3_662 * RATE)
    assert cues(marks.vtt([sentence], TAGS, RATE))[0][0] == "01:01:01.000"
