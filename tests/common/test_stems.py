"""German words compare as readers expect."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.common.stems import LONGEST_WORD, fold, stem, words

FORMS = """
Haus Häuser Häusern Hauses
Brücke Brücken
Bürgermeister Bürgermeisterin Bürgermeisterinnen Bürgermeisters
Wolf Wölfe Wölfen Wolfs
Stadt Städte Städten
Museum Museen Museums
Lehrer Lehrerin Lehrerinnen
neu neue neuer neues neuen
Straße Strasse Straßen
Gemeinderat Gemeinderäte Gemeinderats Gemeinderates
Käserei Käsereien Kaeserei
Wahl Wahlen
Thema Themen
Firma Firmen
Kind Kinder Kindern
Land Länder Ländern Landes
Spital Spitäler Spitals
Fluss Flüsse Fluß
Auto Autos
Zeitung Zeitungen
Arzt Ärztin Ärztinnen Ärzte Ärzten
Redakteur Redakteurin Redakteurinnen Redakteure
Präsident Präsidentin Präsidenten
Unfall Unfälle Unfällen
Bauer Bauern
Zentrum Zentren
Stadion Stadien
Polizist Polizistin Polizistinnen Polizisten
Kamera Kameras
Büro Büros
Preis Preise Preises
Kreis Kreise
Weinglas Weingläser
Wald Wälder
Berg Berge Bergen
Verein Vereine Vereins
Schule Schulen
Zug Züge Zügen
Bus Busse Bussen
Hochwasser Hochwassers
Damm Dämme
Intendant Intendantin Intendantinnen
Direktor Direktorin Direktoren
Gesetz Gesetze Gesetzen
Gericht Gerichte Gerichts
Krankenhaus Krankenhäuser
Sitzung Sitzungen
Kandidat Kandidatin Kandidaten Kandidatinnen
Datum Daten
Virus Viren
Ergebnis Ergebnisse Ergebnissen
Gefängnis Gefängnisse
Landesrat Landesrätin Landesrätinnen
Villa Villen
Ausweis Ausweise
Studium Studien
Pädagogin Pädagoge
Mann Männer
Fuchs Füchse
groß große größer
Schließung Schließungen
""".strip().splitlines()

DIFFERENT = (
    "Stadt Staat",
    "Preis Presse",
    "Kirche Kirsche",
    "Haus Hase",
    "Wahl Wal",
    "Berlin Berl",
    "Termin Term",
    "Gemeinde Gemeinderat",
)


@pytest.mark.parametrize("forms", FORMS)
def test_all_forms_of_a_word_have_one_stem(forms: str) -> None:
    first, *others = forms.split()

    assert {stem(other) for other in others} == {stem(first)}


@pytest.mark.parametrize("pair", DIFFERENT)
def test_different_words_keep_different_stems(pair: str) -> None:
    one, other = pair.split()

    assert stem(one) != stem(other)


@pytest.mark.parametrize("name", ["Özdemir", "ÖZDEMIR", "oezdemir", "Oezdemir", "Özdemirs"])
def test_a_name_is_one_however_it_is_typed(name: str) -> None:
    assert stem(name) == stem("ozdemir")


def test_folding_writes_words_in_plain_letters() -> None:
    typed = ["Größe", "GROESSE", "Kovač", "Łódź", "CO₂", "na\u0308her", "Donau\u00addampf"]

    assert [fold(word) for word in typed] == [
        "groesse",
        "groesse",
        "kovac",
        "lodz",
        "co2",
        "naeher",
        "donaudampf",
    ]


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded = fold(text)

    assert fold(folded) == folded
    assert len(folded) <= LONGEST_WORD


@given(st.text(max_size=40))
def test_a_word_and_its_folded_form_have_one_stem(text: str) -> None:
    assert stem(text) == stem(fold(text))


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)

    assert [fold(text[word.start : word.end]) for word in found] == [word.folded for word in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_words_leave_out_everything_else() -> None:
    text = "„Rabauke“-Sager: Österreichs Kanzler, 3,5 % – & so."

    assert [word.folded for word in words(text)] == [
        "rabauke",
        "sager",
        "oesterreichs",
        "kanzler",
        "3",
        "5",
        "so",
    ]
