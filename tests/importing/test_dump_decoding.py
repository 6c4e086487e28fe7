"""Bytes become clean text, or are refused with a sentence."""

import pytest

from blattwerk.importing.dump import DumpRefused, decode

TEXT = "Grüße aus Österreich: „schön“ – für 5 Euro, sagte Frau Müller."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=["utf8", "bom", "utf16", "cp1252"]
)
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_latin_1_without_any_cp1252_sign_is_read() -> None:
    assert decode("Straße nach Gänserndorf über Mödling".encode("latin-1")) == (
        "Straße nach Gänserndorf über Mödling"
    )


def test_a_few_cp1252_bytes_in_utf8_are_mended() -> None:
    raw = (TEXT * 5).encode() + b" Caf\xe9 am Ring"

    assert decode(raw) == TEXT * 5 + " Café am Ring"


def test_a_certain_double_encoding_is_undone() -> None:
    assert decode(TEXT.encode().decode("cp1252").encode()) == TEXT


def test_a_text_about_mojibake_is_left_alone() -> None:
    text = "Wer „fÃ¼r“ statt für liest, hat ein Problem mit der Kodierung."

    assert decode(text.encode()) == text


def test_controls_bidi_and_invisible_characters_are_dropped() -> None:
    dirty = "Wien\u202e er\u00adöffnet\u200b\x07 den\u00a0Ring\r\nund\u2028mehr\ufeff"

    assert decode(dirty.encode()) == "Wien eröffnet den Ring\nund\nmehr"


def test_letters_are_composed() -> None:
    assert decode("Mu\u0308ller".encode()) == "Müller"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff\u200b \n".encode(), "empty"),
        (b"%PDF-1.7 text", "binary"),
        (b"PK\x03\x04 text", "binary"),
        (b"\x89PNG\r\n", "binary"),
        (b"Text mit \x00 darin", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"a" * (5 * 1024 * 1024 + 1), "too_large"),
        (b"<!DOCTYPE html><html><body><p>Hallo</p></body></html>", "html"),
        (b"<div><p>Ein Absatz</p><p>Noch einer</p><p>Und</p><br><a href='x'>y</a></div>", "html"),
        (("ä" * 20).encode() + bytes([0x81, 0x8D]) * 200, "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(raw: bytes, code: str) -> None:
    with pytest.raises(DumpRefused) as refused:
        decode(raw)

    assert refused.value.code == code
    assert str(refused.value).endswith(".")
