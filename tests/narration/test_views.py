"""Narration's public addresses."""

import io
import json
from datetime import timedelta
from typing import Any

import av
import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.narration.claims import claim_page
from blattwerk.narration.models import Narration, Playlist, PlaylistEntry, State, Urgency
from blattwerk.narration.narrate import narrate
from blattwerk.narration.order import order, switch_off
from blattwerk.narration.queries import current_recording
from blattwerk.newsroom.models import Article, Section, StandingPage
from tests import factories

pytestmark = pytest.mark.django_db
BODY = [("paragraph", "<p>Am Montag war es ruhig. Am Dienstag kamen 21 Gäste.</p>")]


@pytest.fixture
def article(section: Section) -> Article:
    return factories.an_article(section, kicker="Probe", headline="Zwei Tage", lead="", body=BODY)


def record(article: Article) -> None:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=timezone.now())
    claim = claim_page(article.pk, timezone.now())
    assert claim is not None
    assert narrate(claim) == State.READY


def seconds_of(sound: bytes) -> float:
    with av.open(io.BytesIO(sound)) as container:
        frames = [frame for frame in container.decode(audio=0) if isinstance(frame, av.AudioFrame)]
    return sum(frame.samples for frame in frames) / frames[0].sample_rate


def streamed(client: Client, path: str) -> bytes:
    response: Any = client.get(path)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_the_card_of_a_recorded_article_names_its_files(client: Client, article: Article) -> None:
    record(article)
    card = client.get(f"/hoeren/{article.pk}.json").json()
    recording = current_recording(article.pk)
    assert recording is not None
    files = recording.by_kind
    assert (card["state"], card["seconds"]) == ("ready", round(recording.seconds, 3))
    assert [source["src"] for source in card["sources"]] == [files["opus"].url, files["m4a"].url]
    assert (card["marks"], card["transcript"]) == (files["json"].url, files["vtt"].url)
    assert (card["title"], card["url"]) == ("Zwei Tage", article.url)


def test_the_card_of_an_unrecorded_article_leads_to_the_stream(
    client: Client, article: Article
) -> None:
    card = client.get(f"/hoeren/{article.pk}.json").json()
    assert (card["state"], card["estimated"]) == ("live", True)
    assert [source["src"] for source in card["sources"]] == [
        f"/hoeren/{article.pk}/ton.opus",
        f"/hoeren/{article.pk}/ton.mp3",
    ]


def test_the_card_knows_the_neighbours_of_the_section(client: Client, section: Section) -> None:
    newest, middle, oldest = (
        factories.an_article(section, age=timedelta(days=days)) for days in (1, 2, 3)
    )
    card = client.get(f"/hoeren/{middle.pk}.json").json()
    assert (card["previous"], card["next"]) == (newest.pk, oldest.pk)


def test_drafts_and_switched_off_pages_and_papers_are_not_heard(
    client: Client, section: Section, article: Article
) -> None:
    draft = factories.an_article(section, publish=False)
    switch_off(page_id=article.pk)
    for number in (draft.pk, article.pk, section.pk, 999999):
        for path in (f"{number}.json", f"{number}/ton.opus", f"{number}/marken.json"):
            assert client.get(f"/hoeren/{path}").status_code == 404


def test_a_standing_page_is_heard_like_an_article(client: Client, section: Section) -> None:
    page = StandingPage.objects.get()
    assert seconds_of(streamed(client, f"/hoeren/{page.pk}/ton.opus")) > 1


@pytest.mark.parametrize("kind", ["opus", "mp3"])
def test_play_works_before_there_are_files_and_takes_as_long(
    client: Client, article: Article, kind: str
) -> None:
    live = seconds_of(streamed(client, f"/hoeren/{article.pk}/ton.{kind}"))
    record(article)
    recording = current_recording(article.pk)
    assert recording is not None
    assert live == pytest.approx(recording.seconds, abs=0.06)  # an encoder fills its last frame


def test_marks_of_the_stream_are_those_of_the_file(client: Client, article: Article) -> None:
    before = client.get(f"/hoeren/{article.pk}/marken.json").json()
    assert (before["complete"], before["sentences"]) == (False, [])
    streamed(client, f"/hoeren/{article.pk}/ton.opus")
    during = client.get(f"/hoeren/{article.pk}/marken.json").json()
    record(article)
    after = client.get(f"/hoeren/{article.pk}/marken.json", follow=True)
    finished = json.loads(after.getvalue())
    assert during["complete"] is True
    assert during["sentences"] == finished["sentences"]


def test_to_play_an_old_article_orders_its_recording(client: Client, section: Section) -> None:
    old = factories.an_article(section, age=timedelta(days=900), body=BODY)
    streamed(client, f"/hoeren/{old.pk}/ton.opus")
    row = Narration.objects.get(page=old)
    assert (row.state, row.urgency) == (State.WAITING, Urgency.LISTENED)


def test_a_finished_recording_is_led_to(client: Client, article: Article) -> None:
    record(article)
    recording = current_recording(article.pk)
    assert recording is not None
    for kind in ("opus", "m4a", "mp3"):
        response = client.get(f"/hoeren/{article.pk}/ton.{kind}")
        assert (response.status_code, response["Location"]) == (302, recording.by_kind[kind].url)
        assert "no-store" in response["Cache-Control"]


def test_an_m4a_that_is_not_made_yet_is_heard_as_mp3(client: Client, article: Article) -> None:
    response = client.get(f"/hoeren/{article.pk}/ton.m4a")
    assert (response.status_code, response["Location"]) == (302, "ton.mp3")


def test_a_head_request_starts_no_voice(client: Client, article: Article) -> None:
    response = client.head(f"/hoeren/{article.pk}/ton.opus")
    assert (response.status_code, response["Content-Type"]) == (200, "audio/ogg; codecs=opus")


def test_the_queue_of_a_section_is_its_articles_newest_first(
    client: Client, section: Section
) -> None:
    older, newer = (factories.an_article(section, age=timedelta(days=days)) for days in (2, 1))
    queue = client.get("/hoeren/liste/ressort/ausland.json").json()
    assert (queue["title"], [item["id"] for item in queue["items"]]) == (
        "Ausland",
        [newer.pk, older.pk],
    )


def test_a_playlist_keeps_its_order_and_leaves_out_what_is_withdrawn(
    client: Client, section: Section
) -> None:
    first, gone, last = (factories.an_article(section) for _ in range(3))
    playlist = Playlist.objects.create(title="Am Abend", slug="am-abend")
    for place, article in enumerate((last, gone, first)):
        PlaylistEntry.objects.create(playlist=playlist, page=article, sort_order=place)
    gone.unpublish()
    queue = client.get("/hoeren/liste/liste/am-abend.json").json()
    assert [item["id"] for item in queue["items"]] == [last.pk, first.pk]


@pytest.mark.parametrize("path", ["liste/gibtsnicht", "ressort/keines", "anderes/x", "neu/x"])
def test_a_queue_nobody_offers_is_not_found(client: Client, section: Section, path: str) -> None:
    assert client.get(f"/hoeren/liste/{path}.json").status_code == 404


def test_a_hidden_playlist_is_not_found(client: Client, section: Section) -> None:
    Playlist.objects.create(title="Entwurf", slug="entwurf", public=False)
    assert client.get("/hoeren/liste/liste/entwurf.json").status_code == 404


def test_listeners_beyond_the_servers_places_are_asked_to_wait(
    client: Client, article: Article
) -> None:
    from blattwerk.narration import live

    taken = 0
    while live._places.acquire(blocking=False):
        taken += 1
    try:
        response = client.get(f"/hoeren/{article.pk}/ton.opus")
    finally:
        for _ in range(taken):
            live._places.release()
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert streamed(client, f"/hoeren/{article.pk}/ton.opus")
    assert live._places.acquire(blocking=False)  # given back
    live._places.release()


def test_a_listener_who_goes_away_gives_the_place_back(client: Client, article: Article) -> None:
    from blattwerk.narration import live

    for _ in range(5):
        sound = live.live_sound(article, "opus")
        assert next(sound)
        sound.close()
    assert streamed(client, f"/hoeren/{article.pk}/ton.opus")
