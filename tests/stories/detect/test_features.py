"""What is kept of an article: the same always, for any text, there and back in bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.stems import key_of
from tests.stories.detect.conftest import CHESS_TEXT, FLOOD, FLOOD_TEXT, piece

ANY_TEXT = st.text(max_size=300)
AWKWARD = st.text(alphabet="aÄß\u00ad\u200b\u0301\ud800 .1:-\n\x00İﬃ漢", max_size=80)


@given(headline=ANY_TEXT | AWKWARD, text=ANY_TEXT | AWKWARD, kicker=ANY_TEXT, language=ANY_TEXT)
def test_any_text_has_features_that_come_back_from_bytes(
    headline: str, text: str, kicker: str, language: str
) -> None:
    asked = piece(headline=headline, text=text, kicker=kicker, language=language)

    features = features_of(asked)

    again = Features.from_bytes(features.to_bytes())
    assert (again, again.wording) == (features, features_of(asked).wording)
    assert -(2**63) <= features.simhash < 2**63


def test_hashes_stay_what_they_are() -> None:
    assert key_of("word", "hochwass") == 6518723502012662607


def test_bytes_of_something_else_are_refused() -> None:
    with pytest.raises(ValueError, match="not the features of an article"):
        Features.from_bytes(b"something else")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FLOOD_TEXT, "de"),
        ("The river has burst its banks and the town is under water.", "en"),
        ("La rivière est sortie de son lit et la ville est sous les eaux.", "fr"),
        ("Река вышла из берегов и затопила город.", "xx"),
        ("Bundesliga:", "de"),
        ("", "de"),
    ],
)
def test_the_language_is_guessed_by_the_small_words(text: str, language: str) -> None:
    assert features_of(piece(headline="", text=text)).language == language


def test_a_given_language_needs_no_guess() -> None:
    assert features_of(piece(language="en-GB")).language == "en"


def test_only_the_beginning_of_a_very_long_text_is_compared() -> None:
    features = features_of(piece(text="Wörter über Wörter " * 25_000))

    assert len(features.wording.folded) < 300
    assert len(features.to_bytes()) < 2_000


def test_inflected_words_and_invisible_characters_make_the_same_terms() -> None:
    one = features_of(piece(headline="", text="Die Sandsäcke der Helferinnen", language="de"))
    other = features_of(
        piece(headline="", text="Der Sand\u00adsack\u200b der Helferin", language="de")
    )

    assert set(one.wording.terms) == set(other.wording.terms)


def test_names_in_a_row_are_a_term_of_their_own() -> None:
    terms = features_of(piece(headline="", text=CHESS_TEXT)).wording.terms.values()

    assert [term.surface for term in terms if term.pair] == ["Mira Kostal", "Großmeister Ferber"]


def test_results_of_matches_are_told_from_times() -> None:
    match = features_of(piece(headline="Bundesliga: Traisen gewinnt 2:1", text=""))
    clock = features_of(piece(headline="Sitzung um 16:30 vertagt", text=""))

    assert match.wording.scores == {key_of("score", "2:1")}
    assert clock.wording.scores == frozenset()


def test_the_digest_ignores_space_and_case_and_needs_some_text() -> None:
    digest = features_of(piece()).digest

    assert features_of(piece(headline=FLOOD.upper(), text=f" {FLOOD_TEXT}\n")).digest == digest
    assert features_of(piece(text=CHESS_TEXT)).digest != digest
    assert features_of(piece(headline="Kurz gesagt", text="")).digest == ""
