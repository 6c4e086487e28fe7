"""Sound files are answered whole, in parts, unchanged or not at all, through the whole house."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st

from blattwerk.common import ranges
from blattwerk.common.made_of import noted
from blattwerk.common.ranges import OutOfRange, wanted
from blattwerk.narration.models import Recording
from blattwerk.narration.models.recording import audio_storage
from blattwerk.newsroom.models import Article, Section
from tests.factories import a_recording, an_article

FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture
def article(section: Section) -> Article:
    return an_article(section)


@pytest.fixture
def recording(article: Article) -> Recording:
    return a_recording(article)


def content_of(recording: Recording, kind: str) -> bytes:
    with audio_storage().open(recording.by_kind[kind].name) as file:
        content: bytes = file.read()
    return content


def body(answer: Any) -> bytes:
    found: bytes = answer.getvalue()  # gives the file back, too
    return found


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        ("m4a", "audio/mp4"),
        ("opus", "audio/ogg"),
        ("mp3", "audio/mpeg"),
        ("vtt", "text/vtt; charset=utf-8"),
        ("json", "application/json"),
    ],
)
def test_each_kind_is_answered_whole(
    client: Client, recording: Recording, kind: str, content_type: str
) -> None:
    file = recording.by_kind[kind]

    answer = client.get(file.url)

    assert answer.status_code == 200
    assert body(answer) == content_of(recording, kind)
    assert answer.headers["Content-Type"] == content_type
    assert answer.headers["Content-Length"] == str(file.bytes)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Cache-Control"] == FOR_EVER
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["ETag"] == f'"{file.name[:32]}"'


@pytest.mark.parametrize("kind", ["m4a", "vtt"])
def test_a_head_tells_the_length_and_sends_nothing(
    client: Client, recording: Recording, kind: str
) -> None:
    file = recording.by_kind[kind]

    answer = client.head(file.url, headers={"range": "bytes=0-9", "accept-encoding": "gzip"})

    assert answer.status_code == 200
    assert answer.content == b""
    assert answer.headers["Content-Length"] == str(file.bytes)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Cache-Control"] == FOR_EVER


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-1", 0, 1),
        ("bytes=100-199", 100, 199),
        ("bytes=500-", 500, None),
        ("bytes=-100", -100, None),
        ("bytes=-99999999", 0, None),
        ("bytes=0-99999999999999999999", 0, None),
        ("Bytes = 7-9 ", 7, 9),
    ],
)
def test_a_range_is_answered_with_just_these_bytes(
    client: Client, recording: Recording, asked: str, first: int, last: int | None
) -> None:
    content = content_of(recording, "mp3")
    begin = first % len(content)
    end = len(content) - 1 if last is None else last

    answer = client.get(recording.by_kind["mp3"].url, headers={"range": asked})

    assert answer.status_code == 206
    assert body(answer) == content[begin : end + 1]
    assert answer.headers["Content-Range"] == f"bytes {begin}-{end}/{len(content)}"
    assert answer.headers["Content-Length"] == str(end - begin + 1)
    assert answer.headers["Content-Type"] == "audio/mpeg"
    assert answer.headers["Cache-Control"] == FOR_EVER


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=999999-9999999", "bytes=-0"])
def test_a_range_behind_the_end_is_refused_with_the_length(
    client: Client, recording: Recording, asked: str
) -> None:
    file = recording.by_kind["opus"]

    answer = client.get(file.url, headers={"range": asked})

    assert answer.status_code == 416
    assert answer.content == b""
    assert answer.headers["Content-Range"] == f"bytes */{file.bytes}"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "asked",
    ["bytes=0-1,4-5", "bytes=9-3", "seconds=0-5", "bytes=", "bytes=-", "bytes=a-b", "bytes=-1-2",
     "bytes=+1-2", "bytes=１-２", "0-5", "bytes=1.0-2"],
)  # fmt: skip
def test_what_is_no_single_range_is_answered_whole(
    client: Client, recording: Recording, asked: str
) -> None:
    answer = client.get(recording.by_kind["m4a"].url, headers={"range": asked})

    assert answer.status_code == 200
    assert body(answer) == content_of(recording, "m4a")


@given(st.text(alphabet="bytes= -,0123456789\t", max_size=24), st.integers(0, 2000))
@example("bytes=-1", 0)
@example("bytes=0-", 1)
def test_whatever_is_asked_lies_inside_the_file(asked: str, size: int) -> None:
    try:
        found = wanted(asked, size)
    except OutOfRange:
        return
    if found is not None:
        first, length = found
        assert 0 <= first < first + length <= size


@given(st.integers(0, 2000), st.integers(0, 2000), st.integers(1, 2000))
def test_a_range_is_what_slicing_would_give(begin: int, end: int, size: int) -> None:
    content = bytes(index % 251 for index in range(size))
    try:
        found = wanted(f"bytes={begin}-{end}", size)
    except OutOfRange:
        assert content[begin : end + 1] == b""
        return
    if found is None:
        assert end < begin
    else:
        first, length = found
        assert content[first : first + length] == content[begin : end + 1]


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("known", ['"{}"', 'W/"{}"', '"x", "{}"', "*"])
def test_what_the_reader_holds_is_not_sent_again(
    client: Client, recording: Recording, method: str, known: str
) -> None:
    file = recording.by_kind["m4a"]
    etag = known.replace("{}", file.name[:32])

    answer = getattr(client, method)(
        file.url, headers={"if-none-match": etag, "range": "bytes=0-5"}
    )

    assert answer.status_code == 304
    assert answer.content == b""
    assert answer.headers["ETag"] == f'"{file.name[:32]}"'
    assert answer.headers["Cache-Control"] == FOR_EVER


def test_a_part_is_only_added_to_the_same_file(client: Client, recording: Recording) -> None:
    file = recording.by_kind["m4a"]
    asked = {"range": "bytes=0-5"}

    same = client.get(file.url, headers={**asked, "if-range": f'"{file.name[:32]}"'})
    other = client.get(file.url, headers={**asked, "if-range": '"another"'})
    dated = client.get(file.url, headers={**asked, "if-range": "Wed, 01 Jul 2026 18:25:00 GMT"})

    assert [same.status_code, other.status_code, dated.status_code] == [206, 200, 200]
    assert [len(body(answer)) for answer in (same, other, dated)] == [6, file.bytes, file.bytes]


def test_sound_is_never_compressed_and_a_transcript_is(
    client: Client, recording: Recording
) -> None:
    zipping = {"accept-encoding": "gzip, br"}

    sound = client.get(recording.by_kind["mp3"].url, headers=zipping)
    part = client.get(recording.by_kind["vtt"].url, headers={**zipping, "range": "bytes=0-3"})
    transcript = client.get(recording.by_kind["vtt"].url, headers=zipping)

    assert "Content-Encoding" not in sound.headers
    assert sound.headers["Content-Length"] == str(recording.by_kind["mp3"].bytes)
    assert body(sound) == content_of(recording, "mp3")
    assert "Content-Encoding" not in part.headers
    assert body(part) == content_of(recording, "vtt")[:4]
    assert transcript.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body(transcript)) == content_of(recording, "vtt")


def test_players_elsewhere_may_read_transcripts_only(client: Client, recording: Recording) -> None:
    allowed = {
        kind: client.head(file.url).headers.get("Access-Control-Allow-Origin")
        for kind, file in recording.by_kind.items()
    }

    assert allowed == {"m4a": None, "opus": None, "mp3": None, "vtt": "*", "json": "*"}


def test_the_answer_hangs_on_the_narration(client: Client, recording: Recording) -> None:
    answer = client.head(recording.by_kind["m4a"].url)
    ingredients = noted(answer.wsgi_request)

    assert ingredients
    assert ingredients.tags == {f"narration-{recording.page_id}"}


@pytest.mark.parametrize(
    "name",
    ["abc.m4a", "../../keys/secret-key", "..%2f..%2fkeys%2fsecret-key", f"{'0' * 32}.m4a",
     f"{'0' * 32}.py", f"{'A' * 32}.m4a", f"{'0' * 32}.m4a%00", f"{'0' * 32}.m4a%0a", ""],
)  # fmt: skip
def test_any_other_name_is_not_found(client: Client, recording: Recording, name: str) -> None:
    assert client.get(f"/hoeren/dateien/{name}").status_code == 404


def test_a_file_that_no_recording_names_is_not_found(client: Client, recording: Recording) -> None:
    name = f"{'0' * 32}.m4a"
    audio_storage().save(name, ContentFile(b"forgotten"))

    assert client.get(f"/hoeren/dateien/{name}").status_code == 404


def test_a_lost_file_is_not_found(client: Client, recording: Recording) -> None:
    file = recording.by_kind["m4a"]
    audio_storage().delete(file.name)

    answer = client.get(file.url)

    assert answer.status_code == 404
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_sound_of_a_withdrawn_article_is_gone_at_once(
    client: Client, article: Article, recording: Recording
) -> None:
    Article.objects.filter(pk=article.pk).update(live=False)  # nothing else has been told yet

    answer = client.get(recording.by_kind["m4a"].url)

    assert answer.status_code == 404
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_replaced_recording_is_heard_to_its_end(
    client: Client, article: Article, recording: Recording
) -> None:
    a_recording(article)

    recording.refresh_from_db()
    assert recording.replaced_at
    assert recording.replaced_at <= timezone.now()
    assert client.head(recording.by_kind["m4a"].url).status_code == 200


def test_a_post_is_refused(client: Client, recording: Recording) -> None:
    assert client.post(recording.by_kind["m4a"].url).status_code == 405


@pytest.fixture
def long_recording(article: Article) -> Recording:
    """One with a file that is too long for the web server to take at once."""
    recording = a_recording(article)
    path = Path(audio_storage().path(recording.by_kind["mp3"].name))
    path.write_bytes(bytes(range(256)) * (ranges.AHEAD // 256 + 4))
    return recording


def test_a_long_file_is_read_as_it_is_sent(client: Client, long_recording: Recording) -> None:
    answer: Any = client.get(long_recording.by_kind["mp3"].url)

    lengths = [len(block) for block in answer.streaming_content]

    assert lengths == [ranges.BLOCK] * 4 + [1024]


def test_long_files_leave_threads_for_pages(client: Client, long_recording: Recording) -> None:
    address = long_recording.by_kind["mp3"].url
    listening: Any = client.get(address, headers={"range": "bytes=0-"})
    others: list[Any] = [
        client.get(address, headers={"range": "bytes=0-"})
        for _ in range(django_settings.WEB_THREADS // 4 - 1)
    ]

    download = client.get(address)
    beginning = client.get(address, headers={"range": "bytes=512-"})
    small = client.get(long_recording.by_kind["m4a"].url)

    size = ranges.AHEAD + 1024
    assert listening.headers["Content-Range"] == f"bytes 0-{size - 1}/{size}"
    assert download.status_code == 503
    assert download.headers["Retry-After"] == "5"
    assert beginning.status_code == 206
    assert beginning.headers["Content-Range"] == f"bytes 512-{512 + ranges.AHEAD - 1}/{size}"
    assert len(body(beginning)) == ranges.AHEAD
    assert len(body(small)) == long_recording.by_kind["m4a"].bytes

    assert [len(body(one)) for one in (listening, *others)] == [size] * (1 + len(others))
    assert len(body(client.get(address))) == size
