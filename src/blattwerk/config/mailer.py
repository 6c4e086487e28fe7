"""The mail server, from an address such as `smtps://name:secret@mail.example.at`."""

from typing import Any
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 587, "smtps": 465}
PATIENCE = 10  # seconds; a reader waits for it


def mail_server(text: str) -> dict[str, Any]:
    """Django's options for it. `smtp` begins in the clear and changes to TLS, `smtps` is TLS."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"must be an address; this one is none: {error}") from error
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/"):
        raise ValueError("must be an address such as smtp://name:secret@mail.example.at:587")
    return {
        "host": parts.hostname,
        "port": port or PORTS[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp" and bool(parts.username),
        "use_ssl": parts.scheme == "smtps",
        "timeout": PATIENCE,
    }
