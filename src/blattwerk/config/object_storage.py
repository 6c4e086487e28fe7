"""Where recordings lie when not in the data folder: a bucket that speaks S3."""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit

FORM = "must be an address such as s3://bucket/folder?region=eu-central-1"
MAY_SAY = ("endpoint", "region", "public")
KEYS = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_FOLDER = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_REGION = re.compile(r"[a-z0-9-]{1,40}")


@dataclass(frozen=True)
class Bucket:
    """A bucket, a folder in it, the service that holds it; `public` is where readers find it."""

    name: str
    folder: str
    endpoint: str
    region: str
    public: str

    @property
    def origin(self) -> str:
        """What a content security policy has to allow."""
        parts = urlsplit(self.public)
        return f"{parts.scheme}://{parts.netloc}"

    def storage(self) -> dict[str, Any]:
        """As an entry of Django's STORAGES; the keys come from the environment."""
        return {
            "BACKEND": "blattwerk.narration.bucket.AudioBucket",
            "OPTIONS": {
                "bucket_name": self.name,
                "location": self.folder,
                "endpoint_url": self.endpoint or None,
                "region_name": self.region or None,
                "public": self.public,
            },
        }


def bucket(text: str) -> Bucket:
    """The bucket an address such as s3://bucket/folder?endpoint=…&region=…&public=… names."""
    parts = _taken_apart(text)
    said = _said(parts.query)
    name, folder = parts.netloc, parts.path.strip("/")
    if not _BUCKET.fullmatch(name) or (folder and not _FOLDER.fullmatch(folder)):
        raise ValueError(FORM)
    region = said.get("region", "")
    if region and not _REGION.fullmatch(region):
        raise ValueError("must name a region such as region=eu-central-1")
    endpoint = _web_address("endpoint", said.get("endpoint", ""), with_path=False)
    public = _web_address("public", said.get("public", ""), with_path=True)
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ValueError('needs the extra for object storage: pip install "blattwerk[s3]"')
    if not public:
        public = "/".join(part for part in (_home(name, endpoint, region), folder) if part)
    return Bucket(name, folder, endpoint, region, public)


def _taken_apart(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise ValueError(FORM) from error
    if "@" in parts.netloc:
        raise ValueError(f"must not hold keys; give them as {KEYS}")
    if parts.scheme != "s3" or parts.fragment:
        raise ValueError(FORM)
    return parts


def _said(query: str) -> dict[str, str]:
    pairs = parse_qsl(query, keep_blank_values=True)
    strange = [name for name, _value in pairs if name not in MAY_SAY]
    if strange or len(pairs) != len(dict(pairs)):
        raise ValueError(f"must say nothing after the question mark but {', '.join(MAY_SAY)}")
    return dict(pairs)


def _web_address(name: str, text: str, *, with_path: bool) -> str:
    """The address without a slash at its end; refused when no browser could use it."""
    address = text.rstrip("/")
    if not address:
        return ""
    example = "https://cdn.example.at/audio" if with_path else "https://s3.example.at"
    refusal = ValueError(f"must give {name} as an address such as {name}={example}")
    try:
        parts = urlsplit(address)
        valid = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        raise refusal from None
    beyond = parts.query or parts.fragment or "@" in parts.netloc or re.search(r"[\s;,']", address)
    if not valid or beyond or (parts.path and not with_path):
        raise refusal
    return f"{parts.scheme}://{parts.netloc}{quote(parts.path, safe='/%')}"


def _home(name: str, endpoint: str, region: str) -> str:
    if endpoint:
        return f"{endpoint}/{name}"
    return (
        f"https://{name}.s3.{region}.amazonaws.com"
        if region
        else f"https://{name}.s3.amazonaws.com"
    )
