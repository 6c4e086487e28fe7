"""IPTC's Media Topics as they are shipped."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from scripts.media_topics import current_topics

from blattwerk.topics import media_topics


def test_the_labels_say_where_they_come_from() -> None:
    file = Path(media_topics.__file__).with_suffix(".json")

    about = json.loads(file.read_text(encoding="utf-8"))["about"]

    assert about["copyright"].startswith("IPTC")
    assert about["licence"] == "http://creativecommons.org/licenses/by/4.0/"


def test_a_label_is_in_the_readers_language() -> None:
    labels = []
    for language in ("de", "en"):
        with translation.override(language):
            labels.append(media_topics.label_of("04000000"))

    assert labels == ["Wirtschaft und Finanzen", "economy, business and finance"]


def test_a_label_finds_its_number() -> None:
    assert media_topics.number_of(" wirtschaft und  FINANZEN ") == "04000000"
    assert media_topics.number_of("Blasmusikpop") == ""


def test_a_number_that_is_none_is_refused() -> None:
    media_topics.check_media_topic("04000000")
    with pytest.raises(ValidationError):
        media_topics.check_media_topic("20000064")  # retired


def test_retired_topics_and_other_languages_are_cut_away() -> None:
    release = [
        {"qcode": "medtop:2", "prefLabel": {"de": "Ernte ", "en-GB": "harvest", "fr": "récolte"}},
        {"qcode": "medtop:3", "prefLabel": {"de": "Alt"}, "retired": "2016-04-05"},
        {"qcode": "medtop:1", "prefLabel": {"en-GB": "sowing"}},
    ]

    assert current_topics(release) == {
        "1": {"en": "sowing"},
        "2": {"de": "Ernte", "en": "harvest"},
    }
