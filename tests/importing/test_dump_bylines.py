"""Persons, desks and papers in a byline."""

import pytest

from blattwerk.importing.dump.bylines import read_byline


@pytest.mark.parametrize(
    ("text", "authors", "source"),
    [
        ("Von Anna Gruber", ("Anna Gruber",), None),
        ("Von Anna Gruber und Paul Huber", ("Anna Gruber", "Paul Huber"), None),
        ("Anna Gruber, Kronen Zeitung", ("Anna Gruber",), "Kronen Zeitung"),
        ("ANNA GRUBER", ("Anna Gruber",), None),
        ("Anna Gruber, Wien", ("Anna Gruber",), None),
        ("Redakteurin Anna Gruber", ("Anna Gruber",), None),
        ("Dr. Anna Maria Gruber", ("Anna Maria Gruber",), None),
        ("Ein Kommentar von Anna Gruber", ("Anna Gruber",), None),
        ("Porträt von Steirerkrone", (), "Steirerkrone"),
        ("krone.at/APA", (), "krone.at/APA"),
        ("(APA/dpa)", (), "APA/dpa"),
        ("red", (), "red"),
        ("Redaktion", (), "Redaktion"),
        ("Text: Anna Gruber", ("Anna Gruber",), None),
    ],
)
def test_a_byline_is_taken_apart(text: str, authors: tuple[str, ...], source: str | None) -> None:
    byline = read_byline(text)

    assert byline is not None
    assert (byline.authors, byline.source) == (authors, source)


@pytest.mark.parametrize(
    "text",
    [
        "Wie die Steirerkrone für Leser kämpft",
        "Hund überlebt Unfall!",
        "Was nun?",
        "Mehr Zeit für alle:",
    ],
)
def test_a_headline_is_no_byline(text: str) -> None:
    assert read_byline(text) is None
