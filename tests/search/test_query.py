"""Anything that can be typed is a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.search.query import LONGEST_QUERY, MOST_TERMS, Query, Term, read_query


def wanted(text: str) -> list[str]:
    return [" ".join(term.words) for term in read_query(text).wanted]


def test_words_phrases_and_exclusions_are_told_apart() -> None:
    query = read_query('Brücke "Elfriede Raidl" -Fähre -"neue Bahn"')

    assert query.wanted == (Term(("bruecke",)), Term(("elfriede", "raidl"), exactly=True))
    assert query.excluded == (Term(("faehre",)), Term(("neue", "bahn"), exactly=True))


@pytest.mark.parametrize("phrase", ['"neue Bahn"', "„neue Bahn“", "»neue Bahn«", "“neue Bahn”"])
def test_every_kind_of_quotation_mark_makes_a_phrase(phrase: str) -> None:
    assert read_query(phrase).wanted == (Term(("neue", "bahn"), exactly=True),)


def test_words_that_stand_everywhere_are_left_out() -> None:
    assert wanted("der Wolf und die Schafe") == ["wolf", "schafe"]


def test_words_that_stand_everywhere_are_asked_for_when_there_is_nothing_else() -> None:
    assert read_query("wer wir sind").wanted == tuple(
        Term((word,), exactly=True) for word in ("wer", "wir", "sind")
    )


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    query = read_query("Kreuzberg-Siedlung")

    assert query.wanted == (Term(("kreuzberg",)), Term(("siedlung",)))
    assert query.excluded == ()


@pytest.mark.parametrize("text", ["", "  ", "a", '"', "-", "--", '""', "!?*", "\x00", "-Wolf"])
def test_a_query_without_a_word_cannot_be_answered(text: str) -> None:
    assert not read_query(text).can_be_answered


def test_a_long_query_is_read_at_its_beginning() -> None:
    query = read_query("Brücke " * 5_000)

    assert len(query.text) <= LONGEST_QUERY
    assert query.wanted == (Term(("bruecke",)),)


@given(st.text(max_size=400))
def test_no_text_is_an_error(text: str) -> None:
    query = read_query(text)

    assert isinstance(query, Query)
    assert len(query.wanted) <= MOST_TERMS
    assert all(word.isalnum() for term in query.wanted for word in term.words)
