"""Pronunciations in IPA: what can be spoken, and how the engines are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.narration.engines.ipa import as_espeak_writes, check_ipa, mnemonics
from blattwerk.narration.errors import VoiceError


@pytest.mark.parametrize(
    ("ipa", "language", "letters"),
    [
        ("zeˈlɛnskɪj", "de", "zel'EnskIj"),
        ("/ˈʃtʁaːsə/", "de", "Str'A:s@"),
        ("ɡʁaːts", "de", "grA:ts"),
        ("ˈfɔɪ̯ɐ", "de", "f'OY3"),
        ("t͡ʃɛˈçiːn", "de", "tSEC'i:n"),
        ("ɡaˈʁaːʒə", "de", "gar'A:Z@"),
        ("ʁɛstoˈʁɑ̃ː", "de", "rEstor'A~"),
        ("ˌɪntɐnatsi̯oˈnaːl", "de", ",Int3natsion'A:l"),
        ("ˈdɔnaʊ̯ ˈkanaːl", "de", "d'OnaU k'anA:l"),
        ("həˈləʊ", "en", "h@l'oU"),
        ("ˈθɔːt", "en", "T'O:t"),
        ("zəˈlɛnski", "en", "z@l'Enski"),
        ("nɜːs", "en", "n3:s"),
        ("ˈbʌtn̩", "en", "b'Vtn-"),
    ],
)
def test_ipa_becomes_espeaks_letters(ipa: str, language: str, letters: str) -> None:
    assert mnemonics(ipa, language) == letters


@pytest.mark.parametrize(
    ("ipa", "language", "written"),
    [
        ("ˈmʊtɐ", "de", "mˈʊtɜ"),
        ("ˈʃtʁaːsə", "de", "ʃtrˈɑːsə"),
        ("dɔʁf", "de", "dɔɾf"),
        ("ˈbɔʏmə", "de", "bˈɔømə"),
        ("həˈləʊ", "en", "həlˈoʊ"),
    ],
)
def test_ipa_becomes_what_trained_voices_have_learnt(ipa: str, language: str, written: str) -> None:
    assert as_espeak_writes(ipa, language) == written


def test_british_voices_have_vowels_of_their_own() -> None:
    assert as_espeak_writes("həˈloʊ", "en", british=True) == "həlˈəʊ"


@pytest.mark.parametrize(
    ("ipa", "language", "complaint"),
    [
        ("", "de", "The pronunciation is empty; write it in IPA, such as zeˈlɛnskɪ."),
        ("ˈ ", "de", "The pronunciation is empty; write it in IPA, such as zeˈlɛnskɪ."),
        ("a" * 101, "de", "The pronunciation is longer than 100 symbols."),
        ("a", "fr", "No pronunciation in IPA can be given for the language “fr”."),
        (
            "bø̞ŋ4",
            "de",
            (
                "The symbol “\u031e” (combining down tack below) at place 3 of “bø̞ŋ4” cannot be "
                "spoken by the German voices; write the nearest German sound instead."
            ),
        ),
        (
            "]]kʘ",
            "en",
            (
                "The symbol “ʘ” (latin letter bilabial click) at place 2 of “kʘ” cannot be spoken "
                "by the English voices; write the nearest English sound instead."
            ),
        ),
    ],
)
def test_what_cannot_be_spoken_is_named(ipa: str, language: str, complaint: str) -> None:
    with pytest.raises(VoiceError) as refusal:
        check_ipa(ipa, language)

    assert str(refusal.value) == complaint


@given(st.text(max_size=40), st.sampled_from(["de", "en"]))
def test_no_text_smuggles_orders_to_the_engine(text: str, language: str) -> None:
    try:
        letters = mnemonics(text, language)
    except VoiceError:
        return
    assert not set(letters) & set("[]<>\x01\n")
