"""Each block of a body has its form."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from blattwerk.newsroom.blocks import Body
from blattwerk.newsroom.models import Section
from blattwerk.reading.templatetags.reading import block_template
from tests import factories
from tests.reading.pages import all_words, shown, words


def body(client: Client, section: Section, *blocks: tuple[str, Any]) -> BeautifulSoup:
    """The column of words of an article made of these blocks."""
    page = shown(client, factories.an_article(section, body=list(blocks)))
    text = page.select_one(".text")
    assert text is not None
    return BeautifulSoup(str(text), "html.parser")


def test_every_kind_of_block_has_a_template() -> None:
    from django.template.loader import get_template

    for kind in Body().child_blocks:
        assert get_template(block_template(kind))


def test_paragraphs_keep_their_emphasis_and_lose_their_scripts(
    client: Client, section: Section
) -> None:
    html = "<p>Ein <b>Wort</b> und <script>alert(1)</script>noch eines.</p>"
    text = body(client, section, ("paragraph", html))
    assert [str(part) for part in text.select("p b")] == ["<b>Wort</b>"]
    assert text.select("script") == []


def test_a_subheading_is_of_the_second_rank(client: Client, section: Section) -> None:
    text = body(client, section, ("subheading", "Wer <zahlt>"))
    assert all_words(text, "h2.subheading") == ["Wer <zahlt>"]


def test_a_quote_names_its_speaker(client: Client, section: Section) -> None:
    quote = {"text": "Das war knapp.", "speaker": "Elfriede Raidl", "role": "Bürgermeisterin"}
    text = body(client, section, ("quote", quote))
    assert all_words(text, "figure.quote > blockquote > p") == ["Das war knapp."]
    assert all_words(text, "figcaption > cite") == ["Elfriede Raidl"]
    assert all_words(text, ".quote__role") == ["Bürgermeisterin"]


def test_a_quote_without_speaker_has_no_caption(client: Client, section: Section) -> None:
    text = body(client, section, ("quote", {"text": "Na dann.", "speaker": "", "role": ""}))
    assert text.select("figcaption") == []


def test_a_picture_in_the_text_waits_until_it_is_near(client: Client, section: Section) -> None:
    picture = factories.a_picture(caption="Wiese")
    text = body(client, section, ("picture", {"picture": picture.pk, "caption": ""}))
    image = text.select_one("figure img")
    assert image is not None
    assert (image["loading"], image["alt"]) == ("lazy", "Eine grüne Fläche")
    assert all_words(text, ".caption__text") == ["Wiese"]


def test_a_gallery_can_be_reached_by_keyboard(client: Client, section: Section) -> None:
    pictures = [{"picture": factories.a_picture().pk, "caption": word} for word in ("Eins", "Zwei")]
    text = body(client, section, ("gallery", {"title": "Zwei Bilder", "pictures": pictures}))
    assert all_words(text, "section.gallery h2") == ["Zwei Bilder"]
    assert [row["tabindex"] for row in text.select(".gallery__row")] == ["0"]
    assert all_words(text, ".caption__text") == ["Eins", "Zwei"]


def test_a_list_has_points_or_numbers(client: Client, section: Section) -> None:
    points = ("list", {"ordered": False, "items": ["Brot", "Käse"]})
    numbers = ("list", {"ordered": True, "items": ["Erstens", "Zweitens"]})
    text = body(client, section, points, numbers)
    assert all_words(text, "ul.points > li") == ["Brot", "Käse"]
    assert all_words(text, "ol.points > li") == ["Erstens", "Zweitens"]


def a_table(**changes: Any) -> tuple[str, Any]:
    table = {
        "data": [["Ort", "Einwohner"], ["Ennach", "38.000"], ["Auhof", "–"]],
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "table_header_choice": "both",
        **changes,
    }
    return "table", {"caption": "Wo wer wohnt", "table": table}


def test_a_table_names_its_columns_and_rows(client: Client, section: Section) -> None:
    text = body(client, section, a_table())
    assert all_words(text, "caption") == ["Wo wer wohnt"]
    assert all_words(text, "thead th[scope=col]") == ["Ort", "Einwohner"]
    assert all_words(text, "tbody th[scope=row]") == ["Ennach", "Auhof"]
    assert all_words(text, "tbody td.is-figure") == ["38.000", "–"]


def test_a_wide_table_scrolls_in_a_named_region(client: Client, section: Section) -> None:
    region = body(client, section, a_table()).select_one("[role=region]")
    assert region is not None
    assert (region["tabindex"], region["aria-label"]) == ("0", "Wo wer wohnt")


def test_a_fact_box_stands_beside_the_news(client: Client, section: Section) -> None:
    inside = [
        {"type": "paragraph", "value": "<p>Erbaut 1894.</p>"},
        {"type": "list", "value": {"ordered": False, "items": ["74 Meter"]}},
    ]
    text = body(client, section, ("fact_box", {"title": "Die Brücke", "body": inside}))
    box = text.select_one("aside.fact_box")
    assert words(box) == "Die Brücke Erbaut 1894. 74 Meter"


def test_related_articles_are_linked_when_readers_can_open_them(
    client: Client, section: Section
) -> None:
    before = factories.an_article(section, headline="Was zuvor geschah", kicker="Rückblick")
    draft = factories.an_article(section, headline="Noch nicht", publish=False)
    text = body(client, section, ("related", {"articles": [before.pk, draft.pk]}))
    links = text.select("aside.related h3 a")
    assert [(words(link), link["href"]) for link in links] == [
        ("Was zuvor geschah", before.get_url())
    ]


def test_related_articles_that_are_all_gone_leave_nothing(client: Client, section: Section) -> None:
    draft = factories.an_article(section, publish=False)
    text = body(client, section, ("related", {"articles": [draft.pk]}))
    assert text.select("aside") == []


def test_an_embed_contacts_nobody_before_a_click(client: Client, section: Section) -> None:
    url = "https://www.youtube.com/watch?v=abc123DEF45"
    text = body(client, section, ("embed", {"url": url, "title": "Die Sitzung", "picture": None}))
    element = text.select_one("click-to-load")
    assert element is not None
    assert element["data-frame"] == "https://www.youtube-nocookie.com/embed/abc123DEF45"
    assert element["data-title"] == "Die Sitzung"
    assert [link["href"] for link in element.select("a")] == [url]
    assert text.select("iframe, script, img") == []
    assert "www.youtube-nocookie.com" in words(element.select_one(".embed__note"))


def test_an_embed_of_a_service_that_is_none_of_ours_is_left_out(
    client: Client, section: Section
) -> None:
    value = {"url": "https://tracker.example/x", "title": "Nein", "picture": None}
    assert body(client, section, ("embed", value)).select("figure, click-to-load") == []
