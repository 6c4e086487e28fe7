"""Recordings in a bucket: an option with clear refusals, and files as readers will fetch them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import boto3
import pytest
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st
from moto import mock_aws

from blattwerk.config.object_storage import Bucket, bucket
from blattwerk.config.options import BadOption, read_options
from blattwerk.narration.bucket import AudioBucket

NAME = f"{'a1' * 16}.m4a"
VARIABLE = "BLATTWERK_AUDIO_STORAGE"


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("s3://ton", "https://ton.s3.amazonaws.com"),
        ("s3://ton?region=eu-central-1", "https://ton.s3.eu-central-1.amazonaws.com"),
        (
            "s3://ton/blatt/audio?region=eu-central-1",
            "https://ton.s3.eu-central-1.amazonaws.com/blatt/audio",
        ),
        ("s3://ton/blatt?endpoint=https://s3.example.at/", "https://s3.example.at/ton/blatt"),
        ("s3://ton/blatt?public=https://cdn.example.at/audio/", "https://cdn.example.at/audio"),
    ],
)
def test_readers_find_a_bucket_where_its_address_says(text: str, public: str) -> None:
    assert bucket(text).public == public


def test_every_part_of_the_address_is_read() -> None:
    text = (
        "s3://ton/blatt?endpoint=http://127.0.0.1:9000&region=at-1&public=https://c.example:8443/a"
    )

    found = read_options({VARIABLE: text}).audio_storage

    assert found == Bucket(
        "ton", "blatt", "http://127.0.0.1:9000", "at-1", "https://c.example:8443/a"
    )
    assert found.origin == "https://c.example:8443"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ton", "must be an address such as s3://bucket/folder?region=eu-central-1"),
        ("gs://ton", "must be an address such as s3://"),
        ("s3://", "must be an address such as s3://"),
        ("s3://To_n", "must be an address such as s3://"),
        ("s3://ton/../x", "must be an address such as s3://"),
        ("s3://ton/a b", "must be an address such as s3://"),
        ("s3://[ton", "must be an address such as s3://"),
        ("s3://ton?region=Wien!", "must name a region such as region=eu-central-1"),
        ("s3://ton?regoin=at", "must say nothing after the question mark but endpoint, region"),
        ("s3://ton?region=a&region=b", "must say nothing after the question mark but endpoint"),
        ("s3://ton?endpoint=s3.example.at", "must give endpoint as an address such as endpoint=h"),
        ("s3://ton?endpoint=https://s3.example.at/x", "must give endpoint as an address such as"),
        ("s3://ton?public=https://c.example/?x=1", "must give public as an address such as"),
        ("s3://ton?public=https://c.example%3Bx", "must give public as an address such as"),
        ("s3://ton?public=javascript:1", "must give public as an address such as public=https://"),
    ],
)
def test_what_is_no_bucket_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadOption) as refusal:
        read_options({VARIABLE: text})

    assert str(refusal.value).startswith(f"{VARIABLE} {sentence}")


def test_keys_in_the_address_are_refused_and_not_repeated() -> None:
    with pytest.raises(BadOption) as refusal:
        read_options({VARIABLE: "s3://AKIA:GEHEIM@ton"})

    assert str(refusal.value) == (
        f"{VARIABLE} must not hold keys; give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
    )


@given(st.text(max_size=40))
def test_any_text_is_a_bucket_or_refused(text: str) -> None:
    try:
        found = bucket(f"s3://{text}")
    except ValueError:
        return
    assert found.origin.startswith(("http://", "https://"))


def in_a_process_of_its_own(code: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_readers_may_load_sound_from_that_origin_and_no_other() -> None:
    code = (
        "import json; from blattwerk.config import settings as s;"
        "print(json.dumps([s.STORAGES['audio'], s.READER_CSP], default=str))"
    )

    without = json.loads(in_a_process_of_its_own(code).stdout)
    asked = in_a_process_of_its_own(
        code, **{VARIABLE: "s3://ton/blatt?region=at-1&public=https://cdn.example.at/audio"}
    )
    storage, policy = json.loads(asked.stdout)

    assert storage == {
        "BACKEND": "blattwerk.narration.bucket.AudioBucket",
        "OPTIONS": {
            "bucket_name": "ton",
            "location": "blatt",
            "endpoint_url": None,
            "region_name": "at-1",
            "public": "https://cdn.example.at/audio",
        },
    }
    opened = {name for name, sources in policy.items() if sources != without[1][name]}
    assert opened == {"media-src", "connect-src"}
    assert policy["media-src"] == policy["connect-src"] == ["'self'", "https://cdn.example.at"]
    assert without[1]["media-src"] == ["'self'"]


def test_without_the_extra_the_start_ends_with_a_sentence() -> None:
    code = "import sys; sys.modules['storages'] = None; import blattwerk.config.settings"

    ended = in_a_process_of_its_own(code, **{VARIABLE: "s3://ton"})

    assert ended.returncode == 2
    assert f'{VARIABLE} needs the extra for object storage: pip install "blattwerk[s3]".' in (
        ended.stderr
    )
    assert "Traceback" not in ended.stderr


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[AudioBucket]:
    """A bucket in a service that lives in this process."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    found = bucket("s3://ton/blatt?region=eu-central-1&public=https://cdn.example.at/audio")
    with mock_aws():
        boto3.client("s3", region_name="eu-central-1").create_bucket(
            Bucket="ton", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
        )
        yield AudioBucket(**found.storage()["OPTIONS"])


def test_a_file_goes_up_as_readers_will_fetch_it(storage: AudioBucket) -> None:
    assert storage.save(NAME, ContentFile(b"ton")) == NAME

    head = storage.connection.meta.client.head_object(Bucket="ton", Key=f"blatt/{NAME}")
    assert head["ContentType"] == "audio/mp4"
    assert head["CacheControl"] == "public, max-age=31536000, immutable"
    assert head["ContentLength"] == 3
    assert storage.url(NAME) == f"https://cdn.example.at/audio/{NAME}"
    with storage.open(NAME) as file:
        assert file.read() == b"ton"


def test_a_deleted_file_is_gone(storage: AudioBucket) -> None:
    storage.save(NAME, ContentFile(b"ton"))

    storage.delete(NAME)

    assert storage.exists(NAME) is False
