"""How an article is heard: the bar beside its head, the listening page, the player's markup."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import Client

from blattwerk.narration.models import Narration, Playlist
from blattwerk.newsroom.models import Section
from blattwerk.reading.lengths import length, speeds
from tests import factories
from tests.reading.pages import all_words, opened, shown, words


def test_an_article_offers_its_sound_beside_its_head(client: Client, section: Section) -> None:
    article = factories.an_article(section)
    factories.a_recording(article, seconds=171.6)

    listen = shown(client, article).select_one(".article__head listen-article")

    assert listen is not None
    assert listen["data-number"] == str(article.pk)
    assert words(listen.select_one("[data-listen]")) == "Artikel anhören"
    assert words(listen.select_one(".listen__length")) == "Länge 2:51"
    assert words(listen.select_one(".listen__label")) == (
        "Automatisch vorgelesen mit künstlicher Stimme"
    )


def test_without_scripts_the_browsers_player_has_the_lasting_addresses(
    client: Client, section: Section
) -> None:
    article = factories.an_article(section)
    factories.a_recording(article)

    listen = shown(client, article).select_one("listen-article")

    assert listen is not None
    audio = listen.select_one("audio")
    assert audio is not None
    assert (audio["preload"], audio.has_attr("autoplay")) == ("none", False)
    assert [source["src"] for source in audio.select("source")] == [
        f"/hoeren/{article.pk}/ton.m4a",
        f"/hoeren/{article.pk}/ton.mp3",
    ]
    assert [link["href"] for link in listen.select("a[download]")] == [
        f"/hoeren/{article.pk}/ton.mp3"
    ]


def test_what_is_not_made_yet_streams_and_claims_no_length(
    client: Client, section: Section
) -> None:
    article = factories.an_article(section)

    listen = shown(client, article).select_one("listen-article")

    assert listen is not None
    assert [source["src"] for source in listen.select("source")] == [
        f"/hoeren/{article.pk}/ton.opus",
        f"/hoeren/{article.pk}/ton.mp3",
    ]
    assert listen.select(".listen__length") == []


def test_an_article_that_is_not_read_aloud_offers_nothing(client: Client, section: Section) -> None:
    article = factories.an_article(section)
    Narration.objects.update_or_create(page_id=article.pk, defaults={"switched_off": True})

    assert shown(client, article).select("listen-article") == []


def test_a_draft_offers_nothing(section: Section) -> None:
    draft = factories.an_article(section, publish=False)

    bar = Template("{% load listening %}{% listen draft %}").render(Context({"draft": draft}))

    assert bar == ""


def test_the_listening_page_lists_what_is_recorded(client: Client, section: Section) -> None:
    silent = factories.an_article(section, headline="Noch stumm")
    heard = factories.an_article(section, headline="Schon zu hören")
    factories.a_recording(heard, seconds=65.0)

    page = opened(client, "/hoeren/")

    assert all_words(page, "main [data-queue] > .track h3 a") == ["Schon zu hören"]
    assert silent.title not in words(page.main)
    assert [line["href"] for line in page.select("[data-queue] > .track [data-listen]")] == [
        f"/hoeren/{heard.pk}/ton.mp3"
    ]
    assert all_words(page, "[data-queue] > .track .track__length") == ["1:05"]


def test_before_the_first_recording_the_listening_page_says_so(
    client: Client, section: Section
) -> None:
    notice = opened(client, "/hoeren/").select_one("main .notice")

    assert words(notice) == (
        "Die ersten Aufnahmen entstehen gerade. "
        "Jeder Artikel lässt sich auf seiner Seite schon jetzt anhören."
    )


def test_the_listening_page_names_every_public_podcast(client: Client, section: Section) -> None:
    Playlist.objects.create(title="Am Morgen", slug="am-morgen")
    Playlist.objects.create(title="Im Haus", slug="im-haus", public=False)

    links = opened(client, "/hoeren/").select(".listening__feeds a")

    assert [words(link) for link in links] == ["Probeblatt", "Ausland", "Politik", "Am Morgen"]


def test_every_page_leads_to_the_listening_page(client: Client, section: Section) -> None:
    page = opened(client, section.url)

    assert [words(link) for link in page.select("header a[href='/hoeren/']")] == ["Hören"]
    assert [words(link) for link in page.select("footer a[href='/hoeren/']")] == ["Hören"]


def test_the_players_markup_asks_for_nothing_but_its_style(client: Client, db: None) -> None:
    page = opened(client, "/hoeren/spieler/")

    assert [link["href"] for link in page.select("link")] == ["/static/reading/player.css"]
    assert page.select("script, img, audio, [style]") == []


def test_every_deed_of_the_player_has_a_name(client: Client, db: None) -> None:
    page = opened(client, "/hoeren/spieler/")
    buttons = [*page.select("button"), *_inside_templates(page).select("button")]

    nameless = [
        button
        for button in buttons
        if not (button.get("aria-label") or words(button) or button["data-deed"] == "pick")
    ]

    assert nameless == []


def _inside_templates(page: BeautifulSoup) -> BeautifulSoup:
    return BeautifulSoup("".join(str(part) for part in page.select("template")), "html.parser")


@pytest.mark.parametrize(
    ("seconds", "printed"), [(None, ""), (0.4, "0:00"), (65.0, "1:05"), (3599.9, "59:59")]
)
def test_a_length_is_printed_in_minutes_and_seconds(seconds: float | None, printed: str) -> None:
    assert length(seconds) == printed


def test_speeds_reach_from_half_to_three_times() -> None:
    assert (speeds()[0], speeds()[-1]) == (("0.5", "0,5×"), ("3", "3,0×"))
    assert ("1", "1,0×") in speeds()
    assert ("1.25", "1,25×") in speeds()
