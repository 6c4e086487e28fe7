"""What is typed is kept as it looks; what cannot be shown goes."""

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.text import cleaned, is_readable, length, likeness, links


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = cleaned(text)

    assert cleaned(once) == once
    once.encode()  # no lone surrogates: both databases can keep it
    assert "\x00" not in once


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_nothing_that_can_be_seen_goes(text: str) -> None:
    kept = cleaned(text)

    shown = [sign for sign in unicodedata.normalize("NFC", text) if sign not in "\ufffe\uffff"]
    assert list(kept) == shown


@given(st.text())
def test_no_text_has_more_characters_than_code_points(text: str) -> None:
    assert 0 <= length(text) <= len(text)


@given(st.text(st.characters(max_codepoint=0x302) | st.sampled_from("\r\n")))
def test_plain_signs_are_counted_like_all_others(text: str) -> None:
    assert length(text) == len(regex.findall(r"\X", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Grüß Gott", 9),
        ("Gru\u0308ß", 4),
        ("🇦🇹", 1),
        ("👩🏽\u200d🚒", 1),
        ("z\u0336\u0335", 1),
        ("", 0),
    ],
)
def test_characters_are_counted_as_people_see_them(text: str, count: int) -> None:
    assert length(text) == count


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("  eingerückt  \nweiter ", "eingerückt\nweiter"),
        ("nul\x00l und \x1b[31mrot", "null und [31mrot"),
        ("\u202eumgedreht\u202c", "\u202eumgedreht\u202c"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_was_typed_is_kept(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


@pytest.mark.parametrize("text", ["!", "🙂", "ß"])
def test_a_single_sign_is_something_to_read(text: str) -> None:
    assert is_readable(text)


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u202e", "\u0301", "\ufeff", "\u3164\u2800"])
def test_what_nobody_sees_is_nothing_to_read(text: str) -> None:
    assert not is_readable(text)


def test_links_are_web_addresses_alone() -> None:
    text = "Siehe HTTPS://a.at/x, javascript:alert(1) und <http://b.at>"

    assert links(text) == ["HTTPS://a.at/x,", "http://b.at"]


def test_alike_is_what_says_the_same() -> None:
    assert likeness("Immer  DASSELBE!!") == likeness("immer dasselbe")
    assert likeness("Ja.") != likeness("Nein.")
