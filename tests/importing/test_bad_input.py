"""What is no page dump gets a sentence and leaves the database as it was."""

import secrets
from collections.abc import Callable

import pytest

from blattwerk.importing.bring_in import Result, bring_in
from blattwerk.importing.dump import (
    DumpBinary,
    DumpEmpty,
    DumpEncodingBroken,
    DumpIsHtml,
    DumpRefused,
    DumpTooLarge,
)
from blattwerk.newsroom.models import Article, Section
from tests.importing.dump_texts import LEAD, PARAGRAPHS, a_dump

Count = Callable[[], dict[str, int]]
HTML = "<!DOCTYPE html><html><head><title>Seite</title></head><body><p>Text</p></body></html>"
BROKEN = "".join(f"Fähre {number} über Österreich\n" for number in range(60)).encode()
BROKEN += "".join(f"Fähre {number} über Österreich\n" for number in range(60)).encode("latin-1")
ERROR_PAGE = "404\n\nSeite nicht gefunden\n\nDie Seite, die Sie suchen, existiert nicht mehr."

BAD = {
    "binary": (b"\x89PNG\r\n\x1a\n" + secrets.token_bytes(4000), DumpBinary),
    "zeros": (b"Titel\x00\x00\x00 Text", DumpBinary),
    "empty": (b"", DumpEmpty),
    "blank": (b" \n\t\r\n" * 100, DumpEmpty),
    "invisible": ("\u200b\u202e\ufeff".encode() * 50, DumpEmpty),
    "large": (b"a" * (50 * 1024 * 1024), DumpTooLarge),
    "html": (HTML.encode(), DumpIsHtml),
    "broken": (BROKEN, DumpEncodingBroken),
}


@pytest.mark.parametrize(("raw", "error"), BAD.values(), ids=BAD.keys())
def test_what_is_no_text_is_refused_with_a_sentence_and_stores_nothing(
    section: Section, all_rows: Count, raw: bytes, error: type[DumpRefused]
) -> None:
    before = all_rows()

    outcome = bring_in(raw=raw, origin="datei.txt")

    assert (outcome.result, outcome.reason) == (Result.REFUSED, error.sentence)
    assert all_rows() == before


def test_an_error_page_is_refused_and_stores_nothing(section: Section, all_rows: Count) -> None:
    before = all_rows()

    outcome = bring_in(raw=ERROR_PAGE, origin="fehler.txt")

    assert outcome.result is Result.REFUSED
    assert outcome.reason.endswith(".")
    assert all_rows() == before


def test_text_that_no_encoding_knows_is_refused(section: Section, all_rows: Count) -> None:
    before = all_rows()

    outcome = bring_in(raw="Titel \ud800", origin="datei.txt")

    assert (outcome.result, outcome.reason) == (Result.REFUSED, DumpEncodingBroken.sentence)
    assert all_rows() == before


def test_latin_1_is_read_as_what_it_means(section: Section) -> None:
    text = a_dump(kicker="Nach Sager", ending="", paragraphs=(PARAGRAPHS[1],))

    outcome = bring_in(raw=text.encode("latin-1"), origin="alt.txt")

    assert outcome.article is not None
    assert outcome.article.lead == LEAD


def test_control_characters_and_bidi_tricks_are_gone(section: Section) -> None:
    tricky = a_dump(headline="So will \u202eLavagno\u202c je\u200btzt den\x07 Fährstreit beenden")

    outcome = bring_in(raw=tricky, origin="trick\u202etxt.\x00exe")

    assert outcome.article is not None
    assert outcome.article.title == "So will Lavagno jetzt den Fährstreit beenden"
    assert outcome.item is not None
    assert outcome.item.origin == "tricktxt.exe"


def test_markup_in_a_dump_is_text_and_nothing_else(section: Section) -> None:
    script = '<script>alert("Fähre")</script>'
    link = '<a href="javascript:alert(1)" onclick="alert(2)">Hier</a> drücken, &amp; lesen.'
    evil = f"{PARAGRAPHS[0]} {script} {link}"

    outcome = bring_in(raw=a_dump(paragraphs=(evil, PARAGRAPHS[1])), origin="böse.txt")

    assert outcome.article is not None
    assert outcome.article.plain_text.split("\n")[1] == evil
    stored = outcome.article.body.raw_data[0]["value"]
    assert "<script" not in stored
    assert "<a " not in stored
    assert Article.objects.count() == 1
