"""Hits are marked, and nothing else changes."""

import re
from html import unescape

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.search.marking import SNIPPET_LETTERS, marked, snippet
from blattwerk.search.query import read_query

MARKS = re.compile("</?mark>")
words_of_a_query = st.text(alphabet="abcäöüßAB <>&\"'-", max_size=30)


def test_every_form_of_a_word_is_marked() -> None:
    text = "Die Brücke, alle Brücken und die Irnabrücke; der Brückensperre wegen."

    assert marked(text, read_query("Brücke")) == (
        "Die <mark>Brücke</mark>, alle <mark>Brücken</mark> und die <mark>Irnabrücke</mark>; "
        "der <mark>Brückensperre</mark> wegen."
    )


def test_a_phrase_is_marked_as_one() -> None:
    query = read_query('"neue Bahn"')

    assert marked("Eine neue Bahn, keine neuen Bahnen", query) == (
        "Eine <mark>neue Bahn</mark>, keine neuen Bahnen"
    )


def test_markup_in_a_text_is_shown_not_obeyed() -> None:
    assert marked("<b>Wolf</b> & Schaf", read_query("wolf b")) == (
        "&lt;b&gt;<mark>Wolf</mark>&lt;/b&gt; &amp; Schaf"
    )


@given(st.text(max_size=200), words_of_a_query)
def test_without_its_marks_a_marked_text_is_the_text_escaped(text: str, typed: str) -> None:
    shown = marked(text, read_query(typed))

    assert MARKS.sub("", shown) == escape(text)


@given(st.text(alphabet="abcäöü <>&. \n", max_size=900), words_of_a_query)
def test_a_snippet_is_a_short_passage_of_the_text(text: str, typed: str) -> None:
    shown = unescape(MARKS.sub("", snippet(text, read_query(typed))))

    assert shown.strip("… ") in " ".join(text.split())
    assert len(shown) <= SNIPPET_LETTERS + 4


def test_a_snippet_shows_where_most_of_the_query_stands() -> None:
    filling = "Hier steht lange nichts, was dazu gehört. " * 20
    text = f"Der Wolf kam. {filling} Der Wolf riss zwei Schafe auf der Alm. {filling}"

    shown = snippet(text, read_query("Wolf Schaf"))

    assert "<mark>Wolf</mark> riss zwei <mark>Schafe</mark> auf" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_a_snippet_without_hits_is_the_beginning() -> None:
    assert snippet("Kurz und gut.", read_query("Wolf")) == "Kurz und gut."
