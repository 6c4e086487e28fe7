"""The voices' page: who is here, who speaks, listening, choosing."""

import io
import wave
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from blattwerk.narration.casting import chosen, close_cast
from blattwerk.narration.models import VoiceChoice
from tests.newsroom.roles import browser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_voice_left() -> Iterator[None]:
    yield
    close_cast()


def wish(**changes: str) -> dict[str, str]:
    return {"language": "de", "engine": "espeak", "voice": "de+f2", "rate": "1.1", **changes}


def places(client: Client, language: str) -> dict[str, int | None]:
    choirs = client.get(reverse("voices:index")).context["choirs"]
    speakers = next(one.speakers for one in choirs if one.language == language)
    return {one.voice.name: one.place for one in speakers if one.engine == "espeak"}


def first_place(language: str) -> tuple[str, float]:
    role = chosen()[language][0]
    return role.voice, role.rate


def test_a_new_paper_has_a_voice_for_each_language(chief: Client) -> None:
    assert places(chief, "de")["de"] == 0
    assert places(chief, "en")["en-gb"] == 0
    assert set(places(chief, "de").values()) == {0, None}


def test_the_chosen_voice_reads_and_the_former_one_steps_in(chief: Client) -> None:
    chief.post(reverse("voices:choose"), wish())

    found = places(chief, "de")
    assert [found["de+f2"], found["de"], found["de+m3"]] == [0, 1, None]
    assert first_place("de") == ("de+f2", 1.1)


def test_a_pace_is_kept_for_the_voice_that_reads(chief: Client) -> None:
    chief.post(reverse("voices:choose"), wish(voice="de", rate="0.9"))

    assert first_place("de") == ("de", 0.9)
    assert VoiceChoice.objects.filter(language="de").count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"rate": "9"},
        {"rate": ""},
        {"rate": "schnell"},
        {"engine": "orgel"},
        {"voice": "niemand"},
        {"language": "tlh"},
    ],
)
def test_what_cannot_be_chosen_is_refused_with_a_sentence(
    chief: Client, changes: dict[str, str]
) -> None:
    answer = chief.post(reverse("voices:choose"), wish(**changes), follow=True)
    heard = chief.post(reverse("voices:sample"), wish(**changes))

    assert [message.level_tag for message in answer.context["messages"]] == ["error"]
    assert heard.status_code == 422
    assert heard.content
    assert not VoiceChoice.objects.exists()


@pytest.mark.parametrize(("language", "voice"), [("de", "de+m3"), ("en", "en-us")])
def test_a_sample_is_heard_without_choosing(chief: Client, language: str, voice: str) -> None:
    answer = chief.post(reverse("voices:sample"), wish(language=language, voice=voice))

    assert [answer.status_code, answer["Content-Type"]] == [200, "audio/wav"]
    with wave.open(io.BytesIO(answer.content)) as file:
        assert file.getnframes() / file.getframerate() > 2
    assert not VoiceChoice.objects.exists()


def test_what_cannot_be_used_here_is_told_with_a_reason(chief: Client) -> None:
    unable: dict[str, Any] = chief.get(reverse("voices:index")).context["unable"]

    assert all(reason.endswith((".", ")")) for reason in unable.values())
    assert "espeak" not in unable


def test_a_desk_hears_no_sample(section: Any) -> None:
    assert browser("foreign").post(reverse("voices:sample"), wish()).status_code == 302
