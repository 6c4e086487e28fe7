"""A page's recording, made by the real voice and the real studio."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from blattwerk.narration.claims import Claim, claim_page
from blattwerk.narration.errors import NarrationError
from blattwerk.narration.human import drop_human_recording, take_human_recording
from blattwerk.narration.models import (
    HumanRecording,
    Narration,
    Recording,
    RecordingFile,
    State,
    Urgency,
)
from blattwerk.narration.models.recording import audio_storage
from blattwerk.narration.narrate import ATTEMPTS, narrate
from blattwerk.narration.order import order, switch_off
from blattwerk.narration.queries import current_recording, heard
from blattwerk.narration.signals import narration_ready
from blattwerk.narration.sweep import KEEP_REPLACED, sweep
from blattwerk.newsroom.models import Article, Section
from tests import factories

pytestmark = pytest.mark.django_db
BODY = [("paragraph", "<p>Am Montag war es ruhig. Am Dienstag kamen 21 Gäste.</p>")]


@pytest.fixture
def article(section: Section) -> Article:
    return factories.an_article(section, kicker="Probe", headline="Zwei Tage", lead="", body=BODY)


def ordered(article: Article) -> Claim:
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=timezone.now())
    claim = claim_page(article.pk, timezone.now())
    assert claim is not None
    return claim


def read(article: Article, **choices: Any) -> State:
    return narrate(ordered(article), **choices)


def rewrite(article: Article, text: str) -> None:
    article.body = [("paragraph", f"<p>{text}</p>")]
    article.save_revision().publish()


def row_of(article: Article) -> Narration:
    return Narration.objects.get(page=article)


def recording_of(article: Article) -> Recording:
    found = current_recording(article.pk)
    assert found is not None
    return found


def takes() -> set[str]:
    from django.conf import settings

    return {path.name for path in Path(settings.NARRATION_FOLDER).glob("takes/??/*.pcm")}


def content(file: RecordingFile) -> bytes:
    with audio_storage().open(file.name) as stored:
        return stored.read()


def test_a_page_is_read_into_five_files_that_are_what_their_rows_say(article: Article) -> None:
    assert read(article) == State.READY
    files = recording_of(article).by_kind
    assert sorted(files) == ["json", "m4a", "mp3", "opus", "vtt"]
    for file in files.values():
        stored = content(file)
        assert (len(stored), hashlib.sha256(stored).hexdigest()) == (file.bytes, file.sha256)


def test_the_marks_hold_each_sentence_as_it_stands_on_the_page(article: Article) -> None:
    read(article)
    marks = json.loads(content(recording_of(article).by_kind["json"]))
    assert [sentence[2] for sentence in marks["sentences"]] == [
        "Probe",
        "Zwei Tage",
        "Am Montag war es ruhig.",
        "Am Dienstag kamen 21 Gäste.",
    ]


def test_the_record_says_who_spoke_and_that_no_human_did(article: Article) -> None:
    read(article)
    recording = recording_of(article)
    (voice,) = recording.voices
    assert (voice["engine"], voice["voice"], voice["trained"], voice["sentences"]) == (
        "espeak-ng",
        "de",
        False,
        4,
    )
    assert (voice["licence"] != "", recording.synthetic) == (True, True)


def test_readers_are_told_when_the_recording_stands(
    article: Article, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    told: list[int] = []

    def listen(page_id: int, **_: Any) -> None:
        told.append(page_id)

    narration_ready.connect(listen)
    claim = ordered(article)
    with django_capture_on_commit_callbacks(execute=True):
        narrate(claim)
    assert told == [article.pk]


def test_the_same_text_is_not_recorded_twice(article: Article) -> None:
    read(article)
    first = recording_of(article).pk
    assert read(article) == State.READY
    assert recording_of(article).pk == first


def test_by_command_it_is_recorded_anew_even_so(article: Article) -> None:
    read(article)
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=timezone.now(), anew=True)
    claim = claim_page(article.pk, timezone.now())
    assert claim is not None
    narrate(claim)
    assert Recording.objects.filter(page=article).count() == 2


def test_of_a_corrected_text_only_the_corrected_sentence_is_spoken_again(
    article: Article,
) -> None:
    read(article)
    before = takes()
    rewrite(article, "Am Montag war es ruhig. Am Dienstag kamen 22 Gäste.")
    read(article)
    assert len(takes() - before) == 1


def test_a_former_recording_is_kept_for_a_week_and_then_swept(
    article: Article, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    read(article)
    old = recording_of(article)
    names = [file.name for file in old.files.all()]
    rewrite(article, "Alles ist anders.")
    read(article)
    later = timezone.now() + KEEP_REPLACED
    with django_capture_on_commit_callbacks(execute=True):
        sweep(now=later - timedelta(hours=1), takes_limit=10**9)
    assert Recording.objects.filter(pk=old.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        sweep(now=later + timedelta(hours=1), takes_limit=10**9)
    assert [audio_storage().exists(name) for name in names] == [False] * 5
    assert all(audio_storage().exists(file.name) for file in recording_of(article).files.all())


def test_a_text_that_changes_while_it_is_spoken_is_not_published_and_waits(
    article: Article, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    claim = ordered(article)

    def change_in_the_middle(done: int, total: int) -> None:
        if done == 2:
            with django_capture_on_commit_callbacks(execute=True):
                rewrite(article, "Der letzte Text gewinnt.")

    assert narrate(claim, progress=change_in_the_middle) == State.WAITING
    assert current_recording(article.pk) is None
    claim_again = claim_page(article.pk, timezone.now())
    assert claim_again is not None
    assert narrate(claim_again) == State.READY
    marks = json.loads(content(recording_of(article).by_kind["json"]))
    assert marks["sentences"][-1][2] == "Der letzte Text gewinnt."


def test_a_page_withdrawn_while_it_is_spoken_is_never_heard(
    article: Article, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    claim = ordered(article)

    def withdraw_in_the_middle(done: int, total: int) -> None:
        if done == 2:
            with django_capture_on_commit_callbacks(execute=True):
                article.unpublish()

    assert narrate(claim, progress=withdraw_in_the_middle) == State.NONE
    assert not Recording.objects.exists()


def test_a_withdrawn_pages_sound_is_gone_at_once(
    article: Article, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    read(article)
    names = [file.name for file in recording_of(article).files.all()]
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
    assert [audio_storage().exists(name) for name in names] == [False] * 5
    assert row_of(article).state == State.NONE


def test_switching_off_takes_the_sound_away(
    article: Article, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    read(article)
    with django_capture_on_commit_callbacks(execute=True):
        switch_off(page_id=article.pk)
    assert (current_recording(article.pk), heard(article)) == (None, None)


def test_a_disk_that_refuses_is_told_and_tried_again_ever_later(
    article: Article, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "full").write_text("not a folder", encoding="utf-8")
    settings.NARRATION_FOLDER = tmp_path / "full"
    waits: list[float] = []
    order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=timezone.now())
    for _ in range(ATTEMPTS - 1):
        claim = claim_page(article.pk, timezone.now())
        assert claim is not None
        assert narrate(claim) == State.WAITING
        row = row_of(article)
        assert row.due_at is not None
        assert row.finished_at is not None
        waits.append((row.due_at - row.finished_at).total_seconds())
    claim = claim_page(article.pk, timezone.now())
    assert claim is not None
    assert narrate(claim) == State.FAILED
    assert waits == [60, 240, 960]
    assert row_of(article).reason == "Der Datenträger verweigert: Not a directory."


def test_a_voice_that_is_not_here_is_stood_in_for(article: Article) -> None:
    from blattwerk.narration.casting import choose
    from blattwerk.narration.engines.cast import Role

    choose("de", Role("piper", "de_DE-nobody-medium", 1.0))
    assert read(article) == State.READY
    assert [voice["voice"] for voice in recording_of(article).voices] == ["de"]


def test_a_human_recording_is_heard_and_no_machine_ever_overwrites_it(
    article: Article, spoken_wav: bytes
) -> None:
    now = timezone.now()
    upload = ContentFile(spoken_wav, name="aufnahme.wav")
    take_human_recording(page=article, upload=upload, reader="Anna Berger", by=None, now=now)
    claim = claim_page(article.pk, now)
    assert claim is not None
    assert narrate(claim) == State.READY
    rewrite(article, "Ein anderer Text.")
    read(article)
    recording = recording_of(article)
    assert (recording.kind, recording.reader) == (Recording.Kind.HUMAN, "Anna Berger")
    assert heard(article).label == "Gelesen von Anna Berger"  # type: ignore[union-attr]


def test_without_the_human_recording_the_machine_reads_again(
    article: Article, spoken_wav: bytes
) -> None:
    upload = ContentFile(spoken_wav, name="aufnahme.wav")
    now = timezone.now()
    take_human_recording(page=article, upload=upload, reader="Anna Berger", by=None, now=now)
    drop_human_recording(page=article, now=now)
    claim = claim_page(article.pk, now)
    assert claim is not None
    assert narrate(claim) == State.READY
    assert recording_of(article).kind == Recording.Kind.MACHINE


def test_an_upload_that_is_no_sound_is_refused_at_once(article: Article) -> None:
    upload = ContentFile(b"Das ist ein Text." * 3000, name="aufnahme.mp3")
    with pytest.raises(NarrationError, match="Tondatei"):
        take_human_recording(
            page=article, upload=upload, reader="Anna", by=None, now=timezone.now()
        )
    assert not HumanRecording.objects.exists()


def test_a_deleted_articles_sound_is_gone_at_once(
    article: Article, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    read(article)
    names = [file.name for file in recording_of(article).files.all()]
    with django_capture_on_commit_callbacks(execute=True):
        article.delete()
    assert [audio_storage().exists(name) for name in names] == [False] * 5


def test_an_unexpected_trouble_is_told_and_not_left_running(
    article: Article, settings: Any
) -> None:
    settings.MANIFEST_SIGNER = 7  # what no signer's name can be
    claim = ordered(article)
    assert narrate(claim) == State.WAITING
    assert row_of(article).reason != ""


def test_foreign_scripts_emoji_and_markup_are_no_reason_to_stay_silent(section: Section) -> None:
    text = "Он сказал да 🎉. 你好世界. مرحبا. &lt;speak&gt;Laut&lt;/speak&gt; [[h@l'oU]] und Ende."
    article = factories.an_article(section, body=[("paragraph", f"<p>{text}</p>")])
    assert read(article) == State.READY
