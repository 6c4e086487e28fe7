"""Events of one kind are known by where they are, and by who or what is named in full."""

import pytest

from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.numbers import numbers_of
from blattwerk.stories.detect.profile import Profile
from blattwerk.stories.detect.weigh import Weighed, weigh
from tests.stories.detect.conftest import piece


@pytest.mark.parametrize(
    ("headline", "places"),
    [
        ("Güterzug bei Uelzen entgleist", {"Uelzen"}),
        ("Fähre vor Rhodos gesunken", {"Rhodos"}),
        ("Waldbrand auf der Insel Hvar", {"Hvar"}),
        ("Beben im Norden Perus", {"Perus"}),
        ("Murenabgang im Schweizer Kanton Uri", {"Uri"}),
        ("Messerstich in der Annenstraße", {"Annenstraße"}),
        ("Raub in der Grazer Innenstadt", {"Grazer"}),
        ("Bombe in Bad Vöslau entschärft", {"Vöslau"}),
        ("Strecke zwischen Krems und Melk gesperrt", {"Krems", "Melk"}),
        ("Brand in Lagerhalle in Dornbirn", {"Dornbirn"}),
        ("Angriff in Wien", {"Wien"}),
        ("Trafikant auf dem Heimweg überfallen", set()),
        ("Täter in Untersuchungshaft", set()),
        ("Räuber am Montag vor Gericht", set()),
    ],
)
def test_a_german_text_names_its_places(headline: str, places: set[str]) -> None:
    assert _places(headline, "de") == places


@pytest.mark.parametrize(
    ("headline", "places"),
    [
        ("Ferry sinks off Naxos", {"Naxos"}),
        ("Blaze near Swindon", {"Swindon"}),
        ("Landslide in the north of Albania", {"Albania"}),
        ("Quake hits north of New Plymouth", {"Plymouth"}),
        ("Crash between Hull and Goole", {"Hull", "Goole"}),
        ("Driver in court on Monday", set()),
    ],
)
def test_an_english_text_names_its_places(headline: str, places: set[str]) -> None:
    assert _places(headline, "en") == places


def test_only_headline_and_first_sentence_tell_where_a_text_is() -> None:
    text = "Ein Kran hob am Abend den ersten Wagen. Er kam aus Passau, ein zweiter steht in Linz."

    assert _places("Güterzug bei Uelzen entgleist", "de", text) == {"Uelzen"}


ROBBERY = "Zwei Maskierte raubten einen Juwelier aus und flohen zu Fuß."


def test_the_same_kind_of_event_in_another_town_is_elsewhere() -> None:
    assert _elsewhere(f"In Graz: {ROBBERY}", f"In Linz: {ROBBERY}") == 1.0


@pytest.mark.parametrize(
    ("story", "article"),
    [
        (f"In Graz: {ROBBERY}", f"In Maribor gefasst: {ROBBERY} Das war in Graz."),
        (f"In Graz: {ROBBERY} Sie kamen aus Linz.", f"In Linz: {ROBBERY}"),
        (f"In Graz: {ROBBERY}", ROBBERY),
        ("In Graz warnt Vera Kolmar vor Räubern.", "In Linz warnt Vera Kolmar vor Räubern."),
        ("Sturmtief „Tilda“ wütet in Husum.", "Sturmtief „Tilda“ wütet in Bremen."),
    ],
    ids=["names the old place", "was named before", "names none", "a person", "a storm"],
)
def test_a_story_that_moves_on_is_not_elsewhere(story: str, article: str) -> None:
    assert _elsewhere(story, article) == 0.0


def _places(headline: str, language: str, text: str = "") -> set[str]:
    wording = features_of(piece(headline=headline, text=text, language=language)).wording
    return {wording.terms[key].surface for key in wording.places}


def _elsewhere(story: str, article: str) -> float:
    profile = Profile()
    features, weighed = _read(story)
    profile.add(features, weighed, 0)
    return numbers_of(*_read(article), 1, profile)["places"]


def _read(text: str) -> tuple[Features, Weighed]:
    features = features_of(piece(headline="", text=text, language="de"))
    return features, weigh(features, dict.fromkeys(features.wording.terms, 1.0), 1.0)
