"""The newsroom's pages as units to be read aloud."""

import pytest

from blattwerk.common.speakable import Speakable, Unit, UnitKind
from blattwerk.newsroom.models import Section, StandingPage
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_article_is_heard_from_kicker_to_last_paragraph(section: Section) -> None:
    article = factories.an_article(
        section,
        kicker="Nach dem Gipfel",
        headline="Zwei Länder, ein Plan",
        lead="Worum es geht.",
        authors=[factories.an_author(name="Anna Berger"), factories.an_author(name="Karl Huber")],
        body=[
            ("paragraph", "<p>Erster <b>Absatz</b> &amp; mehr.</p><p>Zweiter<br/>Dritter</p>"),
            ("subheading", "Wie es weitergeht"),
            ("quote", {"text": "Gut so.", "speaker": "Eva Moser", "role": "Ministerin"}),
            ("list", {"ordered": False, "items": ["Punkt eins", "Punkt zwei"]}),
            (
                "fact_box",
                {"title": "Daten", "body": [{"type": "paragraph", "value": "<p>Kasten.</p>"}]},
            ),
        ],
    )
    assert isinstance(article, Speakable)
    assert article.speech_units() == [
        Unit(UnitKind.KICKER, "Nach dem Gipfel"),
        Unit(UnitKind.HEADLINE, "Zwei Länder, ein Plan"),
        Unit(UnitKind.BYLINE, "Anna Berger und Karl Huber"),
        Unit(UnitKind.LEAD, "Worum es geht."),
        Unit(UnitKind.PARAGRAPH, "Erster Absatz & mehr."),
        Unit(UnitKind.PARAGRAPH, "Zweiter"),
        Unit(UnitKind.PARAGRAPH, "Dritter"),
        Unit(UnitKind.SUBHEAD, "Wie es weitergeht"),
        Unit(UnitKind.QUOTE, "Gut so.", speaker="Eva Moser"),
        Unit(UnitKind.LIST_ITEM, "Punkt eins"),
        Unit(UnitKind.LIST_ITEM, "Punkt zwei"),
        Unit(UnitKind.SUBHEAD, "Daten"),
        Unit(UnitKind.PARAGRAPH, "Kasten."),
    ]


def test_an_article_tells_what_a_recording_says_of_itself(section: Section) -> None:
    article = factories.an_article(section, headline="Zwei Länder", kicker="Gipfel")
    details = article.speech_details()
    assert (details.title, details.kicker, details.section, details.section_address) == (
        "Zwei Länder",
        "Gipfel",
        "Ausland",
        "/ausland/",
    )
    assert (details.language, details.published_at) == ("de", article.published_at)


def test_a_standing_page_is_heard_too(section: Section) -> None:
    page = StandingPage.objects.get()
    assert isinstance(page, Speakable)
    assert page.speech_units() == [
        Unit(UnitKind.HEADLINE, "Impressum"),
        Unit(UnitKind.PARAGRAPH, "Wer hier schreibt."),
    ]
