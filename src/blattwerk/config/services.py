"""Services that readers may sign in with: OpenID Connect, by the operator's choice."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

_WANTED = {"id", "name", "server", "client", "secret"}
_TAKEN = {"verbunden", "abgebrochen", "fehler"}  # pages that stand below /konto/dienst/ already


@dataclass(frozen=True)
class Service:
    """One of them."""

    id: str
    name: str
    server: str
    client: str
    secret: str

    @property
    def origin(self) -> str:
        parts = urlsplit(self.server)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def app(self) -> dict[str, Any]:
        """As allauth wants it."""
        return {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client,
            "secret": self.secret,
            "settings": {"server_url": self.server},
        }


def services(text: str) -> tuple[Service, ...]:
    """From a JSON list of objects with id, name, server, client and secret."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise ValueError("must be a JSON list") from error
    if not isinstance(found, list):
        raise ValueError("must be a JSON list")  # noqa: TRY004  # an option's error
    read = tuple(_service(entry) for entry in found)
    ids = [service.id for service in read]
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        raise ValueError(f"must not give two services the id {twice[0]}")
    return read


def _service(entry: Any) -> Service:
    if not isinstance(entry, dict) or set(entry) != _WANTED:
        raise ValueError(f"must name {', '.join(sorted(_WANTED))} of each service")
    if not all(isinstance(value, str) and value for value in entry.values()):
        raise ValueError("must say all of each service in words")
    if not re.fullmatch(r"[a-z0-9-]{1,30}", entry["id"]):
        raise ValueError("must have ids of small letters, digits and hyphens")
    if entry["id"] in _TAKEN:
        raise ValueError(f"must not have the id {entry['id']}: /konto/dienst/ has such a page")
    server = urlsplit(entry["server"])
    if server.scheme != "https" or not server.hostname:
        raise ValueError("must name servers by https addresses")
    return Service(**entry)
