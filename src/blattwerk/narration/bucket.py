"""Recordings in object storage: readers fetch them there, by an address that never changes."""

from typing import Any

from storages.backends.s3 import S3Storage

from blattwerk.narration.delivery import CONTENT_TYPES, FOR_EVER


class AudioBucket(S3Storage):
    """Files under `public`, an address without a slash at its end, that need no signature."""

    def __init__(self, *, public: str, **options: Any) -> None:
        super().__init__(**options, querystring_auth=False, file_overwrite=True)
        self.public = public

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        return f"{self.public}/{name}"

    def get_object_parameters(self, name: str) -> dict[str, str]:
        """What the service tells whoever fetches the file."""
        return {
            "ContentType": CONTENT_TYPES[name.rpartition(".")[2]],
            "CacheControl": FOR_EVER,
        }
