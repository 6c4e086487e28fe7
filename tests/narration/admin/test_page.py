"""An article's own page: what is told of its sound, what can be done, how it is read."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.narration.models import (
    HumanRecording,
    Narration,
    Pronunciation,
    Recording,
    State,
)
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article
from tests.narration.admin.conftest import Row


def page_of(client: Client, article: Article) -> Any:
    return client.get(reverse("listening:page", args=[article.pk]))


def deed(client: Client, name: str, article: Article, **data: Any) -> Any:
    address = reverse(f"listening:{name}", args=[article.pk])
    return client.post(address, data, follow=True)


def said(answer: Any) -> list[tuple[str, str]]:
    return [(message.level_tag, str(message.message)) for message in answer.context["messages"]]


def test_the_page_shows_how_each_sentence_is_read(desk: Client, article: Article) -> None:
    lines = page_of(desk, article).context["lines"]

    assert [line.written for line in lines] == [
        "Dachzeile",
        "Fähre läuft aus",
        "Sie trägt 19 Autos.",
        "Der erste Absatz erzählt, was geschah.",
    ]
    assert lines[2].spoken == "Sie trägt neunzehn Autos."


def test_the_list_is_seen_at_work(desk: Client, article: Article) -> None:
    Pronunciation.objects.create(word="Fähre", spoken="Färe")

    assert page_of(desk, article).context["lines"][1].spoken == "Färe läuft aus"


def test_a_drafts_script_is_that_of_its_last_version(desk: Client, section: Section) -> None:
    draft = an_article(section, headline="Erste Fassung", publish=False)
    draft.title = "Zweite Fassung"
    draft.save_revision()

    lines = page_of(desk, draft).context["lines"]

    assert [line.written for line in lines][1] == "Zweite Fassung"


def test_changes_that_are_not_published_are_not_what_is_heard(
    desk: Client, article: Article
) -> None:
    article.title = "Noch geheim"
    article.save_revision()

    assert "Noch geheim" not in page_of(desk, article).content.decode()


def test_the_sound_is_played_and_its_facts_are_told(
    desk: Client, article: Article, recorded: Callable[..., Narration]
) -> None:
    recording = recorded(article).recording
    assert recording
    recording.files.create(kind="m4a", name=f"{'a' * 32}.m4a", bytes=9, sha256="0" * 64)

    text = page_of(desk, article).content.decode()

    assert f'<source src="/hoeren/dateien/{"a" * 32}.m4a"' in text
    assert "2:51" in text
    assert "espeak-ng: de" in text


def test_why_it_failed_is_told(desk: Client, article: Article, row: Row) -> None:
    row(article, state=State.FAILED, reason="Die Stimme schweigt.")

    assert "Die Stimme schweigt." in page_of(desk, article).content.decode()


def test_what_is_no_article_has_no_such_page(chief: Client, section: Section) -> None:
    assert chief.get(reverse("listening:page", args=[section.pk])).status_code == 404
    assert chief.get(reverse("listening:page", args=[987654])).status_code == 404


def test_switched_off_and_on_again(desk: Client, article: Article, recorded: Any) -> None:
    recorded(article)

    deed(desk, "switch_off", article)
    off = Narration.objects.get()
    deed(desk, "switch_on", article)
    on = Narration.objects.get()

    assert [off.switched_off, Recording.objects.count()] == [True, 0]
    assert [on.switched_off, on.state] == [False, State.WAITING]


def test_make_anew_waits_in_the_queue_even_if_nothing_changed(
    desk: Client, article: Article, recorded: Any
) -> None:
    recorded(article)

    deed(desk, "make_anew", article)

    row = Narration.objects.get()
    assert [row.state, row.anew] == [State.WAITING, True]


def test_what_is_switched_off_or_unpublished_is_not_made(
    desk: Client, article: Article, section: Section, row: Row
) -> None:
    row(article, switched_off=True)
    draft = an_article(section, publish=False)

    levels = [said(deed(desk, "make_anew", one))[0][0] for one in (article, draft)]

    assert levels == ["error", "error"]
    assert not Narration.objects.filter(state=State.WAITING).exists()


def test_another_language_is_read_anew_by_another_voice(desk: Client, article: Article) -> None:
    deed(desk, "set_language", article, language="en")

    row = Narration.objects.get()
    assert [row.language, row.state] == ["en", State.WAITING]
    assert page_of(desk, article).context["script"].language == "en"


def test_a_language_nobody_speaks_is_refused(desk: Client, article: Article) -> None:
    answer = deed(desk, "set_language", article, language="tlh")

    assert said(answer)[0][0] == "error"
    assert not Narration.objects.filter(language="tlh").exists()


def test_a_persons_recording_comes_in_and_goes(
    desk: Client, article: Article, spoken_wav: bytes
) -> None:
    upload = SimpleUploadedFile("lesung.wav", spoken_wav, content_type="audio/wav")

    taken = deed(desk, "take_reading", article, reader="Vera Lindauer", sound=upload)
    reading = HumanRecording.objects.get()
    dropped = deed(desk, "drop_reading", article)

    assert [said(taken)[0][0], said(dropped)[0][0]] == ["success", "success"]
    assert [reading.reader, reading.uploaded_by.email] == [
        "Vera Lindauer",
        "ausland@probeblatt.example",
    ]
    assert "Vera Lindauer" in taken.content.decode()
    assert not HumanRecording.objects.exists()


@pytest.mark.parametrize("missing", ["reader", "sound", "all of the sound"])
def test_half_an_upload_is_refused_with_a_sentence_and_replaces_nothing(
    missing: str, desk: Client, article: Article, spoken_wav: bytes
) -> None:
    before = HumanRecording.objects.create(
        page_id=article.pk, reader="Vera", original="x.wav", uploaded_at=timezone.now()
    )
    content = b"" if missing == "all of the sound" else spoken_wav
    data: dict[str, Any] = {"reader": "Vera Lindauer", "sound": io.BytesIO(content)}
    data["sound"].name = "lesung.wav"
    data.pop(missing, None)

    answer = deed(desk, "take_reading", article, **data)

    assert said(answer)[0][0] == "error"
    assert HumanRecording.objects.get() == before


def test_the_way_from_the_editor_leads_here(desk: Client, article: Article) -> None:
    edit = desk.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()

    assert f'href="{reverse("listening:page", args=[article.pk])}"' in edit


def test_a_section_has_no_such_way(chief: Client, section: Section) -> None:
    edit = chief.get(reverse("wagtailadmin_pages:edit", args=[section.pk])).content.decode()

    assert reverse("listening:page", args=[section.pk]) not in edit


def test_the_editor_tells_how_the_article_is_heard(
    desk: Client, article: Article, section: Section, recorded: Any
) -> None:
    recorded(article)
    new = reverse("wagtailadmin_pages:add", args=["newsroom", "article", section.pk])

    edit = desk.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()

    assert "2:51 · espeak-ng: de" in edit
    assert "espeak-ng" not in desk.get(new).content.decode()
